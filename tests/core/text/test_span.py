from __future__ import annotations

from peyvand.core.text import Span, trimmed


def test_a_span_knows_its_words_and_its_neighbours() -> None:
    assert Span(1, 3).of("پیوند") == "یو"
    assert Span(0, 5).holds(Span(1, 3))
    assert not Span(0, 2).holds(Span(1, 3))
    assert Span(0, 2).meets(Span(1, 3))
    assert not Span(0, 1).meets(Span(1, 3))


def test_trimmed_leaves_white_space_out() -> None:
    assert trimmed(" یک\n", Span(0, 4)) == Span(1, 3)
    assert trimmed("   ", Span(0, 3)) == Span(3, 3)
