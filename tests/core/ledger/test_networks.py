from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.telling import NOON, decided

from peyvand.core.ledger.decision import Act, Membership, NameNetwork
from peyvand.core.ledger.networks import Network, networks_at

LAKES = NameNetwork(network="lakes", names=(("en", "Cities on Lakes"), ("fa", "شهرهای کنار دریاچه")))


def change(place: str, when: str | None = None, kind: str = "joined", by: str = "charter") -> Membership:
    return Membership(network="lakes", place=place, change=kind, date=when, capture=by, start=0, stop=9)  # type: ignore[arg-type]


def lakes(*acts: Act, on: str = "2025-06-02", kept: dict[str, str] | None = None) -> Network:
    published = {"charter": date(1990, 5, 1)}
    (network,) = networks_at(decided(*acts), date.fromisoformat(on), published=published, kept=kept or {})
    return network


def test_members_come_and_go():
    acts = (LAKES, change("a", "1990"), change("b", "1995-03-01", by="news"), change("a", "2010", "left", by="letter"))

    assert lakes(*acts, on="1989-01-01").places == ()
    assert lakes(*acts, on="2000-01-01").places == ("a", "b")
    assert lakes(*acts).places == ("b",)
    assert [(one.place, one.joined, one.left, one.now) for one in lakes(*acts).members] == [
        ("b", "1995-03-01", None, True),
        ("a", "1990", "2010", False),
    ]


def test_a_change_without_a_date_was_made_when_it_was_told():
    assert lakes(LAKES, change("a"), on="1990-05-01").places == ("a",)
    assert lakes(LAKES, change("a"), on="1990-04-30").places == ()
    assert lakes(LAKES, change("a", by="undated"), on="2025-05-31").places == ()


def test_two_sources_on_one_joining_are_one_membership():
    network = lakes(LAKES, change("a", "1990"), change("a", "1990", by="news"))

    assert [(one.place, len(one.shown_by)) for one in network.members] == [("a", 2)]


def test_a_place_belongs_under_the_id_that_is_kept_for_it():
    assert lakes(LAKES, change("old", "1990"), kept={"old": "new"}).places == ("new",)


def test_a_network_bears_its_last_names_and_without_one_is_none():
    renamed = NameNetwork(network="lakes", names=(("fa", "شهرهای دریاچه‌ای"),))

    assert lakes(LAKES, renamed).name("en") == "شهرهای دریاچه‌ای"
    assert networks_at(decided(change("a", "1990")), date(2025, 1, 1), published={}, kept={}) == ()


@given(st.permutations(range(4)))
def test_the_order_of_entries_of_one_moment_does_not_matter(order):
    acts = [change("a", "1990"), change("a", "2010", "left"), change("b", "1990"), change("a", "2015")]
    named, *taken = [one for act in (LAKES, *acts) for one in decided(act, at=NOON)]
    day = date(2025, 6, 2)

    shuffled = networks_at([named, *(taken[at] for at in order)], day, published={}, kept={})

    assert [(one.places, one.members[0].now) for one in shuffled] == [(("a", "b"), True)]
    assert {one.place: set(one.shown_by) for one in shuffled[0].members} == {
        "a": {taken[0].key, taken[1].key, taken[3].key},
        "b": {taken[2].key},
    }
