from __future__ import annotations

from itertools import combinations

from tests.factories.tables import ISFAHAN, batch

from peyvand.adapters.imports import office, pairs
from peyvand.adapters.imports.batch import Batch, Seen

PAIRS = ("city1", "country1", "city2", "country2")


def seen(made: Batch, code: str) -> list[Seen]:
    return [one for one in made.seen if one.code == code]


def test_charter_stored_as_pairs_is_a_club() -> None:
    towns = [f"Charterville {chr(65 + n)}" for n in range(10)]
    rows = [(one, "Germany", other, "Germany") for one, other in combinations(towns, 2)]

    (club,) = seen(batch(pairs.KIND, PAIRS, *rows), "club_as_pairs")

    assert len(club.rows) == 45
    assert dict(club.details)["pairs"] == "45"


def test_one_tie_under_two_names() -> None:
    made = batch(
        pairs.KIND, PAIRS, ("Kazan", "Russia", "Feodosiya", "Ukraine"), ("Feodosia", "Ukraine", "Kazan", "Russia")
    )

    (found,) = seen(made, "two_names")

    assert (found.rows, dict(found.details)["names"]) == ((2, 3), "Feodosia | Feodosiya")
    assert len(made.items) == 2


def test_city_paired_with_a_province() -> None:
    (found,) = seen(batch(pairs.KIND, PAIRS, ("Urmia", "Iran", "Fujian", "China")), "level_mixed")

    assert dict(found.details) == {"places": "geonames:128747 iso:CN-FJ", "levels": "city province"}


def test_two_partners_of_one_name() -> None:
    made = batch(
        pairs.KIND, PAIRS, ("Pune", "India", "Columbus, Ohio", "United States"),
        ("Pune", "India", "Columbus, Indiana", "United States"),
    )  # fmt: skip

    (found,) = seen(made, "namesake_suspected")

    assert dict(found.details)["partners"] == "geonames:4256038 geonames:4509177"


def test_total_that_does_not_add_up() -> None:
    rows = [("City", "Country"), ("Kazan", "Russia"), ("Freiburg", "Germany"), ("Total", "3")]

    (found,) = seen(batch(office.KIND, *rows, city=ISFAHAN), "totals_differ")

    assert (found.rows, dict(found.details)) == ((4,), {"claimed": "3", "listed": "2"})
    assert seen(batch(office.KIND, *rows[:3], ("Total", "2"), city=ISFAHAN), "totals_differ") == []
