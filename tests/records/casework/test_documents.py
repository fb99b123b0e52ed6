from __future__ import annotations

from datetime import date

import pytest
from tests.records.casework.conftest import done

from peyvand.records.accounts.models import Member
from peyvand.records.casework.models import Case
from peyvand.records.ledger.models import Source
from peyvand.records.register.gathering import about_source, gather

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("language", "written", "calendar", "value"),
    [("fa", "۱۴۰۳/۱۲/۱۵", "solar_hijri", "1403-12-15"), ("en", "2025-03-05", "gregorian", "2025-03-05")],
)
def test_a_paper_is_dated_as_an_office_of_its_language_dates_it(
    kazan: Case, officer: Member, language: str, written: str, calendar: str, value: str
) -> None:
    officer.language = language
    done(kazan, "council", officer, on=DAY)
    source = Source.objects.get()
    (one,) = gather(about_source(source.capture)).statements.values()
    said = one.resolution.date_said

    assert said is not None
    assert (one.statement.date_text, said.calendar, said.value, said.text) == (written, calendar, value, written)
    assert (written in source.text, one.resolution.date) == (True, "2025-03-05")
