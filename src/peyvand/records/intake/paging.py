"""What was read in a source, line by line: thousands for a list, of which a page is looked at closely."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peyvand.core.ledger.verdict import Status
from peyvand.core.text import fold_words
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import read
from peyvand.records.register.gathering import ITEMS, rulings_on

# Statements on one page of the desk, sources on one page of the inbox.
PAGE = 50


@dataclass(frozen=True, slots=True)
class _Said:
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Body:
    said: _Said
    quote: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement or claim: its key, its place in the source (from 1), and its words."""

    key: str
    number: int
    quote: str


def read_in(capture: str) -> list[Line]:
    """Everything that was read in a source, in the order of its text."""
    rows = Entry.objects.filter(subject=capture, kind__in=ITEMS).values_list("key", "body")
    found = [(key, read(_Body, body)) for key, body in rows.iterator()]
    found.sort(key=lambda one: (one[1].said.span, one[0]))
    return [Line(key, number, body.quote) for number, (key, body) in enumerate(found, start=1)]


def those(lines: Sequence[Line], capture: str, state: str, words: str) -> Sequence[Line]:
    """The lines of a source with these words, whatever their spelling, whose status is ``state``; empty asks for
    nothing, and `Status.OPEN` for all on which a verdict is due."""
    if words:
        wanted = fold_words(words).casefold()
        lines = [line for line in lines if wanted in fold_words(line.quote).casefold()]
    if state == Status.OPEN:
        waiting = set(Proposal.objects.filter(capture=capture).values_list("key", flat=True))
        return [line for line in lines if line.key in waiting]
    if state:
        rulings = rulings_on(line.key for line in lines)
        return [line for line in lines if rulings[line.key].status == state]
    return lines


def pages_of(items: int) -> int:
    """How many pages so many items take, one at least; also the page of the item of this number."""
    return max(1, -(-items // PAGE))
