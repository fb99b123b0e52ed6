from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pytest

from peyvand.core.gazetteer import Gazetteer, Level
from peyvand.core.gazetteer.names import name_key
from peyvand.core.reading.lists.cells import read_instrument, read_status, read_total
from peyvand.core.reading.lists.columns import columns_of
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import LexiconFault, load_yaml
from peyvand.lexicon.tables import LANGUAGES, _forms, table_words

WORDS = table_words()
GROUPS = ("columns", "sides", "instruments", "statuses")


def senses(group: str) -> list[tuple[str, Mapping[str, Any]]]:
    return [pair for language in LANGUAGES for pair in load_yaml(language, "tables")[group].items()]


@pytest.mark.parametrize(("code", "sense"), senses("instruments"))
def test_kind_is_read_in_its_own_witness(code: str, sense: Mapping[str, Any]) -> None:
    assert str(read_instrument(sense["witness"], WORDS)) == code


@pytest.mark.parametrize(("code", "sense"), senses("statuses"))
def test_state_is_read_in_its_own_witness(code: str, sense: Mapping[str, Any]) -> None:
    assert str(read_status(sense["witness"], WORDS)) == code


@pytest.mark.parametrize(("role", "sense"), senses("columns"))
def test_heading_is_read_in_its_own_witness(role: str, sense: Mapping[str, Any]) -> None:
    assert [str(field.role) for field in columns_of([sense["witness"]], (), WORDS).values()] == [role]


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_are_read_in_their_own_witness(language: str) -> None:
    assert read_total([load_yaml(language, "tables")["totals"]["witness"]], WORDS) == 12


@pytest.mark.parametrize("group", GROUPS)
def test_no_word_serves_two_masters(group: str) -> None:
    masters: dict[str, set[str]] = defaultdict(set)
    for code, sense in senses(group):
        for form in sense["forms"]:
            masters[fold_words(str(form))].add(code)

    assert {form: codes for form, codes in masters.items() if len(codes) > 1} == {}


def test_every_region_has_cities_in_the_table_of_places(world: Gazetteer) -> None:
    cities = {"GB": "Manchester Edinburgh Cardiff Belfast", "CA": "Calgary Toronto Montreal", "AU": "Sydney Perth"}
    found = {
        (place.country, place.region)
        for country, names in cities.items()
        for name in names.split()
        for place in world.lookup(name.lower())
        if place.country == country and place.level is Level.CITY
    }
    known = {area for areas in WORDS.names.regions.values() for area in areas}

    assert {("GB", "SCT"), ("CA", "08"), ("AU", "02")} <= found
    assert found <= known


def test_regions_and_countries_are_known_by_further_names() -> None:
    assert WORDS.names.regions[name_key("Indiana")] == (("US", "IN"),)
    assert WORDS.names.countries[name_key("Republic of Ireland")] == "IE"
    assert WORDS.names.levels[name_key("شهرستان")] is Level.COUNTY


def test_sense_without_a_witness_is_named() -> None:
    with pytest.raises(LexiconFault, match="ended lacks forms or a witness"):
        _forms("ended", {"forms": ["gone"]})
