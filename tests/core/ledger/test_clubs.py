from __future__ import annotations

from itertools import combinations, pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.clubs import LEAST, Club, clubs


def ring(size: int, name: str = "club") -> list[tuple[str, str]]:
    """Every pair of so many members."""
    return list(combinations([f"{name}-{n:02}" for n in range(size)], 2))


def crowd(places: int, ties: int, seed: int = 7) -> list[tuple[str, str]]:
    """Ties between cities that belong to no club."""
    random = Random(seed)
    return [(f"city-{random.randrange(places)}", f"city-{random.randrange(places)}") for _ in range(ties)]


def test_a_charter_stored_as_pairs_is_one_club():
    (club,) = clubs(ring(27))

    assert (len(club.places), len(club.pairs)) == (27, 351)


def test_clubs_are_found_among_ordinary_ties():
    members = [("club-03", "city-5"), ("city-5", "other-01")]

    found = clubs([*crowd(400, 900), *ring(12), *members, *ring(9, "other")])

    assert [len(club.places) for club in found] == [12, 9]


def test_clubs_with_a_common_member_are_two():
    shared = [tuple(place.replace("other-00", "club-00") for place in pair) for pair in ring(10, "other")]

    found = clubs([*ring(12), *((one, other) for one, other in shared)])

    assert [len(club.places) for club in found] == [12, 10]


def test_a_few_pairs_may_be_missing():
    (club,) = clubs(ring(14)[3:])

    assert (len(club.places), len(club.pairs)) == (14, 88)


def test_families_chains_and_stars_are_none():
    chain = list(pairwise(f"c{n}" for n in range(40)))
    star = [("hub", f"s{n}") for n in range(70)]

    assert clubs([*ring(LEAST - 1), *chain, *star, ("a", "a")]) == ()


@given(st.randoms(use_true_random=False))
def test_order_and_direction_do_not_matter(random: Random):
    pairs = [*ring(9), *crowd(60, 120)]
    turned = [pair if random.random() < 0.5 else pair[::-1] for pair in random.sample(pairs, len(pairs))]

    assert clubs(turned) == clubs(pairs) == (Club(tuple(f"club-{n:02}" for n in range(9)), tuple(ring(9))),)
