"""From a capture to its Reading: the lexicon of its language and the gazetteer, handed to the reader."""

from __future__ import annotations

from datetime import date

from peyvand.adapters.sources import Captured
from peyvand.core.reading import Reading, SourceFacts, read
from peyvand.lexicon import gazetteer, lexicon


def read_capture(captured: Captured, *, published: date | None = None) -> Reading:
    """Read one captured source by the rules. ``published`` (Gregorian) outweighs what the page says of itself."""
    facts = SourceFacts(
        path=captured.name, title=captured.title, publisher=captured.publisher, published=captured.published
    )
    return read_text(captured.text, facts, published)


def read_text(text: str, facts: SourceFacts, published: date | None = None) -> Reading:
    """Read a text that was captured before, with what is known of it; as `read_capture`."""
    return read(
        text,
        path=facts.path,
        lexicon=lexicon("fa"),
        gazetteer=gazetteer(),
        published=published,
        facts=facts,
    )
