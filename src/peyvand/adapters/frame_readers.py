"""From a capture in another language than Persian to its Reading; loaded when the first such text comes."""

from __future__ import annotations

from datetime import date

from peyvand.core.gazetteer import Gazetteer
from peyvand.core.reading import Reading, SourceFacts
from peyvand.core.reading.frames.reader import read_frames
from peyvand.lexicon.frames import frame_lexicon


def read_by_frames(
    text: str, language: str, facts: SourceFacts, gazetteer: Gazetteer, published: date | None
) -> Reading:
    """Read a text of one of `loader.frame_languages`. ``published`` (Gregorian) outweighs the page's own word."""
    return read_frames(
        text,
        path=facts.path,
        lexicon=frame_lexicon(language),
        gazetteer=gazetteer,
        published=published,
        facts=facts,
    )
