"""Steps that a sentence names and that are not: unmade signatures, denials said afterwards, what would have been."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon

UNMADE = Path(__file__).parents[2] / "golden" / "sayings" / "fa_unmade.txt"
SENTENCES = [line for line in UNMADE.read_text("utf-8").splitlines() if not line.startswith("#")]


def told(text: str) -> set[tuple[Event, Modality]]:
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    return {(Event(one.statement.event), Modality(one.statement.modality)) for one in found}


@pytest.mark.parametrize("text", SENTENCES)
def test_no_signature_is_read_where_none_is_told(text: str) -> None:
    assert (Event.SIGNING, Modality.DONE) not in told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("مراسم امضای پیمان خواهرخواندگی یزد و اوش لغو شد.", {(Event.SIGNING, Modality.DENIED)}),
        ("کرونا نگذاشت پیمان خواهرخواندگی یزد و اوش را امضا کنیم.", {(Event.SIGNING, Modality.DENIED)}),
        ("قرار نیست یزد و اوش خواهرخوانده شوند.", {(Event.SIGNING, Modality.DENIED)}),
        (
            "روزنامه‌ای نوشت یزد و اوش خواهرخوانده شدند، اما شهرداری این خبر را نادرست خواند.",
            {(Event.SIGNING, Modality.DENIED)},
        ),
        ("اگر سفیر یزدی بود، خواهرخواندگی یزد و اوش برقرار می‌شد.", set()),
        ("مراسم امضای پیمان خواهرخواندگی یزد و اوش برگزار شد.", {(Event.SIGNING, Modality.DONE)}),
        ("پیمان خواهرخواندگی یزد و اوش امضا شد.", {(Event.SIGNING, Modality.DONE)}),
        ("اگر روزی یزد و اوش خواهرخوانده شوند، شاید مردم بیشتر بدانند.", {(Event.SIGNING, Modality.WISHED)}),
        ("شهردار یزد: با اوش سند خواهرخواندگی امضاشده داریم.", {(Event.STANDING, Modality.DONE)}),
        ("پیمان یزد و اوش برقرار است؛ شایعه لغو آن درست نیست.", {
            (Event.STANDING, Modality.DONE), (Event.TERMINATION, Modality.DENIED)}),
    ],
)  # fmt: skip
def test_what_is_taken_back_and_what_is_not(text: str, said: set[tuple[Event, Modality]]) -> None:
    assert told(text) == said
