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


def test_a_sign_parts_a_phrase() -> None:
    assert found("صنایع، دستی") == [("industry", "صنایع")]
