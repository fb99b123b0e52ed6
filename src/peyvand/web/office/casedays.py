"""The days of a case for the eye: the line on which both tracks are drawn, and the holidays on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from peyvand.adapters.workdays import holidays_between
from peyvand.core.procedure.track import Station, Where
from peyvand.records.casework.queries import CaseView
from peyvand.web.shared.dates import day
from peyvand.web.shared.naming import Naming

# The line of days is drawn on so many units.
WIDTH = 1000
_LEAST_DAYS = 30
_HOLIDAYS_AHEAD = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday on the way to the signature, by the name that it has at home."""

    day: str
    place: str
    name: str
    language: str


def days_off(view: CaseView, naming: Naming, today: date) -> Iterator[DayOff]:
    """The public holidays of both sides from today to the first lawful day."""
    last = min(view.plan.likely or today, today + _HOLIDAYS_AHEAD)
    found = [
        (holiday, side)
        for side in view.case.sides
        for holiday in holidays_between(side.country, side.region, today, last)
    ]
    for holiday, side in sorted(found, key=lambda one: one[0].day):
        shown = day(holiday.day, naming.language).main
        yield DayOff(shown, naming.country(side.country), holiday.name, holiday.language)


@dataclass(frozen=True, slots=True)
class Scale:
    """The line of days that both tracks are drawn on."""

    first: date
    last: date

    @classmethod
    def of(cls, view: CaseView, today: date) -> Scale:
        """From the opening, or what is older, to the day that the law allows, and a little more."""
        asked = [gate.asked_on for side in view.gates for gate in side.values() if gate.asked_on]
        closed = [gate.closed_on for side in view.gates for gate in side.values() if gate.closed_on]
        ahead = [one.allows for stations in view.plan.tracks for one in stations]
        first = min([view.case.opened_on, *asked, *closed])
        last = max([today if view.state == "open" else first, *closed, *ahead])
        return cls(first, max(last, first + timedelta(days=_LEAST_DAYS)))

    def at(self, value: date) -> int:
        """Where a day lies, of `WIDTH`."""
        days = (self.last - self.first).days
        return round(WIDTH * min(max((value - self.first).days, 0), days) / days)

    def bar(self, station: Station, asked: date | None) -> tuple[int, int] | None:
        """Start and width of a step's bar; a step that is not asked for has none."""
        if station.where is Where.NOT_ASKED:
            return None
        start, stop = self.at(asked or station.earliest), self.at(station.allows)
        return min(start, stop), max(stop - min(start, stop), 8)

    def months(self, language: str) -> Iterator[tuple[int, str]]:
        """A few days under the line, so that the eye can measure."""
        for part in range(5):
            at = self.first + (self.last - self.first) * part / 4
            yield self.at(at), day(at, language).main
