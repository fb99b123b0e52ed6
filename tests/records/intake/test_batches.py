from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN
from tests.factories.tables import ISFAHAN as OWN
from tests.factories.tables import batch

from peyvand.adapters.imports import office, pairs
from peyvand.adapters.imports.batch import Batch
from peyvand.core.ledger.bond import Known, State
from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import Judgement
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake import actions, batches
from peyvand.records.intake.models import Proposal
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.queries import head
from peyvand.records.ledger.verification import verify
from peyvand.records.register import queries as register
from peyvand.records.register.actions import rebuild
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db
PAIR, OTHER = (ISFAHAN.id, KAZAN.id), (FREIBURG.id, ISFAHAN.id)
HEADINGS = ("City", "Country", "Since")
KAZAN_ROW, FREIBURG_ROW = ("Kazan", "Russia", "2015"), ("Freiburg", "Germany", "2000")


def rows(*given: tuple[str, ...], published: str | None = None) -> Batch:
    made = batch(pairs.KIND, ("City 1", *HEADINGS), *(("Isfahan", *row) for row in given))
    return replace(made, published=date.fromisoformat(published) if published else None)


def taken_in(made: Batch, by: Member, **more: str) -> batches.Compared:
    """Entered and accepted."""
    compared = batches.enter(made, by=by, **more)
    batches.accept_rest(made.capture, by=by, reason="the list of the ministry")
    return compared


def states(pair: tuple[str, str], **more: object) -> list[State]:
    view = register.bond(pair, **more)  # type: ignore[arg-type]
    return [side.standing.state for side in view.bond.sides] if view else []


def found(pair: tuple[str, str]) -> list[str]:
    view = register.bond(pair)
    return [finding.code for finding in view.bond.findings] if view else []


def test_rows_wait_for_a_verdict(officer: Member) -> None:
    compared = batches.enter(rows(KAZAN_ROW, FREIBURG_ROW), by=officer)

    assert (len(compared.new), compared.known, compared.gone) == (2, 0, ())
    assert set(Proposal.objects.values_list("status", flat=True)) == {Status.OPEN}
    assert register.bond(PAIR) is None


def test_one_verdict_accepts_the_whole_batch(officer: Member) -> None:
    made = rows(KAZAN_ROW, FREIBURG_ROW)
    taken_in(made, officer)

    view = register.bond(PAIR)

    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 1
    assert not Proposal.objects.exists()
    assert view is not None
    assert [side.standing.known for side in view.bond.sides] == [Known.CLAIMED, Known.CLAIMED]
    assert [one.quote for one in view.statements.values()] == ["Isfahan\tKazan\tRussia\t2015"]
    assert states(OTHER) == [State.IN_FORCE, State.IN_FORCE]
    assert verify().faults == ()


def test_many_batches_are_judged_at_once(officer: Member) -> None:
    good, bad, judged = rows(KAZAN_ROW), rows(FREIBURG_ROW), rows(("Istanbul", "Turkey", "1990"))
    for made in (good, bad, judged):
        batches.enter(made, by=officer)
    batches.reject_batch(judged.capture, by=officer)
    wanted = {good.capture: Judgement.ACCEPTED, bad.capture: Judgement.REJECTED, judged.capture: Judgement.ACCEPTED}

    given = batches.judge_batches(wanted, by=officer, reason="looked through")

    assert given == 2
    assert [batches.ruling_on(made.capture).status for made in (good, bad, judged)] == [
        Status.ACCEPTED,
        Status.REJECTED,
        Status.REJECTED,
    ]
    assert (register.bond(PAIR) is not None, register.bond(OTHER)) == (True, None)
    assert (register.unfolded(), Proposal.objects.count()) == ([], 0)


def test_unknown_batch_stops_all_of_them(officer: Member) -> None:
    made = rows(KAZAN_ROW)
    batches.enter(made, by=officer)

    with pytest.raises(actions.NoSuchStatement):
        batches.judge_batches({made.capture: Judgement.ACCEPTED, "0" * 64: Judgement.ACCEPTED}, by=officer)

    assert batches.ruling_on(made.capture).status is Status.OPEN


def test_taking_in_again_adds_nothing(officer: Member) -> None:
    made = rows(KAZAN_ROW)
    taken_in(made, officer)
    before = head()

    again = taken_in(made, officer)

    assert (len(again.new), again.known, head()) == (0, 1, before)


def test_stopped_halfway_it_goes_on(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    made = rows(KAZAN_ROW, FREIBURG_ROW)
    monkeypatch.setattr(batches, "_STEP", 1)

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batches.enter(made, by=officer, progress=stop)
    first = Entry.objects.filter(kind=Kind.STATEMENT).count()
    rest = taken_in(made, officer)

    assert (first, len(rest.new), rest.known) == (1, 1, 1)
    assert not Proposal.objects.exists()
    assert states(PAIR) == states(OTHER) == [State.IN_FORCE, State.IN_FORCE]


def test_rows_that_come_later_wait_until_the_batch_is_accepted_again(officer: Member) -> None:
    made = rows(KAZAN_ROW, FREIBURG_ROW)
    taken_in(replace(made, items=made.items[:1]), officer)

    batches.enter(made, by=officer)
    late = register.bond(OTHER)
    accepted = batches.accept_rest(made.capture, by=officer)

    assert (late, accepted) == (None, True)
    assert states(OTHER) == [State.IN_FORCE, State.IN_FORCE]


def test_one_row_can_be_judged_by_itself(officer: Member, head_of_office: Member) -> None:
    made = rows(KAZAN_ROW, FREIBURG_ROW)
    taken_in(made, officer)
    seen = batches.ruling_on(made.capture).heads[0].key

    actions.reject(made.items[0].said.key, by=head_of_office, follows=seen, reason="not so")

    assert (register.bond(PAIR), states(OTHER)) == (None, [State.IN_FORCE, State.IN_FORCE])


def test_batch_can_be_taken_back(officer: Member) -> None:
    made = rows(KAZAN_ROW, FREIBURG_ROW)
    taken_in(made, officer)

    batches.withdraw_batch(made.capture, by=officer, follows=batches.ruling_on(made.capture).heads[0].key)

    assert (register.bond(PAIR), register.bond(OTHER)) == (None, None)
    assert set(Proposal.objects.values_list("status", flat=True)) == {Status.WITHDRAWN}


def test_rejected_batch_is_not_accepted_by_taking_it_in_again(officer: Member) -> None:
    made = rows(KAZAN_ROW)
    batches.enter(made, by=officer)
    batches.reject_batch(made.capture, by=officer, reason="not to be trusted")

    assert batches.accept_rest(made.capture, by=officer) is False
    assert register.bond(PAIR) is None


def test_two_members_do_not_both_judge_a_batch(officer: Member, head_of_office: Member) -> None:
    made = rows(KAZAN_ROW)
    taken_in(made, officer)

    with pytest.raises(actions.JudgedMeanwhile):
        batches.reject_batch(made.capture, by=head_of_office)


def test_judging_needs_a_batch_and_the_role(officer: Member, auditor: Member) -> None:
    made = rows(KAZAN_ROW)
    with pytest.raises(NotAllowed):
        batches.enter(made, by=auditor)
    with pytest.raises(actions.NoSuchStatement):
        batches.accept_batch(made.capture, by=officer)
    batches.enter(made, by=officer)
    with pytest.raises(NotAllowed):
        batches.accept_batch(made.capture, by=auditor)
    with pytest.raises(actions.NothingToWithdraw):
        batches.withdraw_batch(made.capture, by=officer, follows=None)


def test_newer_file_adds_what_is_new_and_withdraws_what_is_gone(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW, published="2022-01-10"), officer, origin="list")

    compared = taken_in(rows(FREIBURG_ROW, published="2024-02-01"), officer, origin="list")

    assert (len(compared.new), compared.known, len(compared.gone)) == (0, 1, 1)
    assert states(PAIR) == [State.NONE, State.NONE]
    assert found(PAIR) == ["row_withdrawn"]
    assert states(OTHER) == [State.IN_FORCE, State.IN_FORCE]
    assert Source.objects.count() == 2


def test_withdrawn_row_held_before_the_newer_file_and_before_it_was_known(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW, published="2022-01-10"), officer, origin="list")
    known = Entry.objects.order_by("-number").values_list("recorded_at", flat=True)[0]
    taken_in(rows(FREIBURG_ROW, published="2024-02-01"), officer, origin="list")

    assert states(PAIR, as_of=date(2024, 1, 31)) == [State.IN_FORCE, State.IN_FORCE]
    assert states(PAIR, known_at=known) == [State.IN_FORCE, State.IN_FORCE]
    assert states(PAIR, as_of=date(2024, 2, 1)) == [State.NONE, State.NONE]


def test_withdrawal_counts_once_the_newer_file_is_accepted(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW), officer, origin="list")
    newer = rows(FREIBURG_ROW)

    batches.enter(newer, by=officer, origin="list")
    before = states(PAIR)
    batches.accept_rest(newer.capture, by=officer)
    after = states(PAIR)
    batches.withdraw_batch(newer.capture, by=officer, follows=batches.ruling_on(newer.capture).heads[0].key)

    assert (before, after) == ([State.IN_FORCE] * 2, [State.NONE] * 2)
    assert states(PAIR) == [State.IN_FORCE] * 2


def test_public_does_not_learn_of_an_internal_newer_file(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW), officer, origin="list")
    newer = rows(FREIBURG_ROW)
    batches.enter(newer, by=officer, origin="list", public=False)
    batches.accept_rest(newer.capture, by=officer)

    assert states(PAIR) == [State.IN_FORCE] * 2
    assert states(PAIR, audience=Audience.OFFICE) == [State.NONE] * 2


def test_corrected_row_takes_the_place_of_the_older_one(officer: Member) -> None:
    taken_in(rows(("Kazan", "Russia", "2014")), officer, origin="list")
    taken_in(rows(KAZAN_ROW), officer, origin="list")

    view = register.bond(PAIR)

    assert view is not None
    assert [side.standing.since for side in view.bond.sides] == ["2015", "2015"]
    assert "dates_disagree" not in found(PAIR)


def test_row_that_comes_back_stands_again(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW), officer, origin="list")
    taken_in(rows(FREIBURG_ROW), officer, origin="list")
    compared = taken_in(rows(("Columbus, Ohio", "US", ""), FREIBURG_ROW, KAZAN_ROW), officer, origin="list")

    assert (len(compared.new), compared.known) == (2, 1)
    assert states(PAIR) == [State.IN_FORCE] * 2


def test_older_file_after_a_newer_one_is_refused(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, published="2024-02-01"), officer, origin="list")

    with pytest.raises(batches.OlderFile, match="2024-02-01"):
        batches.enter(rows(FREIBURG_ROW, published="2022-01-10"), by=officer, origin="list")


def test_first_file_taken_in_again_withdraws_nothing(officer: Member) -> None:
    first = rows(KAZAN_ROW)
    taken_in(first, officer, origin="list")
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW), officer, origin="list")
    before = head()

    again = taken_in(first, officer, origin="list")

    assert (again.new, again.gone, head()) == ((), (), before)


def test_lists_without_an_origin_do_not_concern_one_another(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW), officer)
    compared = taken_in(rows(FREIBURG_ROW), officer)

    assert compared.gone == ()
    assert states(PAIR) == states(OTHER) == [State.IN_FORCE] * 2


def test_office_speaks_for_its_city(officer: Member) -> None:
    made = batch(office.KIND, HEADINGS[:2], KAZAN_ROW[:2], ("Total", "2"), city=OWN)
    taken_in(made, officer)

    view = register.city(ISFAHAN.id)

    assert view is not None
    counts = {str(one.rule): one.n for one in view.counts}
    assert (counts["city_says"], counts["any_signed_text"]) == (1, 0)
    assert sorted(finding.code for finding in view.findings) == ["count_differs", "totals_differ"]


def test_register_is_rebuilt_alike(officer: Member) -> None:
    taken_in(rows(KAZAN_ROW, FREIBURG_ROW, published="2022-01-10"), officer, origin="list")
    taken_in(rows(FREIBURG_ROW, published="2024-02-01"), officer, origin="list")
    before = [register.bond(PAIR), register.bond(OTHER), register.city(ISFAHAN.id)]

    rebuild()

    assert register.unfolded() == []
    assert [register.bond(PAIR), register.bond(OTHER), register.city(ISFAHAN.id)] == before


def test_stored_bond_gives_way_on_the_day_the_newer_file_came_out(officer: Member) -> None:
    ahead = register.today() + timedelta(days=3)
    taken_in(rows(KAZAN_ROW, published="2022-01-10"), officer, origin="list")
    taken_in(rows(FREIBURG_ROW, published=ahead.isoformat()), officer, origin="list")

    assert states(PAIR) == [State.IN_FORCE] * 2
    assert states(PAIR, as_of=ahead) == [State.NONE] * 2
    assert register.unfolded() == []


JUDGEMENTS: dict[str, Callable[..., object]] = {
    "accept": batches.accept_batch, "reject": batches.reject_batch,
}  # fmt: skip


@pytest.mark.parametrize("judge", JUDGEMENTS.values(), ids=JUDGEMENTS)
def test_failing_fold_leaves_the_verdict_on_a_batch_out(
    judge: Callable[..., object], officer: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rows(KAZAN_ROW)
    batches.enter(made, by=officer)
    before = head()

    def fail(_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(batches, "refold", fail)
    with pytest.raises(OSError, match="no space left"):
        judge(made.capture, by=officer)

    assert (head(), Proposal.objects.get().status) == (before, Status.OPEN)
