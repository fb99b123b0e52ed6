"""Whether a month's name is a month here: some are also a name, a thing, or a verb's prefix."""

from __future__ import annotations

from peyvand.core.calendar import lexemes
from peyvand.core.calendar.lexemes import Caution, MonthName, Row
from peyvand.core.calendar.parsed import Parsed

_OPENERS = (lexemes.IN, lexemes.FROM, lexemes.TO, lexemes.OF)


def is_date(row: Row, at: int, found: Parsed) -> bool:
    """Whether a parsed date may stand: its month's name is backed by its neighbours as far as it needs."""
    name = found.name
    if name is None:
        return True
    if not _may_stand(row, at, found, name):
        return False
    said = found.said.first
    if name.caution is Caution.SHY:
        return found.backed or said.day is not None or _opened(row, at)
    if name.caution is Caution.WARY:
        return found.backed and (said.day is not None or said.unit is None)
    return name.caution is Caution.PLAIN or (said.day is not None and said.year is not None)


def is_doubtful(row: Row, at: int, found: Parsed) -> bool:
    """Whether a date that may not stand alone may stand beside a sure one of the same family of names."""
    name = found.name
    if name is None or name.caution is not Caution.WARY or not _may_stand(row, at, found, name):
        return False
    return found.said.first.day is not None or _opened(row, at)


def _opened(row: Row, at: int) -> bool:
    return row[at - 1].word in _OPENERS


def _is_bare(found: Parsed, name: MonthName) -> bool:
    """Whether a name stands without day, year or a second month; four digits after «میزان» may count anything."""
    said = found.said.first
    return said == found.said.last and said.day is None and (said.year is None or name.caution is Caution.WARY)


def _may_stand(row: Row, at: int, found: Parsed, name: MonthName) -> bool:
    """Whether the words right beside a bare name, its capital, and what may be a verb after it, allow a month."""
    month = next((row[i] for i in range(at, found.stop) if row[i].word is lexemes.MONTH), row[at])
    if _is_bare(found, name) and (
        row.token(month.first - 1) in name.not_after or row.token(month.after) in name.not_before
    ):
        return False
    if name.capital and not row.folded.page[row.folded.origin(month.start)].isupper():
        return False
    after = row.token(month.after)
    return not name.prefix or not after.isalpha() or after in row.words.followers
