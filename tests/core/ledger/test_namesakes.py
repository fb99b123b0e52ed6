from __future__ import annotations

from tests.factories.telling import OURS, bond_of, told

from peyvand.core.ledger.bond import Bond
from peyvand.core.ledger.namesakes import namesakes

NAMES = {OURS: "Pune", "ohio": "Columbus", "indiana": "Columbus", "kazan": "Kazan"}


def tie(partner: str, event: str = "standing") -> Bond:
    """What is said of Pune and a partner; the places of the telling are renamed."""
    bond = bond_of(told(event, by=partner, kind="dataset_row"))
    return Bond(places=(OURS, partner), sides=bond.sides, events=bond.events, findings=())


def test_two_partners_of_one_name_are_suspected():
    (finding,) = namesakes(OURS, [tie("ohio"), tie("indiana"), tie("kazan")], NAMES.__getitem__)

    assert (finding.code, finding.details) == ("namesake_suspected", (("partners", "indiana ohio"),))
    assert len(finding.statements) == 2


def test_partners_of_other_names_and_mere_visits_are_not():
    assert list(namesakes(OURS, [tie("ohio"), tie("kazan")], NAMES.__getitem__)) == []
    assert list(namesakes(OURS, [tie("ohio"), tie("indiana", "visit")], NAMES.__getitem__)) == []
