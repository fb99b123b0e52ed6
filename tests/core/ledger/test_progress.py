from __future__ import annotations

from tests.factories.telling import bond_of, told

from peyvand.core.ledger.bond import Fact, Progress, Reached
from peyvand.core.ledger.words import Instrument


def ways(*facts: Fact, countries: tuple[str, str] = ("IR", "TR")) -> tuple[Progress | None, Progress | None]:
    one, other = bond_of(*facts, countries=countries).sides
    return one.progress, other.progress


def reached(*facts: Fact) -> Reached | None:
    progress = ways(*facts)[0]
    return progress.reached if progress else None


def test_each_rung_needs_its_proof():
    assert reached(told("proposal")) is Reached.PROPOSED
    assert reached(told("negotiation")) is Reached.NEGOTIATING
    assert reached(told("drafting")) is Reached.DRAFTED
    assert reached(told("signing", "planned", "2026-01-01")) is Reached.SCHEDULED
    assert reached(told("signing")) is Reached.SIGNED


def test_plans_wishes_and_refusals_are_no_rungs():
    assert reached(told("negotiation", "planned")) is None
    assert reached(told("signing", "wished")) is None
    assert reached(told("approval", "denied", acts=(0,), authority="city_council")) is None
    assert reached(told("proposal", acts=(0,)), told("proposal", "denied", acts=(0,))) is None


def test_a_promise_to_sign_without_a_day_is_no_appointment():
    assert reached(told("signing", "planned")) is Reached.PROPOSED


def test_an_approval_counts_for_the_side_that_acts():
    approval = told("approval", acts=(1,), sides=(1,), authority="city_council")

    ours, theirs = ways(approval)

    assert ours is None
    assert theirs is not None
    assert (theirs.got, theirs.of) == (("city_council",), ("city_council", "interior_ministry"))


def test_an_approval_of_nobody_named_is_of_the_side_that_needs_it():
    ours, theirs = ways(told("approval", authority="foreign_ministry"))

    assert ours is not None
    assert ours.got == ("foreign_ministry",)
    assert theirs is None


def test_an_approval_that_either_side_may_have_given_is_of_neither():
    assert ways(told("approval", authority="city_council")) == (None, None)


def test_an_approval_that_is_not_required_is_a_step_and_no_part_of_the_count():
    progress = ways(told("approval", acts=(0,), authority="governor"))[0]

    assert progress is not None
    assert (progress.reached, progress.got) == (Reached.APPROVALS, ())


def test_the_way_leads_to_the_highest_instrument():
    progress = ways(told("signing", when="2020-01-01", instrument="mou"), told("proposal", when="2021-01-01"))[0]

    assert progress is not None
    assert (progress.toward, progress.reached) == (Instrument.SISTER_CITY, Reached.PROPOSED)


def test_talks_before_a_lower_signing_are_not_talks_on_the_next():
    progress = ways(
        told("negotiation", when="2019-01-01", instrument=None),
        told("signing", when="2020-01-01", instrument="mou"),
        told("proposal", when="2021-01-01"),
    )[0]

    assert progress is not None
    assert progress.reached is Reached.PROPOSED


def test_after_the_end_the_way_begins_anew():
    signed, end = told("signing", when="2000-01-01"), told("termination", when="2010-01-01")

    assert ways(signed, end) == (None, None)
    assert reached(signed, end, told("proposal", when="2020-01-01")) is Reached.PROPOSED


def test_the_next_appointment_is_shown_before_the_one_missed():
    missed = told("signing", "planned", "2025-01-01", by="a", published="2024-12-01")
    ahead = told("signing", "planned", "2025-09-01", by="b", published="2025-02-01")

    assert [one.scheduled for one in ways(missed, ahead) if one] == ["2025-09-01", "2025-09-01"]
    assert [one.scheduled for one in ways(missed) if one] == ["2025-01-01", "2025-01-01"]


def test_each_step_names_the_events_that_prove_it():
    facts = told("drafting", by="a"), told("signing", "planned", "2026-01-01", by="b")

    bond = bond_of(*facts)

    progress = bond.sides[0].progress
    assert progress is not None
    assert {step.reached: step.shown_by for step in progress.steps} == {
        Reached.DRAFTED: tuple(event.key for event in bond.events if event.event == "drafting"),
        Reached.SCHEDULED: tuple(event.key for event in bond.events if event.event == "signing"),
    }
