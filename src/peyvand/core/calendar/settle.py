"""Settle a date: the day or interval that it means, or why it stays open. Nothing is completed on a guess."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from peyvand.core.calendar.agreement import agree, on_weekday, precision
from peyvand.core.calendar.choosing import Clues, Tense, choose
from peyvand.core.calendar.extent import Days, stretch_days
from peyvand.core.calendar.placing import counted, day_said, hangs, in_month, is_fixed, weekday_day
from peyvand.core.calendar.reckoning import Calendar, NoSuchDay
from peyvand.core.calendar.said import DateKind, DateMention, Stretch
from peyvand.core.calendar.unsettled import Open, Unsettled
from peyvand.core.calendar.written import written
from peyvand.core.text.value import value


@value(kw_only=True)
class SettledDate:
    """A date in Gregorian terms, as far as it could be settled.

    ``edtf`` is None where it stays open, and then ``reason`` says why. ``basis`` is ``said`` or ``inferred``.
    ``calendar``, ``value`` and ``text`` are as said. ``conflict``: two calendars, or a weekday, do not agree.
    """

    edtf: str | None
    basis: str | None
    calendar: Calendar
    value: str
    text: str
    conflict: bool = False
    bounds: Days | None = None
    reason: Open | None = None


def settle(
    mention: DateMention, *, published: date | None = None, tense: Tense | None = None, near: Sequence[Days] = ()
) -> SettledDate:
    """Settle what a mention means.

    ``published`` is the day on which the text was published, ``tense`` that of the clause, ``near`` the days of dated
    events told beside it. A year that was not said is taken only where these leave exactly one.
    """
    return _reckoned(mention, Clues(published, tense, tuple(near)))


@lru_cache(maxsize=256)
def _reckoned(mention: DateMention, clues: Clues) -> SettledDate:
    """Kept for a while, since each step of a clause asks for the same date."""
    try:
        placed, basis, conflict = _placed(mention, clues)
        edtf, bounds = written(placed), stretch_days(placed)
    except Unsettled as why:
        return _settled(mention, conflict=why.conflict, reason=why.reason)
    except NoSuchDay:
        return _settled(mention, reason=Open.NO_SUCH_DAY)
    return _settled(mention, edtf=edtf, basis=basis, conflict=conflict, bounds=bounds)


def _settled(
    mention: DateMention,
    *,
    edtf: str | None = None,
    basis: str | None = None,
    conflict: bool = False,
    bounds: Days | None = None,
    reason: Open | None = None,
) -> SettledDate:
    return SettledDate(
        edtf=edtf, basis=basis, calendar=mention.calendar, value=mention.value, text=mention.text, conflict=conflict,
        bounds=bounds, reason=reason,
    )  # fmt: skip


def _placed(mention: DateMention, clues: Clues) -> tuple[Stretch, str, bool]:
    """The absolute date, its basis, and whether its calendars or weekday disagree."""
    spoken = (mention.said, *mention.also)
    sure = [stretch for stretch in spoken if is_fixed(stretch) and _exists(stretch)]
    basis = "said" if sure else "inferred"
    if not sure and not any(is_fixed(stretch) for stretch in spoken):
        sure = [found for stretch in spoken if (found := _by_publication(stretch, clues, mention.week_starts))]
    if not sure:
        if any(is_fixed(stretch) for stretch in spoken):
            raise Unsettled(Open.NO_SUCH_DAY)
        return choose(mention.said, mention.also, clues), "inferred", False
    best = min(sure, key=precision)
    conflict = not all(agree(best, stretch) for stretch in spoken if not hangs(stretch))
    conflict = conflict or not all(agree(best, stretch) for stretch in sure)
    return best, basis, conflict or not on_weekday(best, *spoken)


def _exists(stretch: Stretch) -> bool:
    try:
        stretch_days(stretch)
    except NoSuchDay:
        return False
    return True


def _by_publication(stretch: Stretch, clues: Clues, week_starts: int) -> Stretch | None:
    """What the words themselves count from the day of publication; None where they do not."""
    if not hangs(stretch):
        return None
    if clues.published is None:
        raise Unsettled(Open.NO_PUBLICATION)
    if stretch.first.unit is not None or stretch.kind not in (DateKind.WEEKDAY, DateKind.RELATIVE_WEEKDAY):
        return counted(in_month(stretch, clues.tense, clues.published), clues.published, week_starts)
    day = weekday_day(stretch.first, clues.published)
    if day is None:
        raise Unsettled(Open.WEEKDAY)
    said = day_said(day, stretch.first.calendar)
    return Stretch(first=said, last=said)
