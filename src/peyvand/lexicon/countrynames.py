"""Names of countries and of their states in the languages that are read by frames, from ISO's lists and their
translations."""

from __future__ import annotations

import gettext
import json
from collections import defaultdict
from collections.abc import Mapping
from importlib.resources import files

from peyvand.core.gazetteer.names import name_key

# Where a translation has another name than its language.
_TRANSLATIONS = {"zh": "zh_CN"}
# Countries whose states and provinces are spoken of abroad by name, and what ISO calls these.
_DIVIDED = frozenset("US CA AU MX BR AR IN DE AT IT ES FR BE NL PL RU UA CN JP KR ID PK ZA".split())  # noqa: SIM905
_DIVISIONS = frozenset(
    ("State", "Land", "Province", "Region", "Metropolitan region", "Autonomous community", "Autonomous region",
     "Republic", "Voivodship", "Prefecture", "Administrative region", "Administrative territory", "Territory")
)  # fmt: skip
# Provinces that are called after their chief towns.
_OF_TOWNS = frozenset((("IT", "Province"), ("ES", "Province")))
_SHORTEST = 4
# Here the gazetteer has a town's state by ISO's code.
_BY_CODE = "US"


def country_keys(language: str) -> dict[str, str]:
    """The code of each country by the keys of its names; a name of two countries names none."""
    codes: dict[str, set[str]] = defaultdict(set)
    translated = _translated("iso3166-1", language)
    for country in _listed("iso3166-1", "3166-1"):
        for name in (country["name"], country.get("common_name", country["name"])):
            told = translated.gettext(name)
            for form in (told, told.partition(",")[0], told.partition(" (")[0]):
                codes[name_key(form)].add(country["alpha_2"])
    return _of_one(codes)


def division_keys(language: str) -> dict[str, str]:
    """The country of each state or province, and in the US its code, by the keys of its names in a language and at
    home; a name of two countries names none."""
    codes: dict[str, set[str]] = defaultdict(set)
    translated = _translated("iso3166-2", language)
    for division in _listed("iso3166-2", "3166-2"):
        country, _, code = division["code"].partition("-")
        kind = division["type"]
        if country not in _DIVIDED or kind not in _DIVISIONS or (country, kind) in _OF_TOWNS:
            continue
        for name in (division["name"], translated.gettext(division["name"])):
            for form in (name, name.partition(",")[0], name.partition(" (")[0]):
                codes[name_key(form)].add(f"{country} {code}" if country == _BY_CODE else country)
    return {key: code for key, code in _of_one(codes).items() if len(key) >= _SHORTEST or not key.isascii()}


def _listed(name: str, part: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads((files("pycountry") / "databases" / f"{name}.json").read_bytes())[part]
    return rows


def _translated(name: str, language: str) -> gettext.NullTranslations:
    locale = _TRANSLATIONS.get(language, language)
    return gettext.translation(name, str(files("pycountry") / "locales"), [locale], fallback=True)


def _of_one(codes: Mapping[str, set[str]]) -> dict[str, str]:
    return {key: min(found) for key, found in codes.items() if key and len(found) == 1}
