"""The everyday words of a language as the gazetteer needs them: no town is heard in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from peyvand.core.gazetteer import PlaceWords
from peyvand.core.gazetteer.names import name_key
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.reading import reading_words


def with_common(words: PlaceWords, language: str) -> PlaceWords:
    """The words around places, with the everyday words of the same language."""
    names = load_yaml(language, "person_names")
    return replace(
        words,
        common=_common(language),
        forenames=frozenset(name_key(name) for row in names["given"] for name in row.split(",")),
        plurals=tuple(map(name_key, names["plurals"])),
    )


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset((*_known(language), *_listed(language)))


def _known(language: str) -> Iterator[str]:
    """Every word that the reader knows a sense of."""
    for words in reading_words(language).vocabulary.senses:
        yield from words


def _listed(language: str) -> Iterator[str]:
    """Given names, and the words that are never part of a person's name."""
    names = load_yaml(language, "person_names")
    for row in (*names["given"], *names["common"], *names["doubtful"], *names["surnames"]):
        yield from map(name_key, row.split(","))
    yield from map(name_key, load_yaml(language, "places").get("everyday", ()))
