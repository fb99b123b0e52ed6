from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone, translation

from peyvand.web.portal.times import Times


def asked(query: str) -> Times:
    return Times.asked(QueryDict(query))


def test_nothing_asked_is_today_and_all_that_is_known() -> None:
    assert asked("") == Times(None, None)


@pytest.mark.parametrize("typed", ["1403-05-17", "2024-08-07", "۱۴۰۳/۰۵/۱۷"])
def test_either_calendar_is_taken(typed: str) -> None:
    assert asked(f"as_of={typed}").as_of == date(2024, 8, 7)


def test_today_by_name_is_today() -> None:
    assert asked(f"as_of={timezone.localdate()}").as_of is None


def test_what_was_known_on_a_day_was_known_when_it_ended() -> None:
    known = asked("known_at=2024-08-07").known_at

    assert known == datetime(2024, 8, 8, tzinfo=timezone.get_current_timezone()) - timedelta(microseconds=1)


def test_what_is_no_date_is_a_fault_and_changes_nothing() -> None:
    assert asked("as_of=soon&known_at=1403-13-01") == Times(None, None, ("as_of", "known_at"))


def test_the_line_says_which_time_the_page_answers_for() -> None:
    with translation.override("en"):
        shown = asked("as_of=1403-05-17&known_at=2025-01-01").shown("en")

    assert shown.words == "As things stood on Wednesday 7 August 2024, as far as it was known on 1 January 2025"
    assert (shown.day, shown.known, shown.is_today) == ("2024-08-07", "2025-01-01", False)
