"""One item of an archive read: the first pass, its sources, what they say; whatever happens is an outcome."""

from __future__ import annotations

from peyvand.adapters.archives.bounds import Bounds, TookTooLong, bounded
from peyvand.adapters.archives.gate import may_speak_of_ties, words_of
from peyvand.adapters.archives.rows import Outcome, failure_row, source_row, statement_rows
from peyvand.adapters.inputs import Item, sources_of
from peyvand.adapters.inputs.kinds import HEAD, Kind, kind_of
from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import Captured, UnreadableSource
from peyvand.adapters.sources.decoding import decode


def read_item(item: Item, bounds: Bounds) -> Outcome:
    """What one item says. A page that breaks the reader, or takes too much, is a failure with its reason."""
    try:
        with bounded(bounds):
            return _read(item)
    except TookTooLong:
        return failed(item, "too_slow", limit=bounds.seconds)
    except MemoryError:
        return failed(item, "too_hungry", limit=bounds.memory)
    except Exception as fault:
        return failed(item, "broken_reader", cause=type(fault).__name__)


def failed(item: Item, code: str, **details: object) -> Outcome:
    """The outcome of an item that could not be read."""
    return Outcome(failures=[failure_row(UnreadableSource(item.name, code, **details))])


def _read(item: Item) -> Outcome:
    outcome = Outcome()
    if kind_of(item.data[:HEAD]) is Kind.TEXT and not _may_matter(item):
        outcome.passed += 1
        return outcome
    for source in sources_of(item):
        if isinstance(source, UnreadableSource):
            outcome.failures.append(failure_row(source))
        elif not may_speak_of_ties(source.text):
            outcome.passed += 1
        else:
            _add(source, outcome)
    return outcome


def _may_matter(item: Item) -> bool:
    """The first pass. What cannot be decoded is left to the reader, which says why."""
    try:
        return may_speak_of_ties(words_of(decode(item.data, item.name, is_page=True)))
    except UnreadableSource:
        return True


def _add(source: Captured, outcome: Outcome) -> None:
    reading = read_capture(source)
    if not reading.statements and not reading.counts:
        outcome.silent += 1
        return
    outcome.sources.append(source_row(source, reading))
    outcome.statements += statement_rows(reading)
