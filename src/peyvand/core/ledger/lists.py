"""Findings on ties that come from lists: rows that a list has dropped, one tie under two names, levels that differ.

The codes: row_withdrawn, two_names, level_mixed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peyvand.core.gazetteer import Level
from peyvand.core.gazetteer.names import name_key
from peyvand.core.ledger.bond import Fact, Finding
from peyvand.core.ledger.hearing import Heard
from peyvand.core.ledger.statement import digest
from peyvand.core.ledger.words import Event, SourceKind

_ROW = "peyvand/row/1"
# What a row says is the same in an older and a newer file, wherever it stands in them.
_PLACE_IN_FILE = frozenset({"capture", "span"})
_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


def row_words(said: Mapping[str, object]) -> str:
    """The hash of what a statement or claim says (its ``said()``), without where in which file it stands."""
    return digest(_ROW, {name: value for name, value in said.items() if name not in _PLACE_IN_FILE})


def withdrawn_rows(facts: Iterable[Fact], day: int) -> Iterator[Finding]:
    """Rows that a newer file of their origin no longer has by that day (an ordinal); one finding for each such file."""
    dropped: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        if fact.withdrawn and fact.is_withdrawn(day):
            dropped[fact.withdrawn.capture, fact.withdrawn.on.isoformat()].add(fact.resolution.statement)
    for (capture, on), statements in dropped.items():
        details = (("capture", capture), ("on", on))
        yield Finding(code="row_withdrawn", statements=tuple(sorted(statements)), details=details)


def two_names(spoken: Iterable[Heard]) -> Iterator[Finding]:
    """One list that names the same place differently in rows on the same pair."""
    named: dict[tuple[str, str], dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for one in spoken:
        said, meant = one.fact.statement, one.fact.resolution.places
        if one.fact.source.kind is SourceKind.DATASET_ROW and said.event in _TIES:
            for name, place in zip(said.places, meant, strict=True):
                named[one.fact.source.capture, place][name_key(name)][one.key] = name
    for (_, place), by_name in sorted(named.items()):
        if len(by_name) > 1:
            statements = tuple(sorted({key for rows in by_name.values() for key in rows}))
            names = " | ".join(sorted(min(rows.values()) for rows in by_name.values()))
            yield Finding(code="two_names", statements=statements, details=(("place", place), ("names", names)))


def mixed_levels(spoken: Sequence[Heard], places: tuple[str, str], levels: tuple[Level, Level]) -> Iterator[Finding]:
    """A tie between places of different levels, a city and a province: one of the two may be meant for another."""
    ties = tuple(sorted(one.key for one in spoken if one.done and one.fact.statement.event in _TIES))
    if ties and levels[0] is not levels[1]:
        details = tuple((place, str(level)) for place, level in zip(places, levels, strict=True))
        yield Finding(code="level_mixed", statements=ties, details=details)
