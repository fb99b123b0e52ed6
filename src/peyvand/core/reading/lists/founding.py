"""Ties told by the year in which they began: «نخستین خواهرخواندگی الف سال ۱۳۷۹ با ب بود و پس از آن با پ بسته شد»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from peyvand.core.calendar import DateMention
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.cast import Pair
from peyvand.core.reading.modality import mode_of_verb
from peyvand.core.reading.mode import stated
from peyvand.core.reading.sentence import SISTER, TIES, Clause
from peyvand.core.reading.trigger import Trigger, as_head, named

_OTHERWISE = (
    "talk", "meet", "festival", "travel", "renew", "propose", "approve", "institution", "bill", "hope", "wants", "plan",
    "need", "effort", "in_wake",
)  # fmt: skip
_TWO = 2


def foundings(clause: Clause) -> Iterator[Trigger]:
    """The ties that a clause says were the first, or those that followed on the ties of the clause before."""
    yield from _lapsed(clause)
    if clause.has(*_OTHERWISE) or not clause.has("with") or not clause.places:
        return
    if clause.dates and clause.has("sister"):
        yield from _was_with(clause)
    elif not clause.has(*TIES) and clause.earlier is not None and clause.earlier.has(*SISTER):
        yield from _followed(clause)


def _was_with(clause: Clause) -> Iterator[Trigger]:
    for head in clause.all("sister"):
        verb = clause.sentence.next_verb(head)
        if not clause.has_before(head, 1, "nth"):
            continue
        if verb is not None and verb.kind == "be" and verb.is_past and not verb.negative:
            yield Trigger(Event.SIGNING, head, clause, stated(Modality.DONE, verb, "founded"), why="founded")
            return


def _followed(clause: Clause) -> Iterator[Trigger]:
    """«… و پس از آن با پ در سال ۱۳۸۷ بسته شد»."""
    for verb in clause.verbs:
        mode = mode_of_verb(verb, clause) if verb.kind == "tie" and verb.finite else None
        if mode is not None and mode.modality is Modality.DONE:
            yield Trigger(Event.SIGNING, as_head(verb, "sign"), clause, mode, why="founded")
            return


def _lapsed(clause: Clause) -> Iterator[Trigger]:
    """«… که همه آن‌ها منقضی شده‌اند», said of the ties that the sentence has named."""
    if clause.has(*TIES) or clause.places or not clause.has("all_of", "they"):
        return
    if not any(earlier.has(*SISTER) and earlier.places for earlier in clause.sentence.clauses[: clause.at]):
        return
    # Behind «که», so that the years of the beginnings are not those of the end.
    part = clause.part(clause.all("all_of", "they")[0].first, clause.stop)
    for head in part.all("end"):
        yield from named(Event.TERMINATION, head, part)


def with_own_dates(trigger: Trigger, pairs: Sequence[Pair]) -> Iterator[tuple[Trigger, Pair]]:
    """«با ب در سال ۱۳۷۹، پ در سال ۱۳۸۳ و ت در سال ۱۳۸۵»: each pair of a list with the date beside its partner."""
    dates = trigger.clause.dates
    if len(pairs) < _TWO or len(dates) < _TWO:
        yield from ((trigger, pair) for pair in pairs)
        return
    common = frozenset.intersection(*(frozenset(party.place.id for party in pair) for pair in pairs))
    spots = [min((one.span.start for one in pair if one.place.id not in common), default=-1) for pair in pairs]
    if not common or spots != sorted(spots) or spots[0] < 0:
        yield from ((trigger, pair) for pair in pairs)
        return
    # «در سال ۱۳۷۹ با ب، در سال ۱۳۸۳ با پ»
    leads = dates[0].span.start < spots[0]
    for at, pair in enumerate(pairs):
        before = _between(dates, spots[at - 1] if at else -1, spots[at])
        after = _between(dates, spots[at], spots[at + 1] if at + 1 < len(spots) else None)
        own = before[-1:] if leads else after[:1]
        yield replace(trigger, clause=replace(trigger.clause, dates=own or before[-1:] or after[:1])), pair


def _between(dates: Sequence[DateMention], first: int, stop: int | None) -> tuple[DateMention, ...]:
    return tuple(date for date in dates if first < date.span.start and (stop is None or date.span.start < stop))
