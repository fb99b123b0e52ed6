"""A mayor's family name alone stands for the city, where one person has it and is the subject."""

from __future__ import annotations

import pytest
from tests.factories.towns import page, reading, told

from peyvand.core.reading.persons.mayors import mayors_of

_TWO = "علیرضا زاکانی، شهردار کاشمر، و وحید کرمی، شهردار سمنان، آمدند. "


def test_family_names_of_those_who_act_for_a_city() -> None:
    text = f"{_TWO}کرمی با شهردار اوش پیمان خواهرخواندگی امضا کرد."
    found = mayors_of(reading(text).people, page(text).sentences)
    assert {name: party.place.name for name, party in found.items()} == {"زاکانی": "Kashmar", "کرمی": "Semnan"}


def test_name_that_two_persons_share_stands_for_nobody() -> None:
    text = "علیرضا زاکانی، شهردار کاشمر، و وحید زاکانی، شهردار سمنان، آمدند. کاشمر و سمنان خواهرخوانده شدند."
    assert mayors_of(reading(text).people, page(text).sentences) == {}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("کرمی با شهردار اوش پیمان خواهرخواندگی امضا کرد.", {"signing done: Osh, Semnan"}),
        ("زاکانی با شهردار اوش پیمان خواهرخواندگی امضا کرد.", {"signing done: Kashmar, Osh"}),
    ],
)
def test_the_name_is_the_subject(text: str, statements: set[str]) -> None:
    assert told(_TWO + text) == statements
