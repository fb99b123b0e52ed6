"""Visits that a place tells."""

from __future__ import annotations

import pytest
from tests.factories.towns import sentence

from peyvand.core.reading.presence import together, venue_city


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار اوش در کاشمر با شهردار این شهر دیدار کرد.", ["visit done"]),
        ("شهردار اوش در کاشمر با شهردار این شهر دیدار خواهد کرد.", ["visit planned"]),
        ("شهردار اوش در نشستی برخط در کاشمر با شهردار این شهر دیدار کرد.", []),
        ("شهرداران کاشمر و اوش در این آیین حاضر بودند.", ["visit done"]),
        ("شهردار اوش در کاشمر حضور یافت.", ["visit done"]),
        ("شهردار اوش در کاشمر حضور نیافت.", []),
        ("هیئت اوش در کاشمر از کارگاه‌ها دیدن کرد.", ["visit done"]),
        ("شهردار اوش در کاشمر گفت راه دراز است.", ["visit done"]),
        ("آیین با حضور شهردار کاشمر و شهردار اوش در برج شهر کاشمر برگزار شد.", ["visit done"]),
        ("شهردار کاشمر در کاشمر گفت راه دراز است.", []),
        ("این کار در اختیار کاشمر است.", []),
    ],
)
def test_visits_that_a_place_tells(text: str, found: list[str]) -> None:
    told = [trigger for clause in sentence(text).clauses for trigger in together(clause)]
    assert sorted({f"{trigger.event} {trigger.modality}" for trigger in told}) == found


def test_a_building_of_the_city_is_in_the_city() -> None:
    clause = sentence("شهردار اوش در تالار شهرداری کاشمر سخن گفت.").clauses[0]
    place = next(mention.place for mention in clause.places if mention.name == "کاشمر")
    assert place is not None
    assert venue_city(clause) == place.id
