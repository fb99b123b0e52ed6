"""What was said of a date: as much as the words give, in the calendar they give it in."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum

from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.text import Span
from peyvand.core.text.value import value


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DateKind(StrEnum):
    """How much of a date was said, and whether it hangs on the day of publication."""

    DAY = "day"
    RANGE = "range"
    PART = "part"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    WEEKDAY = "weekday"
    RELATIVE_DAY = "relative-day"
    RELATIVE_WEEKDAY = "relative-weekday"
    RELATIVE_WEEK = "relative-week"
    RELATIVE_MONTH = "relative-month"
    RELATIVE_YEAR = "relative-year"


VAGUE = frozenset({DateKind.RELATIVE_WEEK, DateKind.RELATIVE_MONTH, DateKind.RELATIVE_YEAR})


class Slice(StrEnum):
    """A named part of a month or year."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    FIRST_HALF = "first-half"
    SECOND_HALF = "second-half"
    WEEK_1 = "week-1"
    WEEK_2 = "week-2"
    WEEK_3 = "week-3"
    WEEK_4 = "week-4"
    LAST_WEEK = "last-week"
    TEN_1 = "ten-1"
    TEN_2 = "ten-2"
    TEN_3 = "ten-3"


@value(kw_only=True)
class Said:
    """One end of a date. Nothing in it was added: what was not said is None; what is impossible («مهر ۲۰۱۹») stays.

    ``year`` with ``decade`` is the first year of ten; with ``short`` only its last two digits were said. ``shift``
    counts ``unit`` from the day of publication; ``turn`` is -1 for the last and +1 for the next occurrence.
    ``weekday`` is ISO (Monday is 1), ``season`` 1 for spring.
    """

    calendar: Calendar
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    slice: Slice | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    turn: int | None = None
    decade: bool = False
    short: bool = False

    @property
    def kind(self) -> DateKind:
        """How much was said."""
        if self.day is not None:
            return DateKind.DAY
        if self.weekday is not None:
            return DateKind.WEEKDAY if self.turn is None and self.shift is None else DateKind.RELATIVE_WEEKDAY
        if self.slice is not None:
            return DateKind.PART
        if self.month is not None:
            return DateKind.MONTH
        if self.season is not None:
            return DateKind.SEASON
        if self.unit is not None:
            return DateKind(f"relative-{self.unit}")
        return DateKind.DECADE if self.decade else DateKind.YEAR

    @property
    def value(self) -> str:
        """The words as digits of their own calendar: ``XXXX-01-20``, ``1379``, ``137X``, ``1402-23`` (autumn)."""
        if self.weekday is not None and self.day is None:
            return f"XXXX-WXX-{self.weekday}"
        if self.unit is not None and self.month is None and self.season is None and self.day is None:
            return _shifted(self.unit, self.shift or 0)
        year = self._year_digits()
        if self.season is not None:
            return f"{year}-{20 + self.season}"
        if self.month is None and self.day is None:
            return year
        month = "XX" if self.month is None else f"{self.month:02}"
        return f"{year}-{month}" if self.day is None else f"{year}-{month}-{self.day:02}"

    def _year_digits(self) -> str:
        if self.year is None:
            return "XXXX"
        if self.decade:
            return f"{self.year // 10:02}X".rjust(4, "X")
        return f"XX{self.year:02}" if self.short else f"{self.year:04}"


def _shifted(unit: Unit, shift: int) -> str:
    return f"{'-' if shift < 0 else ''}P{abs(shift)}{unit[0].upper()}"


@value(kw_only=True)
class Stretch:
    """A date as said in one calendar, from its first end to its last; the same `Said` twice where it is one date."""

    first: Said
    last: Said

    @property
    def kind(self) -> DateKind:
        """The kind of the one date, or a range."""
        return self.first.kind if self.first == self.last else DateKind.RANGE

    @property
    def value(self) -> str:
        """The value of the one date, or of both ends with a stroke between."""
        return self.first.value if self.first == self.last else f"{self.first.value}/{self.last.value}"


@value(kw_only=True)
class DateMention:
    """A place in the text where a date is said.

    ``span`` is folded, ``text`` the page's own letters. ``also`` holds the same date in other calendars. ``since``
    marks an open beginning («از سال ۲۰۱۱»), ``until`` a limit («تا پایان دی»); both are left to the reader.
    """

    span: Span
    text: str
    said: Stretch
    also: tuple[Stretch, ...] = field(default=())
    since: bool = False
    until: bool = False
    # The ISO weekday that begins a week in the text's language.
    week_starts: int = 6

    @property
    def calendar(self) -> Calendar:
        """The calendar of the first words."""
        return self.said.first.calendar

    @property
    def value(self) -> str:
        """What was said first, in its own calendar."""
        return self.said.value

    @property
    def kind(self) -> DateKind:
        """The kind of the first words."""
        return self.said.kind

    @property
    def vague(self) -> bool:
        """Whether it only points at a whole week, month or year near the day of publication («سال گذشته»)."""
        return self.kind in VAGUE and not self.also
