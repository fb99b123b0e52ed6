"""Forms of a lexicon, found word by word."""

from __future__ import annotations

import pytest

from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words

INDEX = Phrases.of([("صنایع‌دستی", "crafts"), ("صنایع*", "industry"), ("تفاهم‌نامه*", "memorandum")])


def found(text: str) -> list[tuple[str, str]]:
    line = word_line(fold_words(text))
    return [(kind, line.span(first, stop).of(line.text)) for kind, first, stop in INDEX.all(line, range(len(line)))]


@pytest.mark.parametrize("written", ["صنایع‌دستی", "صنایعدستی", "صنایع دستی"])
def test_a_joiner_finds_every_way_of_writing(written: str) -> None:
    assert [kind for kind, _ in found(written)] == ["crafts"]


def test_the_longest_form_wins_and_endings_follow_a_star() -> None:
    assert found("صنایع و تفاهم نامه های تازه") == [("industry", "صنایع"), ("memorandum", "تفاهم نامه های")]


def test_a_phrase_that_breaks_off_is_as_long_as_it_was() -> None:
    index = Phrases.of([("شورا", 1), ("شورای شهر", 2), ("شورای شهر قم و خوی", 3), ("در شورا", 4)])
    line = word_line("شورای شهر قم و شورا در شهر")

    assert index.all(line, range(len(line))) == [(2, 0, 2), (1, 4, 5)]
    assert (index.at(line, 0), index.at(line, 5), index.at(line, 7)) == ((2, 2), None, None)
    assert (index.alone("شورا"), index.alone("شورای")) == (1, None)


def test_figures_in_a_form_are_words_of_their_own() -> None:
    line = word_line("در 2شهر")

    assert Phrases.of([("2‌شهر", True)]).all(line, range(3)) == [(True, 1, 3)]


def test_a_sign_parts_a_phrase() -> None:
    assert found("صنایع، دستی") == [("industry", "صنایع")]
