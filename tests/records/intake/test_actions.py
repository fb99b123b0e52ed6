from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.factories.readings import ISFAHAN, KAZAN, PLANNED, SIGNED, VISIT, source

from peyvand.core.ledger.bond import State
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake import actions
from peyvand.records.intake.models import Proposal
from peyvand.records.intake.worklist import WAITING
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.ledger.queries import head
from peyvand.records.register import queries as register
from peyvand.records.register.gathering import rulings_on
from peyvand.records.register.models import Bond

pytestmark = pytest.mark.django_db
PAIR = (ISFAHAN.id, KAZAN.id)


def proposed(by: Member) -> str:
    """The key of one open statement."""
    return actions.propose(*source(SIGNED), by=by).keys[0]


def status_of(key: str) -> Status:
    """What the verdicts on a statement add up to; what waits is on the work list with that, and nothing else is."""
    status = rulings_on([key])[key].status
    listed = Proposal.objects.filter(key=key).values_list("status", flat=True).first()
    assert listed == (status if status in WAITING else None)
    return status


def test_proposing_enters_the_source_and_what_it_says(officer: Member) -> None:
    captured, reading = source(SIGNED, VISIT, claimed=16, areas=["tourism"])

    found = actions.propose(captured, reading, by=officer)

    assert (found.new, found.known) == (4, 0)
    assert Source.objects.get().text == captured.text
    assert set(Proposal.objects.values_list("status", flat=True)) == {Status.OPEN}
    assert list(Proposal.objects.order_by("number").values_list("key", flat=True)) == list(found.keys)
    assert not Bond.objects.exists()


def test_proposing_again_adds_nothing_even_after_a_rejection(officer: Member) -> None:
    key = proposed(officer)
    actions.reject(key, by=officer)
    before = head()

    again = actions.propose(*source(SIGNED), by=officer)

    assert (again.new, again.known) == (0, 1)
    assert head() == before
    assert status_of(key) is Status.REJECTED


def test_quotation_that_is_not_on_the_page_changes_nothing(officer: Member) -> None:
    captured, reading = source(SIGNED)
    other, _ = source(PLANNED)

    with pytest.raises(actions.NotOfThisText):
        actions.propose(other, reading, by=officer)

    assert not Entry.objects.exists()
    assert captured.text != other.text


def test_accepted_statement_makes_a_bond(officer: Member) -> None:
    actions.accept(proposed(officer), by=officer)

    view = register.bond(PAIR)

    assert view is not None
    assert [side.standing.state for side in view.bond.sides] == [State.IN_FORCE, State.IN_FORCE]


def test_rejected_statement_makes_none(officer: Member) -> None:
    actions.reject(proposed(officer), by=officer)

    assert register.bond(PAIR) is None


def test_withdrawn_acceptance_takes_the_bond_away(officer: Member) -> None:
    key = proposed(officer)
    accepted = actions.accept(key, by=officer)

    actions.withdraw(key, by=officer, follows=accepted.key)

    assert register.bond(PAIR) is None
    assert status_of(key) is Status.WITHDRAWN


def test_verdict_may_change_when_it_names_the_one_before(officer: Member) -> None:
    key = proposed(officer)
    rejected = actions.reject(key, by=officer)

    actions.accept(key, by=officer, follows=rejected.key)

    assert status_of(key) is Status.ACCEPTED


def test_two_members_do_not_both_win(officer: Member, head_of_office: Member) -> None:
    key = proposed(officer)
    actions.accept(key, by=officer)

    with pytest.raises(actions.JudgedMeanwhile) as conflict:
        actions.reject(key, by=head_of_office)

    assert conflict.value.other is not None
    assert (conflict.value.other.member, conflict.value.ruling.status) == (str(officer.pk), Status.ACCEPTED)


def test_form_sent_twice_is_one_verdict(officer: Member) -> None:
    key = proposed(officer)
    first = actions.accept(key, by=officer)

    assert actions.accept(key, by=officer) == first


@pytest.mark.parametrize("act", [actions.accept, actions.reject])
def test_judging_needs_the_role(act: Callable[..., object], officer: Member, auditor: Member) -> None:
    key = proposed(officer)

    with pytest.raises(NotAllowed):
        act(key, by=auditor)

    assert status_of(key) is Status.OPEN


def test_proposing_needs_the_role(auditor: Member) -> None:
    with pytest.raises(NotAllowed):
        actions.propose(*source(SIGNED), by=auditor)


def test_unknown_key_is_named(officer: Member) -> None:
    with pytest.raises(actions.NoSuchStatement):
        actions.accept("0" * 64, by=officer)


def test_nothing_to_withdraw_is_said(officer: Member) -> None:
    with pytest.raises(actions.NothingToWithdraw):
        actions.withdraw(proposed(officer), by=officer, follows=None)


def test_reading_may_be_accepted_in_one_step(officer: Member) -> None:
    accepted = actions.accept_reading(*source(SIGNED, claimed=16), by=officer)

    assert {status_of(key) for key in accepted.keys} == {Status.ACCEPTED}
    assert not Proposal.objects.exists()


def test_accepting_a_reading_leaves_what_was_rejected(officer: Member) -> None:
    key = proposed(officer)
    actions.reject(key, by=officer)

    actions.accept_reading(*source(SIGNED), by=officer)

    assert status_of(key) is Status.REJECTED


def test_failing_fold_leaves_the_verdict_out(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    key = proposed(officer)
    before = head()

    def fail(_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(actions, "refold", fail)
    with pytest.raises(OSError, match="no space left"):
        actions.accept(key, by=officer)

    assert (head(), status_of(key)) == (before, Status.OPEN)


def test_letter_is_the_offices_own_affair(officer: Member) -> None:
    actions.accept_reading(*source(SIGNED, kind=SourceKind.LETTER), by=officer)

    assert register.bond(PAIR) is None
    assert register.bond(PAIR, audience=register.Audience.OFFICE) is not None
