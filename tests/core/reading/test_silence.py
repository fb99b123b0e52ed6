from __future__ import annotations

import pytest
from tests.factories.towns import reading, words, world

from peyvand.core.reading import read
from peyvand.core.reading.model import Silent, Why

SIGNED = "پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد."


def silent(text: str) -> tuple[Silent, ...]:
    return read(text, lexicon=words(), gazetteer=world(), explain=True).silent


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("خواهرخواندگی شهرها مفهومی کهن است.", Why.NO_STEP),
        ("پیمان خواهرخواندگی دیروز امضا شد.", Why.NO_PAIR),
    ],
)
def test_a_sentence_that_gives_nothing_says_why(text: str, why: Why) -> None:
    (one,) = silent(text)

    assert (one.why, one.evidence.text) == (why, text.rstrip("."))
    assert one.evidence.span.of(text) == one.evidence.text


def test_words_of_a_step_are_told() -> None:
    (one,) = silent("پیمان خواهرخواندگی دیروز امضا شد.")

    assert one.words == ("امضا",)


def test_what_another_sentence_tells_better_is_not_lost_without_a_word() -> None:
    text = f"{SIGNED}\n\nاین پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد."

    assert [one.why for one in silent(text)] == [Why.TOLD_ELSEWHERE]


def test_a_sentence_that_spoke_is_not_silent_and_nothing_is_looked_for_unasked() -> None:
    assert silent(SIGNED) == ()
    assert reading("خواهرخواندگی شهرها مفهومی کهن است.").silent == ()
