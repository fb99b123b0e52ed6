from __future__ import annotations

from peyvand.core.gazetteer import PlaceWords
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.words import DayWords


def test_language_without_words_knows_no_doubt() -> None:
    words = PlaceWords(script=Script.LATIN, home="")

    assert (words.doubts, words.heads, words.days) == ({}, {}, DayWords())


def test_word_made_of_an_everyday_one_is_common() -> None:
    words = PlaceWords(
        script=Script.ARABIC,
        home="",
        common=frozenset({"روستا"}),
        never=frozenset({"پیروز", "نو"}),
        plurals=("های",),
        inflections=("یی", "ان"),
    )

    assert all(map(words.is_common, ("روستا", "روستایی", "پیروزان", "پوینهای")))
    assert not any(map(words.is_common, ("میلان", "سینان", "روستاک", "نوان")))
