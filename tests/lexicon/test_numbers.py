"""The numerals of the lexicon are whole, and found in their witness."""

from __future__ import annotations

from peyvand.core.reading.numbers import numbers_in
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words
from peyvand.lexicon.loader import load_yaml
from peyvand.lexicon.numbers import number_words


def test_numerals_are_found_in_their_witness() -> None:
    line = word_line(fold_words(load_yaml("fa", "numbers")["witness"]))

    found = [number.value for _, number in numbers_in(line, range(len(line)), number_words("fa"))]

    assert found == [198, 23]


def test_every_number_of_two_figures_can_be_said() -> None:
    cardinals = load_yaml("fa", "numbers")["cardinals"]

    assert {*range(1, 20), *range(20, 100, 10)} <= set(cardinals.values())
