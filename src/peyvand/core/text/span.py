"""A half-open range of code points."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range ``start <= i < stop``, counted in Unicode code points."""

    start: int
    stop: int

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.stop]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop


def trimmed(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    if span.start < span.stop and not (text[span.start].isspace() or text[span.stop - 1].isspace()):
        return span
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
