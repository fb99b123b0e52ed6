"""Choose the year that was not said, where the clues leave exactly one."""

from __future__ import annotations

from datetime import date
from operator import itemgetter
from typing import Literal

from peyvand.core.calendar.agreement import agree, on_weekday
from peyvand.core.calendar.extent import Days, stretch_days
from peyvand.core.calendar.placing import days_apart, in_years, years_about
from peyvand.core.calendar.said import Stretch
from peyvand.core.calendar.unsettled import Open, Unsettled
from peyvand.core.text.value import value

Tense = Literal["past", "future"]

# Without a tense, a date belongs to the publication only this close to it: the next occurrence is then twice as far.
_CLOSE = 120
# A dated event lends its year only to dates within three months of it.
_LENT = 92
_MONTH = 31
_YEAR = 366
# An event that lasts longer than this lends no year.
_MOST_YEARS = 6
# 29 Feb, 30 Esfand: a day that most years lack may be some years away.
_REACH = 2


@value()
class Clues:
    """What may settle a year: the day of publication, the clause's tense, the days of dated events beside it."""

    published: date | None
    tense: Tense | None
    near: tuple[Days, ...]


def choose(said: Stretch, also: tuple[Stretch, ...], clues: Clues) -> Stretch:
    """The date in the one year that the clues leave. Raises `Unsettled`."""
    by_publication = _by_publication(said, also, clues)
    by_event = _by_event(said, also, clues)
    if by_publication and by_event and by_publication != by_event:
        raise Unsettled(Open.MANY_YEARS)
    found = by_publication or by_event
    if not found:
        raise Unsettled(Open.NO_YEAR)
    return found


def _by_publication(said: Stretch, also: tuple[Stretch, ...], clues: Clues) -> Stretch | None:
    if clues.published is None:
        return None
    years = years_about(clues.published, said.first.calendar, _REACH)
    possible = list(in_years(said, years))
    if not possible:
        raise Unsettled(Open.NO_SUCH_DAY)
    turn = said.first.turn
    if turn is not None:
        return _turned(possible, turn, clues.published)
    checked = [placed for placed in possible if _is_checked(placed, said, also)]
    close = [placed for placed in checked if days_apart(stretch_days(placed), (clues.published,) * 2) <= _YEAR]
    found = _by_tense(close, clues.tense, clues.published)
    if found is None and len(checked) < len(possible):
        return _only(close, clues)
    return found


def _only(checked: list[Stretch], clues: Clues) -> Stretch:
    """The one year in which a weekday or a second calendar agrees, unless the tense speaks against it."""
    fitting = [placed for placed in checked if _in_tense(placed, clues)]
    if len(fitting) != 1:
        raise Unsettled(Open.DISAGREE, conflict=not fitting)
    return fitting[0]


def _turned(possible: list[Stretch], turn: int, published: date) -> Stretch | None:
    if turn < 0:
        return max((at for at in possible if stretch_days(at)[1] < published), key=stretch_days, default=None)
    return min((at for at in possible if stretch_days(at)[0] > published), key=stretch_days, default=None)


def _by_tense(possible: list[Stretch], tense: Tense | None, published: date) -> Stretch | None:
    if tense == "past":
        return max((at for at in possible if stretch_days(at)[0] <= published), key=stretch_days, default=None)
    if tense == "future":
        return min((at for at in possible if stretch_days(at)[1] >= published), key=stretch_days, default=None)
    close = [at for at in possible if days_apart(stretch_days(at), (published, published)) <= _CLOSE]
    return close[0] if len(close) == 1 else None


def _by_event(said: Stretch, also: tuple[Stretch, ...], clues: Clues) -> Stretch | None:
    if clues.tense == "future" and clues.published is None:
        found = _next_after(said, clues.near)
    else:
        found = {placed for event in clues.near for placed in _about(said, event)}
    fitting = [placed for placed in found if _in_tense(placed, clues) and _is_checked(placed, said, also)]
    if len(fitting) > 1:
        raise Unsettled(Open.MANY_YEARS)
    return fitting[0] if fitting else None


def _next_after(said: Stretch, near: tuple[Days, ...]) -> set[Stretch]:
    """What is still to come follows the last thing told, if that is known to the month."""
    last = max((event for event in near if (event[1] - event[0]).days <= _MONTH), key=itemgetter(1), default=None)
    if last is None:
        return set()
    years = years_about(last[1], said.first.calendar, _REACH)
    coming = [placed for placed in in_years(said, years) if 0 < (stretch_days(placed)[0] - last[1]).days <= _YEAR]
    return set(coming[:1])


def _about(said: Stretch, event: Days) -> list[Stretch]:
    """The years in which a date lies within a dated event, or else close to it."""
    years = range(
        years_about(event[0], said.first.calendar, 1)[0], years_about(event[1], said.first.calendar, 1)[-1] + 1
    )
    apart = [(days_apart(stretch_days(placed), event), placed) for placed in in_years(said, years[:_MOST_YEARS])]
    within = [placed for days, placed in apart if days == 0]
    return within or [placed for days, placed in apart if days <= _LENT]


def _is_checked(placed: Stretch, said: Stretch, also: tuple[Stretch, ...]) -> bool:
    return on_weekday(placed, said, *also) and all(agree(placed, other) for other in also)


def _in_tense(placed: Stretch, clues: Clues) -> bool:
    if clues.published is None or clues.tense is None:
        return True
    first, last = stretch_days(placed)
    return first <= clues.published if clues.tense == "past" else last >= clues.published
