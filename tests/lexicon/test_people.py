"""Each sense of persons' words is found in its own witness; no word of a name list serves two masters."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from peyvand.core.reading.persons.words import Head
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.people import people_words

WORDS = people_words("fa")
HEADS = load_yaml("fa", "people")["heads"]
NAMES = load_yaml("fa", "person_names")


def heads_in(sentence: str) -> Iterator[Head]:
    line = word_line(fold_words(sentence))
    for head, _, _ in WORDS.roles.heads.all(line, range(len(line))):
        yield head


@pytest.mark.parametrize("name", HEADS)
def test_each_head_is_found_in_its_witness(name: str) -> None:
    assert name in {head.name for head in heads_in(HEADS[name]["witness"])}


def test_codes_are_given_for_known_heads_only() -> None:
    assert set(load_yaml("fa", "people")["codes"]) - set(HEADS) == set()


def test_every_head_has_a_code_for_no_body() -> None:
    assert [name for name, codes in WORDS.roles.codes.items() if "" not in codes] == []


def test_no_form_belongs_to_two_heads() -> None:
    forms = [fold_words(form) for sense in HEADS.values() for form in sense["forms"]]

    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_no_first_name_bounds_a_name() -> None:
    assert WORDS.names.given & WORDS.names.bounds == frozenset()
