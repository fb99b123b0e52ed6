"""Fields of cooperation, from ``lexicon/<language>/areas.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any

from peyvand.core.reading.claims.area_words import AreaWords, Bar, Tie
from peyvand.core.reading.phrases import Phrases
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.numbers import number_words
from peyvand.lexicon.people import people_words

_JOINER = "\u200c"
_PHRASES = ("denials", "listed", "people", "going_on")
_TIES = {
    "described": Tie.DESCRIPTION,
    "copulas": Tie.COPULA,
    "cities": Tie.CITIES,
    "insiders": Tie.INSIDER,
    "papers": Tie.PAPER,
    "outsiders": Tie.OUTSIDER,
    "terms": Tie.TERM,
    "cues": Tie.CUE,
    "no_cues": Tie.NOTHING,
    "occasions": Tie.OCCASION,
}
_BARS = {
    "unbarred": Bar.NOTHING,
    "barred": Bar.NAME,
    "qualifying": Bar.QUALIFIED,
    "shared": Bar.HELD,
    "fairs": Bar.FAIR,
    "fairs_of": Bar.FAIR_OF,
}
_SETS = ("none", "buts", "narrowing", "between", "openers", "loose", "attending", "has")


@cache
def area_words(language: str) -> AreaWords:
    """What the reader knows of fields of cooperation in a language."""
    data = load_yaml(language, "areas")
    rest: dict[str, Any] = {name: Phrases.of((form, True) for form in _flat(data[name])) for name in _PHRASES}
    rest |= {name: frozenset(map(fold_words, data[name])) for name in _SETS}
    return AreaWords(
        fields=Phrases.of(_fields(data["areas"], data["nothing"])),
        ties=Phrases.of((form, tie) for key, tie in _TIES.items() for form in _flat(data[key])),
        bars=Phrases.of(_bars(data)),
        definitions=Phrases.of(_definitions(data["definitions"])),
        sources=people_words(language).sources,
        parts=frozenset(data["parts"]),
        numbers=number_words(language),
        **rest,
    )


def _bars(data: Any) -> Iterator[tuple[str, Bar]]:
    """The heads that take a field away, and those that only do so behind a reason («با توجه به پیوندهای …»)."""
    yield from ((f"{reason} {head}", Bar.NAME) for reason, head in product(data["reasons"], _flat(data["shared"])))
    yield from ((form, bar) for key, bar in _BARS.items() for form in _flat(data[key]))


def _fields(areas: Any, nothing: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form with its fields, in the order of the file; forms that only look like one have none."""
    fields: dict[str, list[str]] = {form: [] for form in _flat(nothing)}
    for area, sense in areas.items():
        for form in _flat(sense["forms"]):
            fields.setdefault(form, []).append(area)
    # Between its words a form may have lost its blanks: «خدمات‌شهری» is found in each spelling.
    yield from ((form.replace(" ", _JOINER), tuple(found)) for form, found in fields.items())


def _definitions(data: Any) -> Iterator[tuple[str, bool]]:
    """«خواهرخواندگی قراردادی (است)», «خواهرخواندگی به قراردادی (می‌گویند)», and phrases of their own."""
    for bond, kind in product(data["of"], data["as"]):
        yield f"{bond} {kind}", True
        yield f"{bond} {data['said']} {kind}", True
    yield from ((form, True) for form in data["phrases"])


def _flat(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        else:
            yield str(value)
