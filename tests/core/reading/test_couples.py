"""Couples in one list: each is a tie of its own, and none of another couple."""

from __future__ import annotations

import pytest
from tests.factories.towns import hits, told

from peyvand.core.reading.couples import couples_of
from peyvand.core.reading.parties import parties_of

_THREE = {"signing done: Kashmar, Osh", "signing done: Batumi, Van", "signing done: Lahore, Semnan"}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("دیروز پیمان خواهرخواندگی میان کاشمر و اوش، وان و باتومی و سمنان و لاهور امضا شد.", _THREE),
        ("دیروز پیمان خواهرخواندگی میان کاشمر و اوش، وان و باتومی، و سمنان و لاهور امضا شد.", _THREE),
        (
            "کاشمر با اوش و وان، باتومی و لاهور خواهرخوانده است.",
            {f"standing done: {pair}" for pair in ("Kashmar, Osh", "Kashmar, Van", "Batumi, Kashmar",
                                                   "Kashmar, Lahore")},
        ),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("کاشمر و اوش، وان و باتومی خواهرخوانده‌اند.", 2),
        ("کاشمر، اوش، وان و باتومی خواهرخوانده‌اند.", 0),
        ("کاشمر و اوش و وان و باتومی خواهرخوانده‌اند.", 0),
        ("کاشمر و اوش، وان خواهرخوانده‌اند.", 0),
    ],
)
def test_only_commas_between_couples_part_them(text: str, number: int) -> None:
    sentence = hits(text)[0].trigger.sentence

    assert len(couples_of(parties_of(sentence, sentence.words.start, sentence.words.stop), sentence)) == number


def test_each_between_leads_a_couple() -> None:
    assert told("دیروز پیمان خواهرخواندگی میان کاشمر و اوش و میان وان و باتومی در لاهور امضا شد.") == {
        "signing done: Kashmar, Osh", "signing done: Batumi, Van",
    }  # fmt: skip


def test_journey_of_a_delegation_is_not_between_those_that_a_paper_ties() -> None:
    assert told("در سفر هیئت، پیمان خواهرخواندگی میان کاشمر و اوش در لاهور امضا شد.") == {"signing done: Kashmar, Osh"}
