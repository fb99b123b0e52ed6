"""Rule data and its one door: the words of each language as frozen values, and the places of the world."""

from __future__ import annotations

import gc
from functools import cache

from peyvand.core.gazetteer import Gazetteer
from peyvand.core.reading.words import Lexicon
from peyvand.lexicon.areas import area_words
from peyvand.lexicon.authorities import authority_words
from peyvand.lexicon.calendar import calendar_words
from peyvand.lexicon.common import with_common
from peyvand.lexicon.counts import count_words
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.gazetteer import built_gazetteer, place_words
from peyvand.lexicon.loader import LexiconFault
from peyvand.lexicon.people import people_words
from peyvand.lexicon.reading import language_words, reading_words

LANGUAGES = ("fa",)
# New objects until the collector looks, and how often it looks at older ones.
_COLLECTING = (10_000, 20, 20)

__all__ = ["LANGUAGES", "LexiconFault", "gazetteer", "lexicon"]


@cache
def lexicon(language: str) -> Lexicon:
    """Everything that the reader knows of a language. Raises `LexiconFault` for a language without words."""
    if language not in LANGUAGES:
        raise LexiconFault(f"no lexicon for the language {language!r}")
    collects = gc.isenabled()
    # Nothing built here is ever garbage: to look for it while building, and ever after, costs a fifth of the start.
    gc.disable()
    try:
        return _lexicon(language)
    finally:
        gc.freeze()
        # A page makes thousands of small things, and few of them hang in rings: to look less often saves a tenth.
        gc.set_threshold(*_COLLECTING)
        if collects:
            gc.enable()


def _lexicon(language: str) -> Lexicon:
    return Lexicon(
        language=language,
        furniture=furniture_words(language),
        calendar=calendar_words(language),
        places=with_common(place_words(language), language),
        reading=reading_words(language),
        authorities=authority_words(language),
        people=people_words(language),
        counts=count_words(language),
        areas=area_words(language),
        languages=language_words(),
    )


def gazetteer() -> Gazetteer:
    """The places of the world, from the tables that the set-up built."""
    return built_gazetteer()
