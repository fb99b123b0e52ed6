"""Names of countries in the languages that are read by frames, from ISO's list and its translations."""

from __future__ import annotations

import gettext
import json
from collections import defaultdict
from importlib.resources import files

from peyvand.core.gazetteer.names import name_key

# Where a translation has another name than its language.
_TRANSLATIONS = {"zh": "zh_CN"}


def country_keys(language: str) -> dict[str, str]:
    """The code of each country by the keys of its names; a name of two countries names none."""
    codes: dict[str, set[str]] = defaultdict(set)
    data = files("pycountry")
    translated = gettext.translation(
        "iso3166-1", str(data / "locales"), [_TRANSLATIONS.get(language, language)], fallback=True
    )
    for country in json.loads((data / "databases" / "iso3166-1.json").read_bytes())["3166-1"]:
        for name in (country["name"], country.get("common_name", country["name"])):
            told = translated.gettext(name)
            for form in (told, told.partition(",")[0], told.partition(" (")[0]):
                codes[name_key(form)].add(country["alpha_2"])
    return {key: min(found) for key, found in codes.items() if key and len(found) == 1}
