"""Several ties that share one predicate: «پیمان الف و ب در … و پیمان الف و پ در … به امضا رسید»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from peyvand.core.reading.parties import parties_of
from peyvand.core.reading.sentence import TIES, Clause
from peyvand.core.reading.trigger import Trigger


def each_tie(trigger: Trigger) -> Iterator[Trigger]:
    """The step once for each tie that its clause names with cities of its own; else as it is."""
    parts = _parts(trigger)
    if len(parts) < 2:
        yield trigger
        return
    yield from (replace(trigger, clause=part) for part in parts)


def _parts(trigger: Trigger) -> list[Clause]:
    """The stretches of a clause that begin with a tie, up to the next one; none where one of them names no city."""
    clause, head = trigger.clause, trigger.head
    ties = [atom for atom in clause.all(*TIES) if atom.stop <= head.first]
    if len(ties) < 2 or head.has(*TIES):
        return []
    starts = [ties[0].first, *(tie.first for earlier, tie in pairwise(ties) if _opens(tie.first, clause, earlier.stop))]
    parts = [clause.part(first, stop) for first, stop in pairwise([*starts, clause.stop])]
    if any(not parties_of(part.sentence, part.first, part.stop) for part in parts):
        return []
    return parts


def _opens(at: int, clause: Clause, since: int) -> bool:
    """Whether «و» or a comma stands right before a tie, and a city between it and the tie before."""
    joined = any(atom.has("and") and atom.stop == at for atom in clause.atoms) or clause.sentence.line.sign(at) == "،"
    return joined and bool(parties_of(clause.sentence, since, at))
