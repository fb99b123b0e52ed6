"""Who lists which partner of a place: the lists of several sources beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from peyvand.core.ledger.bond import Day, Fact, SourceBrief
from peyvand.core.ledger.words import Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part

_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})
# What names one partner alone is a report, no list.
_A_LIST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What one list says of one partner: ``date`` is EDTF; ``dropped`` the day on which a newer file left it out."""

    statements: tuple[str, ...]
    instrument: Instrument | None
    date: str | None
    dropped: Day | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One partner with a cell for each list, None where the list does not have it."""

    partner: str
    cells: tuple[Listed | None, ...]

    @property
    def n(self) -> int:
        """How many of the lists have it now."""
        return sum(cell is not None and cell.dropped is None for cell in self.cells)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Lists (columns, the oldest first) and partners (rows, those in most lists first) of one place on a day.

    Of a list that came in several files, ``sources`` has the newest. ``reported`` are partners that are in no list
    and that a single report names, sorted.
    """

    place: str
    sources: tuple[SourceBrief, ...]
    rows: tuple[MatrixRow, ...]
    reported: tuple[str, ...]


def matrix_of(place: str, facts: Iterable[Fact], day: date) -> Matrix:
    """The matrix of ``place`` on a day from the accepted statements on its bonds; others are passed over.

    A list is what came as rows, or any source that names several partners.
    """
    told: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if place in fact.resolution.places and _is_tie(fact) and _told(fact) <= day:
            partner = fact.resolution.places[1 - fact.resolution.places.index(place)]
            told[fact.source.origin or fact.source.cluster or fact.source.capture][partner].append(fact)
    lists = {name: of_list for name, of_list in told.items() if _is_list(of_list)}
    newest = {name: max(_sources(of_list), key=_age) for name, of_list in lists.items()}
    columns = sorted(lists, key=lambda name: (_age(newest[name]), name))
    partners = {partner for of_list in lists.values() for partner in of_list}
    rows = [
        MatrixRow(partner=partner, cells=tuple(_cell(lists[name].get(partner, ()), day) for name in columns))
        for partner in partners
    ]
    return Matrix(
        place=place,
        sources=tuple(newest[name] for name in columns),
        rows=tuple(sorted(rows, key=lambda row: (-row.n, row.partner))),
        reported=tuple(sorted({partner for of_list in told.values() for partner in of_list} - partners)),
    )


def _is_tie(fact: Fact) -> bool:
    said = fact.statement
    return said.event in _TIES and said.modality is Modality.DONE and said.part is not Part.TITLE


def _told(fact: Fact) -> date:
    return fact.source.published or fact.accepted_at.date()


def _is_list(of_list: dict[str, list[Fact]]) -> bool:
    rows = any(source.kind is SourceKind.DATASET_ROW for source in _sources(of_list))
    return rows or len(of_list) >= _A_LIST


def _sources(of_list: dict[str, list[Fact]]) -> list[SourceBrief]:
    return [fact.source for facts in of_list.values() for fact in facts]


def _age(source: SourceBrief) -> tuple[date, str]:
    return source.published or date.max, source.capture


def _cell(facts: Iterable[Fact], day: date) -> Listed | None:
    """What the list says, by the rows that it still has, or by those that it has dropped."""
    facts = sorted(facts, key=lambda fact: (fact.resolution.date is None, fact.resolution.date, fact.statement.key))
    if not facts:
        return None
    kept = [fact for fact in facts if not fact.is_withdrawn(day.toordinal())]
    gone = [fact.withdrawn.on for fact in facts if fact.withdrawn]
    shown = kept or facts
    return Listed(
        statements=tuple(sorted(fact.statement.key for fact in shown)),
        instrument=next((fact.statement.instrument for fact in shown if fact.statement.instrument), None),
        date=shown[0].resolution.date,
        dropped=None if kept else max(gone),
    )
