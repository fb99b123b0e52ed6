from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.choice import Choice, Evidence, choose
from peyvand.core.gazetteer.names import Rank


def _city(country: str, population: int) -> Place:
    return Place(id=f"geonames:{country}{population}", name="X", country=country, population=population)


HOME, SPAIN, ARGENTINA = _city("IR", 4_000), _city("ES", 300_000), _city("AR", 1_400_000)
NAMESAKES = [(ARGENTINA, Rank.MAIN), (SPAIN, Rank.OWN), (HOME, Rank.MAIN)]


@pytest.mark.parametrize(
    ("evidence", "choice"),
    [
        (Evidence(), Choice(SPAIN, "known_name")),
        (Evidence(said="AR"), Choice(ARGENTINA, "country_said")),
        (Evidence(shared="AR"), Choice(ARGENTINA, "country_shared")),
        (Evidence(near=frozenset({"AR"})), Choice(ARGENTINA, "country_near")),
        (Evidence(named=frozenset({ARGENTINA.id})), Choice(ARGENTINA, "named")),
        (Evidence(said="MX", said_close=True), Choice(SPAIN, "country_differs")),
    ],
)
def test_country_outweighs_fame_and_size(evidence: Evidence, choice: Choice) -> None:
    assert choose(NAMESAKES, evidence) == choice


def test_small_place_in_another_country_than_said_is_not_it() -> None:
    assert choose([(HOME, Rank.MAIN)], Evidence(said="TR", said_close=True)) == Choice(None, "country_differs")


def test_loose_country_does_not_contradict() -> None:
    assert choose([(HOME, Rank.MAIN)], Evidence(said="TR")) == Choice(HOME, "only")


def test_town_at_home_goes_before_a_village_abroad() -> None:
    namesakes = [(_city("IR", 4_000), Rank.MAIN), (_city("TR", 9_000), Rank.MAIN)]

    assert choose(namesakes, Evidence(home="IR")) == Choice(namesakes[0][0], "home")


def test_size_decides_last() -> None:
    namesakes = [(_city("US", 40_000), Rank.MAIN), (_city("GB", 400_000), Rank.MAIN)]

    assert choose(namesakes, Evidence(home="IR")) == Choice(namesakes[1][0], "population")


def test_guessed_spelling_needs_help_against_a_name() -> None:
    guessed, spelled = (_city("TR", 100_000), Rank.GUESSED), (_city("DE", 30_000), Rank.MAIN)

    assert choose([guessed, spelled], Evidence()).place == spelled[0]
    assert choose([guessed, spelled], Evidence(near=frozenset({"TR"}))).place == guessed[0]
    assert choose([guessed, spelled], Evidence(named=frozenset({guessed[0].id}))).place == guessed[0]
