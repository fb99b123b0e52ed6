"""Between rows and values of the procedure."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand.core.procedure.pack import Proof
from peyvand.core.procedure.record import Closing, Recorded, StepRecord
from peyvand.records.casework.models import CaseRecord


def step_records(rows: Iterable[CaseRecord]) -> list[StepRecord]:
    """The records of steps, in the order of their rows."""
    return [
        StepRecord(
            side=row.side,
            step=row.step,
            what=Recorded(row.what),
            on=row.on,
            proofs={Proof(name): words for name, words in row.proofs.items()},
        )
        for row in rows
        if row.side is not None
    ]


def closing_of(rows: Iterable[CaseRecord]) -> Closing | None:
    """What was last recorded of the case as a whole; a handing over changes nothing of it."""
    told = [Closing(row.what) for row in rows if row.side is None and row.what != Closing.HANDED_OVER]
    return told[-1] if told else None
