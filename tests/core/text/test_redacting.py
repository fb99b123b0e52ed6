from __future__ import annotations

import pytest

from peyvand.core.text.redacting import STRUCK, places_of, strike, struck
from peyvand.core.text.span import Span


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("مینا راد گفت", "مینا راد", "████ ███ گفت"),
        ("مينا راد و مینا رادمنش", "مینا راد", "████ ███ و مینا رادمنش"),
        ("Mina Rad, MINA RAD", "Mina Rad", "████ ███, ████ ███"),
        ("Minas Radio", "Mina Rad", "Minas Radio"),
        ("nothing", "", "nothing"),
    ],
)
def test_words_are_struck_out_whatever_their_spelling(text: str, words: str, left: str) -> None:
    assert strike(text, words) == left


def test_every_other_word_keeps_its_place() -> None:
    text = "به گفتهٔ مینا\u200cراد، پیمان امضا شد."
    left = strike(text, "میناراد")

    assert (len(left), left.index("پیمان")) == (len(text), text.index("پیمان"))
    assert STRUCK in left


def test_spans_may_overlap() -> None:
    assert struck("abcdef", [Span(1, 3), Span(2, 5)]) == "a████f"
    assert places_of("a b", "  ") == []
