from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.telling import bond_of, told

from peyvand.core.gazetteer import Gazetteer
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.pages import Timeline
from peyvand.web.telling.timeline import timeline

YEAR = (told("proposal", when="2024-06-21/2024-07-21"), told("signing", when="2025-04-09"))


def line(naming: Naming, *facts, on: str = "2025-06-02") -> Timeline | None:  # type: ignore[no-untyped-def]
    return timeline(bond_of(*facts, on=on).events, naming, as_of=date.fromisoformat(on))


def test_time_runs_from_the_left_in_english(en: Naming) -> None:
    made = line(en, *YEAR)

    assert made
    assert made.marks[0].x < made.marks[1].x


def test_time_runs_from_the_right_in_persian(fa: Naming) -> None:
    made = line(fa, *YEAR)

    assert made
    assert made.marks[0].x > made.marks[1].x


def test_a_month_is_a_stretch_and_a_day_a_point(en: Naming) -> None:
    made = line(en, *YEAR)

    assert made
    assert [mark.width > 1 for mark in made.marks] == [True, False]


def test_events_of_one_day_stand_above_one_another(en: Naming) -> None:
    made = line(en, *YEAR, told("visit", when="2025-04-09", instrument=None))

    assert made
    assert ([mark.lane for mark in made.marks], made.lanes) == ([0, 0, 1], 2)


def test_one_date_makes_no_line(en: Naming) -> None:
    assert line(en, YEAR[0], told("drafting")) is None


def test_undated_events_are_counted(en: Naming) -> None:
    made = line(en, *YEAR, told("drafting"))

    assert made
    assert made.undated == 1


def test_a_day_far_off_does_not_stretch_the_line(en: Naming) -> None:
    near, far = line(en, *YEAR), line(en, *YEAR, on="2065-01-01")

    assert near
    assert far
    assert (near.now is not None, far.now) == (True, None)


@given(st.lists(st.dates(date(1950, 1, 1), date(2025, 1, 1)), min_size=2, max_size=12))
def test_every_mark_lies_on_the_line(days: list[date]) -> None:
    facts = [told("visit", when=day.isoformat(), instrument=None, by=str(at)) for at, day in enumerate(days)]

    made = timeline(bond_of(*facts).events, Naming(Gazetteer.of(()), "en"), as_of=date(2025, 6, 2))

    assert made is None or all(0 <= mark.x <= 100 for mark in made.marks)
    assert made is None or len(made.ticks) <= 7
