from __future__ import annotations

from datetime import date

import pytest

from peyvand.adapters.workdays import Holiday, holidays_between, open_days


@pytest.mark.parametrize(
    ("country", "day", "is_open"),
    [
        ("IR", date(2025, 4, 9), True),  # 20 Farvardin 1404
        ("IR", date(2025, 3, 21), False),  # Nowruz
        ("IR", date(2026, 3, 20), False),  # 29 Esfand 1404
        ("IR", date(2026, 2, 11), False),  # 22 Bahman
        ("IR", date(2025, 3, 31), False),  # Eid al-Fitr, by the moon
        ("IR", date(2025, 11, 28), False),  # Friday
        ("IR", date(2025, 11, 29), True),  # Saturday
        ("RU", date(2025, 11, 29), False),
        ("RU", date(2025, 5, 9), False),
        ("IT", date(2025, 4, 25), False),
        ("XK", date(2025, 11, 28), True),
        ("XX", date(2025, 11, 29), False),
    ],
)
def test_offices_are_open_on_working_days(country: str, day: date, is_open: bool) -> None:
    assert open_days(country)(day) is is_open


def test_a_region_has_holidays_of_its_own() -> None:
    epiphany = date(2025, 1, 6)

    assert (open_days("DE")(epiphany), open_days("DE", "DE-BY")(epiphany), open_days("DE", "DE-XX")(epiphany)) == (
        True,
        False,
        True,
    )


def test_holidays_are_named_in_their_countrys_language() -> None:
    found = holidays_between("IR", None, date(2026, 2, 8), date(2026, 2, 28))

    assert [(one.day, one.language) for one in found] == [(date(2026, 2, 11), "fa")]
    assert "انقلاب" in found[0].name
    assert Holiday(date(2025, 5, 9), "День Победы", "ru") in holidays_between(
        "RU", None, date(2025, 5, 1), date(2025, 5, 10)
    )


@pytest.mark.parametrize(
    ("country", "first", "last"),
    [("XX", date(2025, 1, 1), date(2025, 12, 31)), ("IR", date(2025, 4, 9), date(2025, 4, 8))],
)
def test_where_nothing_is_known_no_holiday_is_named(country: str, first: date, last: date) -> None:
    assert holidays_between(country, None, first, last) == []
