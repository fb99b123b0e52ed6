from __future__ import annotations

from datetime import date
from typing import Any

from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.pack import Proof
from peyvand.core.procedure.record import Recorded, StepRecord, gates_of

MAY, JUNE, JULY = date(2025, 5, 1), date(2025, 6, 1), date(2025, 7, 1)


def record(what: Recorded, on: date, **more: Any) -> StepRecord:
    return StepRecord(side=more.pop("side", 0), step="leave", what=what, on=on, **more)


def gate(*records: StepRecord) -> Gate:
    return gates_of(records)[0]["leave"]


def test_asking_starts_the_clock_and_the_answer_closes_the_gate() -> None:
    asked, done = record(Recorded.ASKED, MAY), record(Recorded.DONE, JUNE, proofs={Proof.NUMBER: "12"})

    assert gate(asked) == Gate(step="leave", asked_on=MAY)
    assert gate(asked, done) == Gate(
        step="leave", asked_on=MAY, closed_on=JUNE, outcome=Outcome.DONE, proofs={Proof.NUMBER: "12"}
    )


def test_a_gate_that_is_reopened_keeps_its_clock() -> None:
    assert gate(record(Recorded.ASKED, MAY), record(Recorded.DONE, JUNE), record(Recorded.REOPENED, JULY)) == Gate(
        step="leave", asked_on=MAY
    )


def test_asking_again_after_a_refusal_begins_anew() -> None:
    assert gate(record(Recorded.ASKED, MAY), record(Recorded.REFUSED, JUNE), record(Recorded.ASKED, JULY)) == Gate(
        step="leave", asked_on=JULY
    )


def test_each_side_has_gates_of_its_own() -> None:
    first, second = gates_of([record(Recorded.SKIPPED, MAY), record(Recorded.DONE, JUNE, side=1)])

    assert (first["leave"].outcome, second["leave"].outcome) == (Outcome.SKIPPED, Outcome.DONE)
