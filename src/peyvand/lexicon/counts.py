"""Words of claims on numbers of sister cities, from ``lexicon/<language>/counts.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Any

from peyvand.core.reading.claims.count_words import CountWords, Noun, Verb
from peyvand.core.reading.phrases import Phrases
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.numbers import number_words

_PHRASES = (
    "this_city",
    "ours",
    "them",
    "aside",
    "about",
    "cities_of",
    "any_city",
    "institutions",
    "threshold",
    "anywhere",
    "kin",
)
_SETS = (
    "city",
    "pointing",
    "fillers",
    "amounts",
    "having",
    "own",
    "region_links",
    "regions",
    "whole",
    "which",
    "units",
    "such",
    "object_words",
    "also",
    "capital",
)
_WORDS = ("with_word", "and_word", "to_word", "that_word")


@cache
def count_words(language: str) -> CountWords:
    """What the reader knows of counts in a language."""
    data = load_yaml(language, "counts")
    rest: dict[str, Any] = {name: Phrases.of((form, True) for form in data[name]) for name in _PHRASES}
    rest |= {name: frozenset(map(fold_words, data[name])) for name in _SETS}
    rest |= {name: fold_words(data[name]) for name in _WORDS}
    return CountWords(
        own_endings=tuple(map(fold_words, data["own_endings"])),
        copulas=tuple(map(fold_words, data["copulas"])),
        numbers=number_words(language),
        nouns=Phrases.of((form, Noun(noun)) for noun, sense in data["nouns"].items() for form in sense["forms"]),
        verbs=Phrases.of((form, Verb(verb)) for verb, sense in data["verbs"].items() for form in sense["forms"]),
        **rest,
    )
