"""Rules for the year: said in digits, or as this, last and next year."""

from __future__ import annotations

from peyvand.core.calendar import lexemes
from peyvand.core.calendar.lexemes import Row
from peyvand.core.calendar.parsed import Parsed, single
from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.calendar.said import Said, Unit
from peyvand.core.text.value import value

# Up to this year a bare four-digit Hijri year is solar, above it lunar: 1421 lunar is 2000, 1421 solar is 2042.
_LAST_SOLAR = 1420
_ROUND = 100
# Behind a month, two digits from here on are a year of the last century; fewer may count anything.
_OLD_SHORT = 50
CALENDARS = tuple(Calendar)


@value()
class Year:
    """A year beside a month: its number, or its distance from the year of publication, or a turn."""

    stop: int
    year: int | None = None
    short: bool = False
    shift: int | None = None
    turn: int | None = None
    calendar: Calendar | None = None


def year_calendar(number: int) -> Calendar | None:
    """The calendar of a four-digit year that names none; None where it is no year of our time."""
    if 1200 <= number <= _LAST_SOLAR:
        return Calendar.SOLAR
    if _LAST_SOLAR < number <= 1500:
        return Calendar.LUNAR
    return Calendar.GREGORIAN if 1500 < number <= 2150 else None


def era(row: Row, at: int) -> tuple[Calendar | None, int]:
    """The era said at a lexeme, if any, and the lexeme after it."""
    return (CALENDARS[row[at].value], at + 1) if row[at].word is lexemes.ERA else (None, at)


def _is_quantity(row: Row, at: int) -> bool:
    """Whether the number at a lexeme measures something: «۱۴۰۰ نفر», «1.400», «۱۴۰۰٪»."""
    following = row.token(row[at].after)
    named = row[at - 1].word is lexemes.YEAR_UNIT
    return (following in row.words.measured and not named) or _goes_on(row, at)


def _goes_on(row: Row, at: int) -> bool:
    """Whether more digits hang on a number: «2,000», «1400.5», «031-322»."""
    start, stop, text = row[at].start, row[at].stop, row.folded.text
    after = text[stop : stop + 2]
    before = text[max(start - 2, 0) : start]
    return (after[:1] in ".,٬٫%٪" and after[1:].isdecimal()) or after[:1] in ("%", "٪") or _hangs(before)


def _hangs(before: str) -> bool:
    return len(before) == 2 and before[1] in ".,٬٫" and before[0].isdecimal()


def digits_year(row: Row, at: int, *, short: bool) -> Year | None:
    """A year in digits, with its era; ``short`` lets two digits stand for one («سال ۹۸»)."""
    lexeme = row[at]
    if lexeme.word is not lexemes.DIGITS or _is_quantity(row, at):
        return None
    said, stop = era(row, at + 1)
    if lexeme.width == 4 and (said or year_calendar(lexeme.value)):
        return Year(stop, lexeme.value, calendar=said or year_calendar(lexeme.value))
    if lexeme.width == 2 and short and row[stop].word not in (lexemes.MONTH, lexemes.MONTH_UNIT):
        return Year(stop, lexeme.value, short=True, calendar=said)
    return None


def beside_month(row: Row, at: int) -> Year | None:
    """The year after a month or season: «۱۴۰۳», «سال ۱۴۰۳», «امسال», «سال گذشته», «گذشته»."""
    start = at
    while row[at].word in (lexemes.OF, lexemes.IN, lexemes.COMMA) and at - start < 2:
        at += 1
    lexeme = row[at]
    if lexeme.word is lexemes.DIGITS:
        found = digits_year(row, at, short=at == start)
        return None if found and found.short and lexeme.value < _OLD_SHORT else found
    if lexeme.word is lexemes.YEAR_UNIT:
        return digits_year(row, at + 1, short=True) or relative_year(row, at)
    if at == start and lexeme.word in (lexemes.PAST, lexemes.NEXT) and row[at + 1].word not in _UNITS:
        return Year(at + 1, turn=-1 if lexeme.word is lexemes.PAST else 1)
    return relative_year(row, at)


_UNITS = (lexemes.YEAR_UNIT, lexemes.MONTH_UNIT, lexemes.WEEK_UNIT, lexemes.DAY_UNIT)


def relative_year(row: Row, at: int) -> Year | None:
    """«امسال», «سال جاری», «سال گذشته», "last year": the distance from the year of publication."""
    one, two = row[at].word, row[at + 1].word
    if one is lexemes.RELATIVE_YEAR:
        return Year(at + 1, shift=row[at].value)
    if one is lexemes.YEAR_UNIT and two in TURNS and is_one(row, at):
        named, stop = era(row, at + 2)
        return Year(stop, shift=TURNS[two], calendar=named)
    if one in TURNS and two is lexemes.YEAR_UNIT:
        return Year(at + 2, shift=TURNS[one])
    return None


def is_one(row: Row, at: int) -> bool:
    """Whether a unit stands for one of its kind: «دو سال گذشته» and «سال‌های گذشته» are lengths of time."""
    return row[at].value == 0 and row[at - 1].word not in (lexemes.DIGITS, lexemes.CARDINAL)


TURNS = {lexemes.PAST: -1, lexemes.AGO: -1, lexemes.NEXT: 1, lexemes.THIS: 0}


def year_alone(row: Row, at: int) -> Parsed | None:
    """«سال ۱۳۷۹», «سال گذشته», «۲۰۰۴ میلادی»: a year without a month."""
    lexeme = row[at]
    found: Year | None = None
    if lexeme.word is lexemes.YEAR_UNIT:
        found = digits_year(row, at + 1, short=True)
    elif lexeme.word is lexemes.DIGITS and row[at + 1].word is lexemes.ERA:
        found = digits_year(row, at, short=False)
    if found is None:
        found = relative_year(row, at)
    return as_parsed(row, found) if found else None


def as_parsed(row: Row, found: Year) -> Parsed:
    """A year as a date of its own."""
    calendar = found.calendar or row.words.calendar
    unit = Unit.YEAR if found.shift is not None else None
    said = Said(calendar=calendar, year=found.year, short=found.short, unit=unit, shift=found.shift)
    return single(said, found.stop, backed=True)


def bare_year(row: Row, at: int) -> Parsed | None:
    """Four digits alone, where the words before them ask for a year («از ۱۳۹۱», "in 1998")."""
    found = digits_year(row, at, short=False)
    if found is None or found.year is None:
        return None
    following = row.token(row[at].after)
    if following in row.words.counted:
        return None
    if found.year % _ROUND == 0 and following.isalpha() and following not in row.words.followers:
        return None
    return as_parsed(row, found)
