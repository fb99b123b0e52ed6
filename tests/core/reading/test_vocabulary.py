from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.reading.vocabulary import Atom, Sense, Tense, VerbForm, Vocabulary, find_atoms
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words

DID = VerbForm("make", Tense.PAST)
WORDS = Vocabulary.of(
    {
        ("سند",): Sense(frozenset({"paper"})),
        ("سند", "همکاری"): Sense(frozenset({"memo"})),
        ("سند", "همکاری", "شهری"): Sense(frozenset({"city memo"})),
        ("امضا",): Sense(frozenset({"sign"})),
        ("کرد",): Sense(verb=DID),
    },
    "اد",
)


def atoms(text: str) -> tuple[Atom, ...]:
    line = word_line(fold_words(text))
    return find_atoms(line, range(len(line)), WORDS)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("سند", ["paper"]),
        ("سند تازه", ["paper"]),
        ("سند همکاری", ["memo"]),
        ("سند همکاری شهری", ["city memo"]),
        ("سند همکاری سند", ["memo", "paper"]),
        ("سند، همکاری", ["paper"]),
        ("سند\nهمکاری", ["paper"]),
        ("تازه", []),
        ("", []),
    ],
)
def test_the_longest_row_wins_and_no_row_crosses_a_sign(text: str, labels: list[str]) -> None:
    assert [label for atom in atoms(text) for label in atom.labels] == labels


def test_a_noun_and_its_verb_may_be_written_as_one() -> None:
    noun, verb = atoms("امضاکرد")
    assert (set(noun.labels), verb.verb) == ({"sign"}, DID)
    assert (noun.span.stop, noun.first, verb.first) == (verb.span.start, 0, 0)


@pytest.mark.parametrize("word", ["سندکرد", "امضاها", "تازهکرد"])
def test_words_that_only_look_glued_are_left_alone(word: str) -> None:
    assert atoms(word) == ()


@given(st.lists(st.sampled_from(["سند", "همکاری", "شهری", "امضا", "کرد", "،", "چیز", "امضاکرد"]), max_size=12))
def test_atoms_stand_in_order_and_never_overlap(words: list[str]) -> None:
    found = atoms(" ".join(words))
    assert all(one.span.stop <= other.span.start for one, other in itertools.pairwise(found))
