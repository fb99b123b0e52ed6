"""What a statement's words were found to mean: two places, and a date as far as it could be settled."""

from __future__ import annotations

from typing import Protocol

from peyvand.core.calendar import SettledDate
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import DateSaid, Resolution, Statement
from peyvand.core.ledger.words import DateBasis


class Dated(Protocol):
    """A date of a step: settled, and what the reader takes of that as EDTF, None where it leaves it open."""

    @property
    def settled(self) -> SettledDate: ...
    @property
    def edtf(self) -> str | None: ...


def resolved(statement: Statement, places: tuple[Place, Place], dated: Dated | None) -> Resolution:
    """The resolution of a statement between two places, in their order."""
    ids = (places[0].id, places[1].id)
    if dated is None:
        return Resolution(statement=statement.key, places=ids)
    settled, edtf = dated.settled, dated.edtf
    return Resolution(
        statement=statement.key,
        places=ids,
        date=edtf,
        date_basis=DateBasis(settled.basis) if settled.basis and edtf else None,
        date_said=DateSaid(calendar=str(settled.calendar), value=settled.value, text=settled.text),
        date_conflict=settled.conflict,
    )
