from __future__ import annotations

from tests.factories.telling import bond_of, codes, decided, told

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.decision import SettleFinding
from peyvand.core.ledger.settling import settle

MAY, SEPTEMBER = (told("signing", when=when, by=when, published="1999-01-01") for when in ("1998-05-29", "1998-09-18"))
AUTUMN = told("signing", when="1998-10-05", by="third", published="1999-01-01")
SETTLED = decided(SettleFinding(code="dates_disagree", statements=(MAY.statement.key, SEPTEMBER.statement.key)))


def test_a_settled_finding_is_kept_apart():
    bond = bond_of(MAY, SEPTEMBER, decisions=SETTLED)

    assert "dates_disagree" not in codes(bond)
    assert [(one.code, one.settled_by) for one in bond.settled] == [("dates_disagree", SETTLED[0].key)]


def test_it_returns_when_a_new_statement_reopens_it():
    bond = bond_of(MAY, SEPTEMBER, AUTUMN, decisions=SETTLED)

    assert "dates_disagree" in codes(bond)
    assert bond.settled == ()


def test_it_stays_settled_for_those_who_see_fewer_of_its_statements():
    settled = decided(SettleFinding(code="x", statements=("1", "2", "3")))
    one = Finding(code="x", statements=("1", "3"))

    still_open, kept = settle([one], settled)

    assert (still_open, [finding.statements for finding in kept]) == ((), [("1", "3")])


def test_another_number_is_another_finding():
    claim = ("claim",)
    settled = decided(SettleFinding(code="count_differs", statements=claim, details=(("claimed", "16"),)))
    same = Finding(code="count_differs", statements=claim, details=(("claimed", "16"),))
    other = Finding(code="count_differs", statements=claim, details=(("claimed", "16"), ("clair", "3")))

    assert settle([same, other], settled)[0] == (other,)


def test_nothing_is_settled_by_another_code():
    one = Finding(code="stale", statements=("1",))

    assert settle([one], decided(SettleFinding(code="one_sided", statements=("1",)))) == ((one,), ())
