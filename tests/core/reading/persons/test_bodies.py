"""The English name of the body that a role serves."""

from __future__ import annotations

import pytest
from tests.core.reading.persons.test_people import KASHMAR
from tests.core.reading.persons.test_roles import role

from peyvand.core.reading.persons.bodies import body_of


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("شهردار بم", "Bam"),
        ("شهردار", "Kashmar"),
        ("معاون شهردار بم", "Bam Municipality"),
        ("سخنگوی شورا", "Kashmar City Council"),
        ("سرکنسول ایران در باتومی", "Consulate of Iran in Batumi"),
        ("سفیر گرجستان", "Embassy of Georgia"),
        ("وزیر کشور گرجستان", "Ministry of Interior of Georgia"),
        ("رئیس دانشگاه کاشمر", "University of Kashmar"),
        ("رئیس دانشگاه", None),
        ("کارشناس", None),
    ],
)
def test_bodies_are_named_in_english(text: str, body: str | None) -> None:
    _, found = role(text)

    assert found is not None
    assert body_of(found, KASHMAR) == body


def test_without_a_home_nothing_is_made_up() -> None:
    _, found = role("شهردار")

    assert found is not None
    assert body_of(found, None) is None
