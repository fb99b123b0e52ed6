"""Dated events on one line, as numbers for the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from peyvand.core.ledger.bond import BondEvent
from peyvand.web.shared.dates import beginnings, month_of, split, when, year_of
from peyvand.web.shared.naming import Naming
from peyvand.web.telling import events as shown
from peyvand.web.telling.pages import Mark, Tick, Timeline
from peyvand.web.telling.said import dated

_PAD = 6.0
# Marks nearer than this share of the line stand above one another: a mark's width on a narrow screen.
_NEAR = 8.0
_FEWEST = 2
_MOST_TICKS = 6
_FEWEST_YEARS = 3
_SHORTEST = timedelta(days=60)


def timeline(events: Iterable[BondEvent], naming: Naming, *, as_of: date) -> Timeline | None:
    """The line of a bond's dated events, or None where too few have a date."""
    events = list(events)
    on_line = dated(events)
    if len(on_line) < _FEWEST:
        return None
    scale = _Scale(on_line, as_of, rtl=naming.language == "fa")
    marks = tuple(_marks(on_line, scale, naming))
    return Timeline(
        marks=marks,
        ticks=tuple(_ticks(scale, naming.language)),
        lanes=1 + max(mark.lane for mark in marks),
        now=scale.at(as_of) if scale.first <= as_of <= scale.last else None,
        undated=len(events) - len(on_line),
    )


class _Scale:
    """From days to percent of the line, in the direction of the page."""

    def __init__(self, events: list[BondEvent], as_of: date, *, rtl: bool) -> None:
        days = [day for event in events for day in _ends(event)]
        self.first, self.last = min(days), max(days)
        # The page's own day belongs on the line where it does not stretch it out of proportion.
        if self.last < as_of <= self.last + (self.last - self.first) / 2 + _SHORTEST:
            self.last = as_of
        if self.last - self.first < _SHORTEST:
            self.first, self.last = self.first - _SHORTEST / 2, self.last + _SHORTEST / 2
        self._rtl = rtl

    def at(self, day: date) -> float:
        along = _PAD + (100 - 2 * _PAD) * ((day - self.first) / (self.last - self.first))
        return round(100 - along if self._rtl else along, 2)


def _ends(event: BondEvent) -> tuple[date, date]:
    known = event.earliest or event.latest or date.min
    return event.earliest or known, event.latest or known


def _marks(events: list[BondEvent], scale: _Scale, naming: Naming) -> Iterator[Mark]:
    lanes: list[list[float]] = []
    for number, event in enumerate(events, start=1):
        first, last = _ends(event)
        x = (scale.at(first) + scale.at(last)) / 2
        lane = next(
            (at for at, taken in enumerate(lanes) if all(abs(x - other) > _NEAR for other in taken)), len(lanes)
        )
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append(x)
        said = when(event.date, naming.language).main if event.date else ""
        yield Mark(
            anchor=shown.anchor(event),
            number=number,
            label=f"{shown.title(event)} · {shown.state_word(event)} · {said}",
            state=shown.state(event),
            x=round(x, 2),
            width=round(abs(scale.at(last) - scale.at(first)), 2),
            lane=lane,
        )


def _ticks(scale: _Scale, language: str) -> Iterator[Tick]:
    """Beginnings of years, or of months where the line is short, thinned out to what the eye can part."""
    years = beginnings(scale.first, scale.last, language, years=True)
    days = years if len(years) > _FEWEST_YEARS else beginnings(scale.first, scale.last, language)
    every = -(-len(days) // _MOST_TICKS) or 1
    for at, day in enumerate(days[::every]):
        yield Tick(x=scale.at(day), label=_tick_words(day, at == 0, days is years, language), odd=at % 2 == 1)


def _tick_words(day: date, first: bool, years: bool, language: str) -> str:
    """A year by itself; a month, with its year where that is new to the eye."""
    if years:
        return year_of(day, language)
    new_year = first or split(day, language)[1] == 1
    return month_of(day, language) if new_year else month_of(day, language).rpartition(" ")[0]
