from __future__ import annotations

import pytest
from tests.factories.members import member

from peyvand.cli.sample_papers import write_papers
from peyvand.records.letters.models import Letter

pytestmark = pytest.mark.django_db


def test_the_sample_office_has_an_exchange_of_letters() -> None:
    member("mina")
    write_papers("mina")
    invited, answered, waiting = Letter.objects.order_by("pk")

    assert (answered.answers, waiting.answer_by is None, invited.day.year) == (invited, False, 2026)
    assert {one.date_calendar for one in Letter.objects.all()} == {"gregorian", "solar_hijri", "lunar_hijri"}
