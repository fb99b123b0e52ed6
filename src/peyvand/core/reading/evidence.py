"""The words that carry a step: a short verbatim stretch of its clause."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.core.reading.sentence import TIES
from peyvand.core.reading.trigger import Trigger
from peyvand.core.text import Folded, Span

LONGEST = 120
_DASHES = frozenset("-–—")
# Words with which a phrase begins.
_LEADING = ("with", "in", "to", "from", "between", "purpose", "after", "happen")
# Small words that open a clause and carry nothing of it.
_OPENERS = ("and", "join_that", "but")


def evidence_of(trigger: Trigger, folded: Folded) -> Span:
    """The page span of at most 120 characters that shows the step: the clause if it fits, else what is around it."""
    head, line = trigger.head, trigger.sentence.line
    stop = head.span.stop
    verb = trigger.mode.verb
    if verb is not None and verb.span.stop > stop:
        stop = verb.span.stop
    if verb is None:
        stop = max(stop, *(one.span.stop for one in trigger.clause.dates), stop)
    tie = trigger.clause.nearest(head, *TIES)
    start = min(head.span.start, tie.span.start) if tie else head.span.start
    inner = Span(start, max(stop, tie.span.stop if tie else stop))
    if _length(inner, folded) > LONGEST:
        inner = Span(head.span.start, stop)
    if _length(inner, folded) > LONGEST:
        inner = _cut(head.span, folded)
    return folded.back(_widened(inner, trigger, folded, line.starts))


def _length(span: Span, folded: Folded) -> int:
    page = folded.back(span)
    return page.stop - page.start


def _cut(head: Span, folded: Folded) -> Span:
    """The head with as many words after it as fit."""
    text = folded.text
    stop = head.stop
    while True:
        space = text.find(" ", stop + 1)
        if space < 0 or _length(Span(head.start, space), folded) > LONGEST:
            return Span(head.start, stop)
        stop = space


def _openings(trigger: Trigger, first: int) -> Iterator[int]:
    """Where a phrase of the clause begins: after a sign or with a small word, so that no name is cut in two."""
    line, last = trigger.sentence.line, trigger.head.first
    yield from (at for at in range(first, last + 1) if not line.soft[at])
    yield from (atom.first for atom in trigger.clause.all(*_LEADING) if first <= atom.first < last)


def _widened(inner: Span, trigger: Trigger, folded: Folded, starts: tuple[int, ...]) -> Span:
    """Take in the clause's words before, from its beginning or as far back as they fit."""
    first, line = trigger.clause.first, trigger.sentence.line
    if first == trigger.sentence.words.start:
        # A dateline opens the sentence: «کاشمر- شهرداران …».
        dashes = (at for at in range(first + 1, min(first + 4, trigger.head.first + 1)) if line.sign(at) in _DASHES)
        first = next(dashes, first)
    for atom in trigger.clause.atoms:
        if atom.first == first < trigger.head.first and atom.has(*_OPENERS):
            first = atom.stop
    opened = {first, *_openings(trigger, first)}
    stop = folded.back(inner).stop
    begin = next((at for at in sorted(opened) if stop - folded.origin(starts[at]) <= LONGEST), None)
    return Span(min(starts[begin], inner.start), inner.stop) if begin is not None else inner
