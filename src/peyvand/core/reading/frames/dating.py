"""When a step took place: the date said nearest to it, settled only as far as the text allows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from peyvand.core.calendar import DateKind, DateMention, SettledDate, settle
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.words import Time, mask_of

# Steps that happen on a day of their own.
_HAPPENED = mask_of("sign", "become", "sistering", "approve", "renew", "suspend", "end", "visit")
_POINTS = (Event.STANDING, Event.SUSPENSION, Event.SIGNING, Event.TERMINATION, Event.RENEWAL, Event.VISIT, Event.EVENT)


class Dated(NamedTuple):
    """The words of a date, and the day or interval they mean, or None where they leave it open."""

    mention: DateMention
    settled: SettledDate
    edtf: str | None


def date_of(step: Step, published: date | None) -> Dated | None:
    """The date of a step, if its clause says one."""
    mention = _nearest(step)
    if mention is None:
        return None
    past = step.modality is Modality.DONE or step.head.time is Time.PAST
    settled = settle(mention, published=published, tense="past" if past else "future", near=())
    return Dated(mention, settled, _edtf(mention, settled, step))


def _nearest(step: Step) -> DateMention | None:
    row, sentence = step.sentence.row, step.sentence
    first, stop = sentence.clause(step.head.first)
    start, end = row.starts[first], row.stops[stop - 1]
    near = [one for one in sentence.dates if start <= one.span.start < end and not _is_of_another(one, step)]
    head = row.starts[step.head.first]
    return min(near, key=lambda one: abs(one.span.start - head), default=None)


def _is_of_another(date: DateMention, step: Step) -> bool:
    """Whether another thing that happened stands between a date and the step: "renewed the pact signed in 2004"."""
    row, head = step.sentence.row, step.head
    low, high = sorted((date.span.start, row.starts[head.first]))
    return any(
        hit.mask & _HAPPENED and hit.time is Time.PAST and low < row.starts[hit.first] < high
        for hit in step.sentence.hits
        if hit.first != head.first
    )


def _edtf(mention: DateMention, settled: SettledDate, step: Step) -> str | None:
    if mention.until or mention.vague or settled.edtf is None or mention.kind is DateKind.RELATIVE_WEEKDAY:
        return None
    if mention.since and step.event not in _POINTS:
        return f"{settled.edtf.split('/')[0]}/.."
    return settled.edtf
