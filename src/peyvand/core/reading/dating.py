"""When a step took place: the date said in its clause, settled only as far as the text allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from peyvand.core.calendar import DateKind, DateMention, SettledDate, settle
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.mode import Force
from peyvand.core.reading.trigger import Trigger
from peyvand.core.text import Span
from peyvand.core.text.value import value

Days = tuple[date, date]

# Steps of which «since Y» names the beginning itself; others go on from there.
_POINTS = (Event.STANDING, Event.SUSPENSION, Event.SIGNING, Event.TERMINATION, Event.RENEWAL, Event.VISIT, Event.EVENT)


@value()
class Dated:
    """The words of a date, and the day or interval they mean, or None where they leave it open."""

    mention: DateMention
    settled: SettledDate
    edtf: str | None


def date_of(trigger: Trigger, *, published: date | None, near: Sequence[Days]) -> Dated | None:
    """The date of a step, if its clause says one."""
    mention = _mention(trigger)
    if mention is None or (mention.since and trigger.modality is Modality.DENIED):
        # «که از ۱۹۹۴ خواهرخوانده است، قصد پایان دادن به آن را ندارد»
        return None
    # Where the day of publication is known, it and the tense decide; events beside it would only disagree.
    settled = settle(mention, published=published, tense=_tense(trigger), near=() if published else tuple(near))
    return Dated(mention, settled, _edtf(mention, settled, trigger))


def is_to_come(trigger: Trigger, published: date | None) -> bool:
    """Whether a step that is only reported («از سفر … خبر داد») is dated after the day of publication."""
    mention = _mention(trigger)
    if mention is None or published is None:
        return False
    if trigger.mode.force is Force.STATED and trigger.mode.why != "lasting":
        # «هیئت ب ۱۰ شهریور مهمان ماست» is said before that day as after it.
        return False
    days = settle(mention, published=published).bounds
    return days is not None and days[0] > published


def _tense(trigger: Trigger) -> Literal["past", "future"] | None:
    if trigger.modality is Modality.DENIED:
        return "past" if trigger.mode.verb and trigger.mode.verb.is_past else None
    return "past" if trigger.modality is Modality.DONE else "future"


def _mention(trigger: Trigger) -> DateMention | None:
    """The date nearest to the head among those of its clause; one before the head is preferred."""
    dates = trigger.clause.dates or _carried(trigger)
    if not dates:
        return None
    head = trigger.head.span
    limit = trigger.mode.verb.span.stop if trigger.mode.verb else trigger.sentence.span.stop
    inside = [one for one in dates if one.span.start < limit] or list(dates)
    return min(inside, key=lambda one: _distance(one.span, head))


def _carried(trigger: Trigger) -> tuple[DateMention, ...]:
    """The dates of the clause before, where the step's clause only goes on from it with «که»."""
    clause = trigger.clause
    opens = clause.at > 0 and any(atom.first == clause.first for atom in clause.all("join_that"))
    return trigger.sentence.clauses[clause.at - 1].dates if opens else ()


def _distance(one: Span, head: Span) -> int:
    if one.stop <= head.start:
        return head.start - one.stop
    return max(0, one.start - head.stop) + 1


def _edtf(mention: DateMention, settled: SettledDate, trigger: Trigger) -> str | None:
    if mention.until or mention.vague or settled.edtf is None or mention.kind is DateKind.RELATIVE_WEEKDAY:
        return None
    if mention.since and trigger.event not in _POINTS:
        return f"{settled.edtf.split('/')[0]}/.."
    return settled.edtf
