"""What members recorded of a case, folded into where each step stands. The record only grows; the last word holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.pack import Proof


class Recorded(StrEnum):
    """What a member records of a step."""

    ASKED = "asked"
    DONE = "done"
    REFUSED = "refused"
    SKIPPED = "skipped"
    REOPENED = "reopened"


class Closing(StrEnum):
    """What a member records of the case as a whole."""

    WITHDRAWN = "withdrawn"
    RESUMED = "resumed"
    HANDED_OVER = "handed_over"


_OUTCOMES = {
    Recorded.DONE: Outcome.DONE,
    Recorded.REFUSED: Outcome.REFUSED,
    Recorded.SKIPPED: Outcome.SKIPPED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRecord:
    """One record of a step of one side (0 or 1). ``on`` is the day it speaks of."""

    side: int
    step: str
    what: Recorded
    on: date
    proofs: Mapping[Proof, str] = field(default_factory=dict)


def gates_of(records: Iterable[StepRecord]) -> tuple[Mapping[str, Gate], Mapping[str, Gate]]:
    """The gates of both sides, from records in the order in which they were made.

    A step that is asked for again after a refusal begins anew; reopening keeps the day of asking and drops the outcome.
    """
    gates: tuple[dict[str, Gate], dict[str, Gate]] = ({}, {})
    for record in records:
        side = gates[record.side]
        side[record.step] = _moved(side.get(record.step, Gate(step=record.step)), record)
    return gates


def _moved(gate: Gate, record: StepRecord) -> Gate:
    if record.what is Recorded.ASKED:
        return Gate(step=gate.step, asked_on=record.on)
    if record.what is Recorded.REOPENED:
        return Gate(step=gate.step, asked_on=gate.asked_on)
    return Gate(
        step=gate.step,
        asked_on=gate.asked_on,
        closed_on=record.on,
        outcome=_OUTCOMES[record.what],
        proofs=dict(record.proofs),
    )
