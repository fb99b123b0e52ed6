from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.names import Rank, Script
from peyvand.lexicon.placenames import index_lines, key_lines, persian_of, spellings

CITY = Place(id="geonames:1", name="Hillah", country="IQ")


def test_own_name_has_guesses_beside_it() -> None:
    assert list(spellings(CITY, ["الحله"], ["Al Hillah"])) == [
        ("الحله", Rank.OWN),
        ("حله", Rank.GUESSED),
        ("الحلا", Rank.GUESSED),
        ("hillah", Rank.OWN),
        ("alhillah", Rank.MAIN),
    ]


def test_name_that_another_place_has_first_is_no_own_name() -> None:
    assert next(iter(spellings(CITY, ["~بابل"], ["Hillah"]))) == ("بابل", Rank.MAIN)


@pytest.mark.parametrize("useless", ["alhlt", "HLL", "الحله، العراق", "شهرستان حله", "ISK"])
def test_alternates_that_are_no_names_are_left_out(useless: str) -> None:
    assert len(list(spellings(CITY, [], ["Hillah", useless]))) == len(list(spellings(CITY, [], ["Hillah"])))


def test_guess_gives_way_to_a_name() -> None:
    spelled = [[("حله", Rank.GUESSED)], [("حله", Rank.MAIN)], [("بصره", Rank.GUESSED)]]

    assert list(index_lines(spelled, Script.ARABIC, ())) == ["بصره\t32", "حله\t11"]
    assert list(index_lines(spelled, Script.ARABIC, {0})) == ["بصره\t32", "حله\t30,11"]


@pytest.mark.parametrize(
    ("names", "persian"),
    [
        (["Rize", "ريزه", "ریزه", "ریزۃ"], "ریزه"),
        (["استان ریزه"], ""),
        (["حلا", "حله", "هیلا"], "حله"),
        ([], ""),
    ],
)
def test_persian_name_has_persian_letters_only(names: list[str], persian: str) -> None:
    assert persian_of(CITY, names) == persian


def test_keys_of_a_place_are_told_the_surest_first() -> None:
    spelled = [("حلا", Rank.GUESSED), ("hillah", Rank.MAIN), ("حله", Rank.OWN), ("حلا", Rank.MAIN), ("ح", Rank.OWN)]

    assert key_lines([(CITY, spelled)]) == ["geonames:1\tحله\tحلا\thillah"]
