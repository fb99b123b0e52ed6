from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.telling import decided

from peyvand.core.ledger.decision import FormerName, SamePlace, Succession
from peyvand.core.ledger.identity import history_of, kept_for, kept_places

PLACES = ("a", "b", "c", "d")
SAME = st.builds(lambda pair: SamePlace(place=pair[0], into=pair[1]), st.permutations(PLACES).map(lambda p: p[:2]))


def same(place: str, into: str) -> SamePlace:
    return SamePlace(place=place, into=into)


def test_an_id_that_is_kept_for_another_keeps_for_all_that_followed_it():
    assert kept_places(decided(same("a", "b"), same("b", "c"))) == {"a": "c", "b": "c"}
    assert kept_places(decided(same("b", "c"), same("a", "b"))) == {"a": "c", "b": "c"}


def test_a_ring_is_never_closed():
    assert kept_places(decided(same("a", "b"), same("b", "a"))) == {"a": "b"}


@given(st.lists(SAME, max_size=6))
def test_every_id_leads_to_one_that_is_kept(acts):
    kept = kept_places(decided(*acts))

    assert all(into not in kept and kept_for(kept, place) == into for place, into in kept.items())
    assert all(kept_for(kept, act.place) == kept_for(kept, act.into) for act in acts)


def test_a_place_has_its_names_of_old_in_order():
    names = [
        FormerName(place="a", name=name, language="en", until=until)
        for name, until in (("Leningrad", "1991"), ("Petrograd", "1924"), ("Piter", None))
    ]

    history = history_of("a", decided(*names, FormerName(place="b", name="Other", language="en")))

    assert [one.name for one in history.former_names] == ["Petrograd", "Leningrad", "Piter"]


def test_what_is_known_of_a_merged_id_is_known_of_the_kept_one():
    former = FormerName(place="old", name="Old", language="en")
    move = Succession(place="old", by="other", on="2005")

    history = history_of("new", decided(same("old", "new"), former, move))

    assert (history.same_as, history.former_names, history.successions) == (("old",), (former,), (move,))
    assert history_of("other", decided(move)).successions == (move,)
    assert history_of("old", decided(same("old", "new"), former)).former_names == ()
