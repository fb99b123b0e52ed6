"""A name as lists write it, taken apart: the name itself, what is said beside it, its level, whether it is a part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import NamedTuple

from peyvand.core.gazetteer.names import name_key
from peyvand.core.gazetteer.place import Level
from peyvand.core.text import fold_words

_BRACKETS = re.compile(r"\(([^()]*)\)")
# "Prague 4", "Budapest XXI": a number after a name tells of a part. Single letters but I, V and X are none.
_NUMBER = re.compile(r"\d{1,3}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")


class Qualified(NamedTuple):
    """``main`` is the name alone; ``qualifiers`` stood beside it; ``whole`` is what a ``district`` is a part of,
    ``part`` its number or name there."""

    main: str
    qualifiers: tuple[str, ...] = ()
    level: Level | None = None
    district: bool = False
    whole: str = ""
    part: str = ""


def qualified(name: str, levels: Mapping[str, Level], districts: Set[str], heads: Set[str]) -> Qualified:
    """Take a name apart. ``levels``, ``districts`` and ``heads`` are keys of words around names."""
    text = " ".join(fold_words(name).split())
    beside = [part.strip() for part in _BRACKETS.findall(text)]
    main, *rest = (part.strip() for part in _BRACKETS.sub(" ", text).replace("،", ",").split(","))
    qualifiers = tuple(part for part in (*beside, *rest) if part)
    whole, dash, part = main.partition(" - ")
    if dash:
        return Qualified(main, qualifiers, None, True, qualified(whole, levels, districts, heads).whole, part)
    words = main.split()
    numbered = len(words) > 1 and bool(_NUMBER.fullmatch(words[-1]))
    number = words[-1] if numbered else ""
    words, level, district = _without_kinds(words[:-1] if numbered else words, levels, districts, heads)
    if district and len(words) > 1 and _NUMBER.fullmatch(words[0]):
        number, words = words[0], words[1:]
    district = district or numbered
    bare = " ".join(words)
    whole = qualifiers[0] if district and qualifiers else bare
    return Qualified(bare or main, qualifiers, level, district, whole, number or (bare if whole != bare else ""))


def _without_kinds(
    words: list[str], levels: Mapping[str, Level], districts: Set[str], heads: Set[str]
) -> tuple[list[str], Level | None, bool]:
    """The words of the name itself, with the level and the part that the others say."""
    level: Level | None = None
    district = False
    changed = True
    while changed and len(words) > 1:
        changed = False
        for size in (3, 2, 1):
            for taken, left in ((words[:size], words[size:]), (words[-size:], words[:-size])):
                key = name_key(" ".join(taken))
                if left and not changed and (key in levels or key in districts or key in heads):
                    level, district = levels.get(key, level), district or key in districts
                    words, changed = left, True
    return words, level, district
