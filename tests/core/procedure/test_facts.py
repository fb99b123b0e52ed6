from __future__ import annotations

from datetime import date

import pytest
from tests.factories.procedures import LEAVE, done

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.facts import Asked, Side, asked
from peyvand.core.procedure.pack import Condition, Level, Proof

OWN, PARTNER = Side(country="AA", level=Level.DISTRICT), Side(country="BB")


@pytest.mark.parametrize(
    ("condition", "instrument", "expected"),
    [
        (Condition(), None, Asked.YES),
        (Condition(partners=("BB",)), None, Asked.YES),
        (Condition(partners=("CC",)), None, Asked.NO),
        (Condition(except_partners=("BB",)), None, Asked.NO),
        (Condition(levels=(Level.DISTRICT,)), None, Asked.YES),
        (Condition(levels=(Level.COUNTY,)), None, Asked.NO),
        (Condition(instruments=(Instrument.SISTER_CITY,)), Instrument.SISTER_CITY, Asked.YES),
        (Condition(instruments=(Instrument.SISTER_CITY,)), Instrument.MOU, Asked.NO),
        (Condition(instruments=(Instrument.SISTER_CITY,)), None, Asked.OPEN),
        (Condition(ranks=("mayor",)), None, Asked.OPEN),
        (Condition(ranks=("mayor",), partners=("CC",)), None, Asked.NO),
    ],
)
def test_a_step_is_asked_for_where_its_condition_is_met(
    condition: Condition, instrument: Instrument | None, expected: Asked
) -> None:
    assert asked(condition, OWN, PARTNER, instrument) is expected


def test_a_gate_knows_which_proofs_it_lacks() -> None:
    assert done("leave", date(2025, 1, 1), number=" ").lacks(LEAVE) == (Proof.NUMBER,)
