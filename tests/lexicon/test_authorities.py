"""Each body is found in its own witness."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from peyvand.core.reading.authorities import find_authorities
from peyvand.core.text import Span, fold
from peyvand.lexicon.authorities import authority_words
from peyvand.lexicon.loader import load_yaml

DATA = load_yaml("fa", "authorities")


def types(sentence: str) -> set[str]:
    folded = fold(sentence)
    return {mention.type for mention in find_authorities(folded, authority_words("fa"), Span(0, len(folded.text)))}


def senses() -> Iterator[tuple[str, str]]:
    yield from ((kind, sense["witness"]) for kind, sense in DATA["bodies"].items())
    yield from ((f"other:{name}", sense["witness"]) for name, sense in DATA["others"].items())


@pytest.mark.parametrize(("kind", "witness"), list(senses()))
def test_each_body_is_found_in_its_witness(kind: str, witness: str) -> None:
    assert kind in types(witness)


def test_ministries_and_committees_have_a_witness_too() -> None:
    assert types(DATA["witness"]) == {
        "city_council",
        "interior_ministry",
        "foreign_ministry",
        "other:council's cultural committee",
    }
