"""The words of lists and tables, of all languages at once: a list may mix them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from peyvand.core.gazetteer import Level
from peyvand.core.gazetteer.matching import Area, ListWords
from peyvand.core.gazetteer.names import name_key
from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.lists.columns import Role, RowStatus, Side, TableWords
from peyvand.core.text.forms import compile_forms
from peyvand.lexicon.calendar import calendar_words
from peyvand.lexicon.loader import LexiconFault, load_yaml

LANGUAGES = ("fa", "en")
_PARTS = Path(__file__).parent / "places" / "parts.csv"
# Countries whose counties have the names of their chief cities.
_COUNTIES = frozenset({"IR"})
_CODE = TypeVar("_CODE", bound=StrEnum)


@cache
def table_words() -> TableWords:
    """What is known of lists. Raises `LexiconFault` for a sense without forms or a witness."""
    told = [load_yaml(language, "tables") for language in LANGUAGES]
    return TableWords(
        roles=_patterns(Role, [each["columns"] for each in told]),
        sides=_patterns(Side, [each["sides"] for each in told]),
        instruments=_patterns(Instrument, [each["instruments"] for each in told]),
        statuses=_patterns(RowStatus, [each["statuses"] for each in told]),
        totals=compile_forms(form for each in told for form in _forms("totals", each["totals"])),
        calendars=tuple(map(calendar_words, LANGUAGES)),
        names=_list_words(told),
    )


def _patterns(codes: type[_CODE], told: Iterable[Mapping[str, Any]]) -> dict[_CODE, re.Pattern[str]]:
    forms: dict[_CODE, list[str]] = defaultdict(list)
    for senses in told:
        for name, sense in senses.items():
            forms[codes(name)] += _forms(name, sense)
    return {code: compile_forms(forms[code]) for code in codes if code in forms}


def _forms(name: str, sense: Mapping[str, Any]) -> list[str]:
    if not sense.get("forms") or not sense.get("witness"):
        raise LexiconFault(f"tables.yaml: {name} lacks forms or a witness")
    return [str(form) for form in sense["forms"]]


def _list_words(told: Iterable[Mapping[str, Any]]) -> ListWords:
    levels: dict[str, Level] = {}
    districts: set[str] = set()
    heads: set[str] = set()
    countries: dict[str, str] = {}
    for each in told:
        levels |= {
            name_key(form): Level(name) for name, sense in each["levels"].items() for form in _forms(name, sense)
        }
        districts |= set(map(name_key, _forms("districts", each["districts"])))
        heads |= set(map(name_key, _forms("heads", each["heads"])))
        countries |= {name_key(name): code for code, names in each["countries"].items() for name in names}
    return ListWords(
        levels=levels, districts=districts, heads=heads, countries=countries, regions=_regions(), counties=_COUNTIES
    )


def _regions() -> dict[str, tuple[Area, ...]]:
    """First-level regions by each of their names, with the word that the table of places has for them."""
    regions: dict[str, list[Area]] = defaultdict(list)
    with _PARTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["names"].split("|"):
                regions[name_key(name)].append((row["country"], row["region"]))
    return {name: tuple(areas) for name, areas in regions.items()}
