"""Where a source's title, lead and furniture are, as spans of the page's own letters."""

from __future__ import annotations

from peyvand.core.text import Part, Span, divide, fold
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.loader import LexiconFault


def parts_of(text: str, language: str) -> tuple[tuple[Span, Part], ...]:
    """The parts of a page in its order; none where the language's furniture is not known."""
    try:
        words = furniture_words(language or "fa")
    except LexiconFault:
        return ()
    folded = fold(text)
    return tuple((folded.back(span), part) for part, span in divide(folded, words).parts)
