from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.factories.telling import OURS, THEIRS, bond_of, codes, told

from peyvand.core.ledger.bond import Bond, Fact, Known, Standing, State
from peyvand.core.ledger.policy import USUAL, LegalBar
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


def term(until: str, *, by: str = "text", published: str = "2000-05-02") -> Fact:
    """A signed text that says how long the tie is to last."""
    return told("termination", "planned", until, by=by, published=published, code="END6", kind="signed_text")


def test_a_term_that_has_run_out_is_expired_by_itself():
    assert [states(SIGNED, term("2005-05-01"), on=on)[0] for on in ("2005-05-01", "2005-05-02")] == [
        "in_force",
        "expired",
    ]
    assert ours(SIGNED, term("2005-05-01")).known is Known.DOCUMENTED


def test_the_end_of_a_term_is_nothing_overdue():
    assert "planned_past" not in codes(bond_of(SIGNED, term("2005-05-01")))


def test_a_renewal_that_came_after_the_term_was_agreed_extends_it():
    renewed = told("renewal", when="2004-10-01", by="renewed", published="2004-10-02")

    assert states(SIGNED, term("2005-05-01"), renewed) == ("in_force", "in_force")


def test_a_renewal_that_sets_a_new_term_runs_out_with_it():
    renewed = told("renewal", when="2004-10-01", by="renewed", published="2004-10-02")
    longer = term("2009-10-01", by="renewed", published="2004-10-02")

    assert [states(SIGNED, term("2005-05-01"), renewed, longer, on=on)[0] for on in ("2007-01-01", "2010-01-01")] == [
        "in_force",
        "expired",
    ]


def test_what_is_signed_after_a_term_stands_anew_and_disputes_no_day():
    again = told("signing", when="2010-05-01", by="again")

    assert states(SIGNED, term("2005-05-01"), again) == ("in_force", "in_force")
    assert "dates_disagree" not in codes(bond_of(SIGNED, term("2005-05-01"), again))


LAW = LegalBar(binds="US-TX", against="IR", since=date(2025, 9, 1), law="An Act on Sister Cities")


def barred(*facts: Fact, on: str, regions: tuple[str, str] = ("TX", "10")) -> Bond:
    policies = replace(USUAL, bars=(LAW,))
    return bond_of(*facts, on=on, countries=("US", "IR"), regions=regions, policies=policies)


def test_a_law_bars_the_side_that_it_binds_from_its_day_on():
    sides = {on: [side.standing for side in barred(SIGNED, on=on).sides] for on in ("2025-08-31", "2025-09-01")}

    assert [[str(one.state) for one in standings] for standings in sides.values()] == [
        ["in_force", "in_force"],
        ["barred", "in_force"],
    ]
    here = sides["2025-09-01"][0]
    assert (here.since, here.law, here.known) == ("2025-09-01", LAW.law, Known.DOCUMENTED)
    assert (here.instrument, here.shown_by) == (Instrument.SISTER_CITY, sides["2025-08-31"][0].shown_by)


def test_a_law_of_one_part_of_a_country_binds_no_other():
    assert str(barred(SIGNED, on="2025-09-01", regions=("OH", "10")).sides[0].standing.state) == "in_force"


def test_a_bar_is_a_finding_and_no_quarrel_of_sources():
    later = told("standing", by="list", published="2025-10-01")

    assert codes(barred(SIGNED, later, on="2025-11-01")) == ["barred_by_law", "no_primary_source"]


def test_what_has_ended_is_not_barred_as_well():
    end = told("termination", when="2010-05-01", by="end")

    assert str(barred(SIGNED, end, on="2025-11-01").sides[0].standing.state) == "ended"
