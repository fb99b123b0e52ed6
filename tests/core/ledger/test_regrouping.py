from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.core.ledger.test_fold import DAYS, LEDGERS
from tests.factories.telling import bond_of, codes, decided, told

from peyvand.core.ledger.bond import Bond, Fact
from peyvand.core.ledger.decision import Act, MergeEvents, SplitEvent

MAY, SEPTEMBER = (told("signing", when=when, by=when, published="1999-01-01") for when in ("1998-05-29", "1998-09-18"))
SAME_DAY = [told("visit", when="2024-05-09", by=by, instrument=None) for by in ("a", "b", "c")]


def keys(*facts: Fact) -> tuple[str, ...]:
    return tuple(fact.statement.key for fact in facts)


def witnesses(bond: Bond) -> list[list[str]]:
    return sorted(sorted(one.capture for one in event.witnesses) for event in bond.events)


def test_what_a_member_puts_together_is_one_event():
    merged = MergeEvents(statements=keys(MAY, SEPTEMBER))

    apart, together = bond_of(MAY, SEPTEMBER), bond_of(MAY, SEPTEMBER, decisions=decided(merged))

    assert (witnesses(apart), witnesses(together)) == (
        [["1998-05-29"], ["1998-09-18"]],
        [["1998-05-29", "1998-09-18"]],
    )


def test_sources_of_one_event_that_name_two_days_leave_it_open_between_them():
    merged = decided(MergeEvents(statements=keys(MAY, SEPTEMBER)))

    (event,) = bond_of(MAY, SEPTEMBER, decisions=merged).events
    states = [
        str(bond_of(MAY, SEPTEMBER, on=on, decisions=merged).sides[0].standing.state)
        for on in ("1998-05-28", "1998-06-01", "1998-09-18")
    ]

    assert (str(event.earliest), str(event.latest)) == ("1998-05-29", "1998-09-18")
    assert states == ["none", "none", "in_force"]
    assert codes(bond_of(MAY, SEPTEMBER, decisions=merged)) == ["dates_disagree", "no_primary_source", "stale"]


def test_of_two_agreements_the_weaker_stands():
    agreements = [told("signing", when="2020-01-01", by=name, instrument=name) for name in ("mou", "sister_city")]

    bond = bond_of(*agreements, decisions=decided(MergeEvents(statements=keys(*agreements))))

    assert [str(event.instrument) for event in bond.events] == ["mou"]
    assert "instrument_disagrees" in codes(bond)


def test_what_a_member_takes_apart_are_two_events():
    bond = bond_of(*SAME_DAY, decisions=decided(SplitEvent(statements=keys(SAME_DAY[1]))))

    assert witnesses(bond_of(*SAME_DAY)) == [["a", "b", "c"]]
    assert witnesses(bond) == [["a", "c"], ["b"]]


def test_two_signings_that_a_member_took_apart_disagree_on_nothing():
    signings = [told("signing", when="2020-01-01", by=by) for by in ("a", "b")]

    assert codes(bond_of(*signings, decisions=decided(SplitEvent(statements=keys(signings[0]))))) == codes(
        bond_of(*signings)
    )


def test_decisions_count_in_the_order_in_which_they_were_taken():
    merge, split = MergeEvents(statements=keys(*SAME_DAY[:2])), SplitEvent(statements=keys(SAME_DAY[1]))

    assert witnesses(bond_of(*SAME_DAY, decisions=decided(split, merge))) == [["a", "b", "c"]]
    assert witnesses(bond_of(*SAME_DAY, decisions=decided(merge, split))) == [["a", "c"], ["b"]]


def test_a_later_witness_joins_what_the_rules_put_it_with():
    later = told("signing", when="1998-05-29", by="later", published="2001-01-01")
    merged = decided(MergeEvents(statements=keys(MAY, SEPTEMBER)))

    assert witnesses(bond_of(MAY, SEPTEMBER, later, decisions=merged)) == [["1998-05-29", "1998-09-18", "later"]]


def test_events_of_two_types_are_never_one():
    visit = told("visit", when="1998-05-29", by="visit")

    assert len(bond_of(MAY, visit, decisions=decided(MergeEvents(statements=keys(MAY, visit)))).events) == 2


def test_a_headline_goes_with_the_event_that_it_is_named_with():
    title = told("signing", when="1998-05-29", by="title", published="1998-06-01", part="title")
    event = bond_of(MAY, title, decisions=decided(SplitEvent(statements=keys(title)))).events[0]

    assert sorted(one.capture for one in event.witnesses) == ["1998-05-29", "title"]


@st.composite
def acts(draw, ledger: list[Fact]) -> list[Act]:
    if not ledger:
        return []
    named = st.lists(st.sampled_from(keys(*ledger)), min_size=1, max_size=3, unique=True).map(tuple)
    kinds = st.sampled_from((MergeEvents, SplitEvent))
    return draw(st.lists(st.builds(lambda kind, some: kind(statements=some), kinds, named), max_size=4))


@given(LEDGERS, st.data(), st.randoms(use_true_random=False), DAYS)
def test_any_order_of_arrival_gives_the_same_bond_under_decisions(ledger, data, random, on):
    taken = decided(*data.draw(acts(ledger)))
    shuffled = list(ledger)
    random.shuffle(shuffled)

    assert bond_of(*shuffled, on=on, decisions=taken) == bond_of(*ledger, on=on, decisions=taken)


@given(LEDGERS, st.data(), DAYS)
def test_no_statement_is_lost_by_decisions(ledger, data, on):
    taken = decided(*data.draw(acts(ledger)))

    def spoken(bond: Bond) -> set[str]:
        return {one.statement for event in bond.events for one in event.witnesses if one.part != "title"}

    decided_on, plain = bond_of(*ledger, on="2026-01-01", decisions=taken), bond_of(*ledger, on="2026-01-01")
    assert spoken(decided_on) == spoken(plain)
    assert bond_of(*ledger, on=on, decisions=taken) == bond_of(*ledger, on=on, decisions=taken)
