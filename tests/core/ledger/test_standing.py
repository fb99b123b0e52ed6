from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.factories.telling import OURS, THEIRS, bond_of, codes, told

from peyvand.core.ledger.bond import Fact, Known, Standing, State
from peyvand.core.ledger.policy import USUAL
from peyvand.core.ledger.words import Instrument

SIGNED = told("signing", when="2000-05-01", by="signed")


def ours(*facts: Fact, on: str = "2025-06-02") -> Standing:
    return bond_of(*facts, on=on).sides[0].standing


def states(*facts: Fact, on: str = "2025-06-02") -> tuple[str, str]:
    one, other = bond_of(*facts, on=on).sides
    return str(one.standing.state), str(other.standing.state)


def test_the_highest_instrument_in_force_is_the_standing():
    mou = told("signing", when="1998-05-01", instrument="mou")

    assert ours(SIGNED, mou).instrument is Instrument.SISTER_CITY
    assert ours(SIGNED, mou, on="1999-01-01").instrument is Instrument.MOU


def test_what_ends_the_higher_tie_leaves_the_lower():
    mou = told("signing", when="1998-05-01", instrument="mou")
    end = told("termination", when="2010-05-01")

    assert ours(SIGNED, mou, end).instrument is Instrument.MOU
    assert states(SIGNED, mou, replace_instrument(end)) == ("ended", "ended")


def replace_instrument(fact: Fact) -> Fact:
    return told("termination", when=fact.resolution.date, instrument=None)


def test_a_side_that_ends_a_tie_ends_it_for_itself():
    assert states(SIGNED, told("termination", when="2010", sides=(1,))) == ("in_force", "ended")


def test_finer_codes_tell_expiry_and_a_bar_by_law():
    assert states(SIGNED, told("termination", when="2010", code="END6")) == ("expired", "expired")
    assert states(SIGNED, told("suspension", when="2010", code="END9", sides=(1,))) == ("in_force", "barred")


def test_a_new_signing_lifts_a_suspension_and_a_list_does_not():
    stop = told("suspension", when="2010")

    assert states(SIGNED, stop, told("signing", when="2012", by="again")) == ("in_force", "in_force")
    assert states(SIGNED, stop, told("standing", by="list", published="2024-01-01")) == ("suspended", "suspended")


def test_where_the_order_is_open_the_weaker_is_shown():
    bond = bond_of(SIGNED, told("suspension", when="2005", by="a"), told("resumption", when="2005", by="b"))

    assert bond.sides[0].standing.state is State.SUSPENDED
    assert codes(bond).count("order_open") == 1


def test_a_signing_that_only_may_have_been_is_none_yet():
    vague = told("signing", when="2000", by="vague")

    assert ours(vague, on="2000-06-01").state is State.NONE
    assert codes(bond_of(vague, on="2000-06-01")) == ["order_open"]
    assert ours(vague, on="2000-12-31").state is State.IN_FORCE


def test_a_suspension_that_may_have_been_weakens():
    stop = told("suspension", when="2010", sides=(0,))

    assert states(SIGNED, stop, on="2010-06-01") == ("suspended", "in_force")


def test_an_undated_signing_holds_from_its_publication():
    undated = told("signing", published="2020-03-01")

    assert states(undated, on="2020-02-29") == ("none", "none")
    assert states(undated, on="2020-03-01") == ("in_force", "in_force")


def test_a_bare_word_that_the_tie_stands_makes_one_claimed():
    standing = ours(told("standing"))

    assert (standing.state, standing.known, standing.since) == (State.IN_FORCE, Known.CLAIMED, None)


def test_the_word_of_one_side_is_a_claim_on_the_other():
    bond = bond_of(told("standing", speaks_for=OURS))

    assert [side.standing.known for side in bond.sides] == [Known.REPORTED, Known.CLAIMED]


def test_a_standing_of_one_side_says_nothing_of_the_other():
    assert states(told("standing", sides=(1,), speaks_for=THEIRS)) == ("none", "in_force")


def test_since_goes_by_the_best_source():
    row = told("standing", when="1998", by="row", kind="dataset_row")
    text = told("signing", when="2000-05-09", by="text", kind="signed_text")

    assert ours(row, text).since == "2000-05-09"
    assert ours(row).since == "1998"


def test_a_denial_that_is_not_older_contests():
    denial = told("standing", "denied", by="letter", published="2024-01-01", sides=(1,))

    bond = bond_of(told("standing", when="2010", by="row", kind="dataset_row"), denial)

    assert [side.standing.known for side in bond.sides] == [Known.CLAIMED, Known.CONTESTED]
    assert codes(bond).count("contested") == 1


def test_each_side_keeps_its_own_word():
    facts = [
        told("signing", when="2000", by="a", speaks_for=OURS, instrument_word="خواهرخواندگی"),
        told("signing", when="2000", by="b", speaks_for=THEIRS, instrument_word="Partnerschaft"),
        told("signing", when="2000", by="c", instrument_word="sister cities"),
    ]

    words = [side.standing.words for side in bond_of(*facts).sides]

    assert words == [("sister cities", "خواهرخواندگی"), ("Partnerschaft", "sister cities")]


def test_dormancy_is_derived_only_where_a_policy_says_so():
    sleepy = replace(USUAL, dormant_after=timedelta(days=3650))

    assert ours(SIGNED).state is State.IN_FORCE
    assert bond_of(SIGNED, policies=sleepy).sides[0].standing.state is State.DORMANT
    visited = told("visit", when="2024-05-01")
    assert bond_of(SIGNED, visited, policies=sleepy).sides[0].standing.state is State.IN_FORCE


def test_a_signing_without_a_named_kind_is_a_tie_without_a_name():
    standing = ours(told("signing", when="2001", instrument=None))

    assert (standing.instrument, standing.state) == (None, State.IN_FORCE)
