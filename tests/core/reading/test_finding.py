from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.towns import cast, hits, page

from peyvand.core.reading.finding import find_hits
from peyvand.core.text import Span

WORDS = [
    "کاشمر", "اوش", "خواهرخوانده", "پیمان", "شد", "است", "،", ".", "؛", ":",
    "و", "با", "که", "نه", "امضا", "تمدید", "این", "دو", "شهر", "«",
]  # fmt: skip


def test_steps_come_in_the_order_of_the_text() -> None:
    found = hits("هیئت شهرداری کاشمر به اوش سفر کرد. کاشمر و اوش خواهرخوانده شدند. پیمان تمدید شد.")
    assert [hit.trigger.event for hit in found] == ["visit", "signing", "renewal"]


def test_a_persons_name_names_no_step() -> None:
    text = "پیمان تمدیدی شهردار کاشمر با اوش پیمان بست."
    read = page(text)
    everything = list(find_hits(read.sentences, cast(text), {}))
    without = list(find_hits(read.sentences, cast(text), {}, [Span(0, len(read.folded.text))]))
    assert everything
    assert without == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("کاشمر و اوش درباره سند خواهرخواندگی چیزی نگفتند.", 0),
        ("خبری با عنوان «کاشمر و اوش خواهرخوانده شدند» نادرست است.", 0),
        ("شهردار گفت: «کاشمر و اوش خواهرخوانده شدند» و رفت.", 1),
    ],
)
def test_the_title_of_another_report_tells_of_no_step(text: str, count: int) -> None:
    assert len([hit for hit in hits(text) if hit.trigger.modality == "done"]) == count


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_row_of_words_can_be_read(words: list[str]) -> None:
    for hit in hits(" ".join(words)):
        assert hit.why
