"""What the classes and ids of an element say about its place in a news page, whoever made the page.

An element's names are split into words, so that ``newsRelated``, ``news-related`` and ``related_news`` say the same.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from peyvand.lexicon.loader import load_yaml


class Region(IntEnum):
    """Which stretch of the page an element belongs to; the higher one holds for everything inside."""

    PLAIN = 0
    CAPTION = 1
    TAGS = 2
    # Bars around the article: no words of it, but its code and date may stand there.
    BAR = 3
    OUTSIDE = 4


class Hint(IntEnum):
    """What the words of an element are to the article."""

    NONE = 0
    TITLE = 1
    KICKER = 2
    LEAD = 3
    BODY = 4
    LABEL = 5


class Place(NamedTuple):
    """Where an element's names put it."""

    region: Region
    hint: Hint


_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_BOXES = {name: frozenset(words) for name, words in load_yaml("pages", "boxes").items()}
_HINTS = (
    ("kicker", Hint.KICKER),
    ("lead", Hint.LEAD),
    ("title", Hint.TITLE),
    ("body", Hint.BODY),
    ("label", Hint.LABEL),
)
_MOST_NAMES, _LONGEST_NAME = 20, 80


@lru_cache(maxsize=4096)
def place_of(names: str) -> Place:
    """What the classes, id and roles of an element, joined by spaces, say."""
    region, hint = Region.PLAIN, Hint.NONE
    for name in names.split()[:_MOST_NAMES]:
        words = {word.lower() for word in _WORD.findall(name[:_LONGEST_NAME])} | {name.lower()}
        if words & _BOXES["states"]:
            continue
        region = max(region, _region(words))
        hint = hint or _hint(words)
    return Place(region, hint)


def _region(words: set[str]) -> Region:
    if not words & _BOXES["builders"]:
        if words & _BOXES["outside"]:
            return Region.OUTSIDE
        if words & _BOXES["bar"]:
            return Region.BAR
    if words & _BOXES["tags"]:
        return Region.TAGS
    return Region.CAPTION if words & _BOXES["caption"] else Region.PLAIN


def _hint(words: set[str]) -> Hint:
    return next((hint for name, hint in _HINTS if words & _BOXES[name]), Hint.NONE)
