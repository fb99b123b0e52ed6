"""From a capture to its Reading: the lexicon of its language and the gazetteer, handed to the reader."""

from __future__ import annotations

from datetime import date
from importlib import import_module

from peyvand.adapters.sources import Captured
from peyvand.core.reading import Reading, SourceFacts, read
from peyvand.lexicon import gazetteer, lexicon
from peyvand.lexicon.loader import frame_languages


def read_capture(captured: Captured, *, published: date | None = None, explain: bool = False) -> Reading:
    """Read one captured source by the rules. ``published`` (Gregorian) outweighs what the page says of itself."""
    facts = SourceFacts(
        path=captured.name, title=captured.title, publisher=captured.publisher, published=captured.published
    )
    return read_text(captured.text, facts, published, explain=explain)


def read_text(text: str, facts: SourceFacts, published: date | None = None, *, explain: bool = False) -> Reading:
    """Read a text that was captured before, with what is known of it; as `read_capture`."""
    reading = read(
        text,
        path=facts.path,
        lexicon=lexicon("fa"),
        gazetteer=gazetteer(),
        published=published,
        facts=facts,
        explain=explain,
    )
    if reading.source.language in frame_languages():
        # The rules and words of other languages wait until a text asks for them.
        door = import_module("peyvand.adapters.frame_readers")
        other: Reading = door.read_by_frames(text, reading.source.language, facts, gazetteer(), published)
        return other
    return reading
