from __future__ import annotations

from datetime import date

import pytest
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.casework.actions import open_case
from peyvand.records.contacts.actions import Facts, keep
from peyvand.records.documents.ties import NoSuchThing, bond_ref, gate_ref, tie_up, tied_to, untie
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Entry

pytestmark = pytest.mark.django_db


def test_a_bond_has_one_name_whichever_side_is_said_first() -> None:
    assert bond_ref((KAZAN.id, ISFAHAN.id)) == bond_ref((ISFAHAN.id, KAZAN.id)) == f"{ISFAHAN.id} {KAZAN.id}"


def test_ties_lead_to_what_is_there(officer: Member) -> None:
    case = open_case(ISFAHAN.id, KAZAN.id, by=officer, on=date(2025, 3, 1))
    contact = keep(Facts(name="x"), by=officer)
    gate = gate_ref(case.pk, 0, "council")
    for kind, ref in (("case", str(case.pk)), ("gate", gate), ("contact", str(contact.pk))):
        assert tie_up("letter", 3, kind, ref, by=officer).ref == ref

    assert tied_to("gate", [gate, "x"], "letter") == {3: [gate]}
    assert (untie("letter", 3, "gate", gate), untie("letter", 3, "gate", gate)) == (True, False)
    assert tied_to("gate", [gate], "letter") == {}


def test_a_tie_leads_to_a_statement(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)
    key = Entry.objects.get(kind="statement").key

    assert tie_up("document", 1, "statement", key, by=officer).ref == key


@pytest.mark.parametrize(
    ("kind", "ref"),
    [
        ("bond", "nowhere elsewhere"),
        ("bond", ISFAHAN.id),
        ("bond", f"{ISFAHAN.id} {ISFAHAN.id}"),
        ("case", "7"),
        ("case", "x"),
        ("gate", "7/0/council"),
        ("gate", "7/2/council"),
        ("gate", "; DROP TABLE"),
        ("statement", "0" * 64),
        ("contact", "9"),
        ("soul", "1"),
    ],
)
def test_nothing_hangs_in_the_air(officer: Member, kind: str, ref: str) -> None:
    with pytest.raises(NoSuchThing):
        tie_up("letter", 1, kind, ref, by=officer)


def test_a_gate_is_one_of_its_procedure(officer: Member) -> None:
    case = open_case(ISFAHAN.id, KAZAN.id, by=officer, on=date(2025, 3, 1))
    with pytest.raises(NoSuchThing):
        tie_up("letter", 1, "gate", gate_ref(case.pk, 0, "blessing"), by=officer)


def test_what_is_hidden_from_a_member_cannot_be_tied_to(officer: Member) -> None:
    case = open_case(ISFAHAN.id, KAZAN.id, by=officer, on=date(2025, 3, 1))
    with pytest.raises(NotAllowed):
        tie_up("document", 1, "case", str(case.pk), by=member("p", role=Role.PARTNER))
