"""Bodies that give leave, from ``lexicon/<language>/authorities.yaml``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from peyvand.core.reading.authorities import AuthorityWords
from peyvand.core.reading.phrases import Phrases
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml


@cache
def authority_words(language: str) -> AuthorityWords:
    """The authorities of a language as the reader takes them."""
    data = load_yaml(language, "authorities")
    bodies, ministry_heads = Phrases.of(_bodies(data)), Phrases.of(_ministry_heads(data))
    committee_heads = Phrases.of((form, True) for form in data["committee_heads"])
    return AuthorityWords(
        bodies=bodies,
        ministry_heads=ministry_heads,
        committee_heads=committee_heads,
        first_words=frozenset((*bodies.index, *ministry_heads.index, *committee_heads.index)),
        ministries=Phrases.of((form, kind) for kind, forms in data["ministries"].items() for form in forms),
        committees=Phrases.of((form, kind) for kind, forms in data["committees"].items() for form in forms),
        committee_of=frozenset(data["committee_of"]),
        committee=data["committee"],
        joiners=frozenset(map(fold_words, data["joiners"])),
    )


def _ministry_heads(data: Any) -> Iterator[tuple[str, bool]]:
    yield from ((form, False) for form in data["ministry_heads"])
    yield from ((form, True) for form in data["ministries_heads"])


def _bodies(data: Any) -> Iterator[tuple[str, str]]:
    for form in data["none"]:
        yield form, ""
    for kind, sense in data["bodies"].items():
        yield from ((form, kind) for form in sense["forms"])
    for name, sense in data["others"].items():
        yield from ((form, f"other:{name}") for form in sense["forms"])
