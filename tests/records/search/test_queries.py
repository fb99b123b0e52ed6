from __future__ import annotations

import pytest
from tests.factories.searching import found

from peyvand.records.accounts.models import Member
from peyvand.records.search.queries import search

pytestmark = pytest.mark.django_db
CITY = ["place kazan", "bond isfahan--kazan", "source", "statement", "statement"]


@pytest.mark.parametrize("typed", ["کازان", "Kazan", "KAZAN", "kazan ", "«کازان»"])
def test_a_city_is_found_by_its_names_and_all_that_speaks_of_it(accepted: str, typed: str) -> None:
    assert found(typed) == CITY


@pytest.mark.parametrize("typed", ["خواهرخواندگی", "خواهر‌خواندگی", "خواهر خواندگی", "خواهرخواندگي", "خواهـرخواندگی"])
def test_one_word_is_found_however_it_is_written(accepted: str, typed: str) -> None:
    assert found(typed) == ["source", "statement"]


def test_what_waits_and_what_is_internal_is_for_members_alone(
    officer: Member, accepted: str, internal: str, proposed: str
) -> None:
    assert found("نگرانی") == []
    assert found("پیش‌نویس") == []
    assert found("نگرانی", officer) == ["source", "statement"]
    assert found("پیش‌نویس", officer) == ["source", "statement"]
    assert found("فرایبورگ") == []
    assert found("فرایبورگ", officer) == ["place freiburg", "bond freiburg--isfahan", "source", "statement"]


def test_a_slip_finds_what_was_meant(accepted: str) -> None:
    results = search("Kazzan", None)

    assert results.loose
    assert found("Kazzan") == CITY
