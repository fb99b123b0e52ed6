from __future__ import annotations

from peyvand.core.gazetteer import PlaceWords
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.words import DayWords


def test_language_without_words_knows_no_doubt() -> None:
    words = PlaceWords(script=Script.LATIN, home="")

    assert (words.doubts, words.heads, words.days) == ({}, {}, DayWords())
