"""Each sense of the words of counts is found in its own witness."""

from __future__ import annotations

import pytest

from peyvand.core.reading.claims.count_words import Noun, Verb
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words
from peyvand.lexicon.counts import count_words
from peyvand.lexicon.loader import load_yaml

WORDS = count_words("fa")
DATA = load_yaml("fa", "counts")


def test_every_noun_and_verb_has_its_words() -> None:
    assert (set(DATA["nouns"]), set(DATA["verbs"])) == (set(Noun), set(Verb))


@pytest.mark.parametrize("noun", DATA["nouns"])
def test_each_noun_is_found_in_its_witness(noun: str) -> None:
    line = word_line(fold_words(DATA["nouns"][noun]["witness"]))

    assert noun in {found for found, _, _ in WORDS.nouns.all(line, range(len(line)))}


@pytest.mark.parametrize("verb", DATA["verbs"])
def test_each_verb_is_found_in_its_witness(verb: str) -> None:
    line = word_line(fold_words(DATA["verbs"][verb]["witness"]))

    assert verb in {found for found, _, _ in WORDS.verbs.all(line, range(len(line)))}


def test_no_form_is_two_verbs() -> None:
    forms = [fold_words(form) for sense in DATA["verbs"].values() for form in sense["forms"]]

    assert sorted({form for form in forms if forms.count(form) > 1}) == []
