"""How a name becomes a key of the index, and how an entry says which places it means and how well."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import NamedTuple

from peyvand.core.gazetteer.signs import plain_signs
from peyvand.core.gazetteer.slugs import plain_letters
from peyvand.core.text import fold_words

_NOT_LETTERS = re.compile(r"[\W_]+")
_LATIN_MARKS = re.compile("[\u00df-\u024f\u1e00-\u1eff]")
_LAST = chr(0x10FFFF)
_HAN = re.compile("[\u3400-\u9fff]")


class Script(StrEnum):
    """One index of names per script; all but the first in use are loaded when they are asked for."""

    ARABIC = "arabic"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    HAN = "han"


class Rank(IntEnum):
    """How well a name is known to mean a place; lower is better."""

    OWN = 0
    MAIN = 1
    OTHER = 2
    GUESSED = 3


class Reference(NamedTuple):
    """An entry's word on one place: the line of the table of places, and how well the name means it."""

    line: int
    rank: Rank


class NameIndex(NamedTuple):
    """The names of one script: an entry for each key, and the keys in order."""

    entries: Mapping[str, str]
    ordered: Sequence[str]

    def beginning(self, letters: str) -> Sequence[str]:
        """The keys that begin with some letters, in order."""
        low = bisect_left(self.ordered, letters)
        if low == len(self.ordered) or not self.ordered[low].startswith(letters):
            return ()
        return self.ordered[low : bisect_left(self.ordered, letters + _LAST, low)]


def index_of(entries: Mapping[str, str]) -> NameIndex:
    """The index of a map from keys to entries."""
    return NameIndex(entries, sorted(entries))


def name_key(name: str) -> str:
    """The key of a name: folded, without spaces, hyphens, joiners and marks on Latin letters, Chinese signs in their
    plain form, so that all ways meet."""
    folded = fold_words(name)
    if _LATIN_MARKS.search(folded):
        folded = plain_letters(folded).lower()
    elif _HAN.search(folded):
        folded = plain_signs(folded)
    return _NOT_LETTERS.sub("", folded)


def script_of(name: str) -> Script | None:
    """The script of a name by its first letter, or None for a script that has no index."""
    for letter in name:
        if "\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufefc":
            return Script.ARABIC
        if letter.isalpha():
            if letter < "\u0250" or "\u1e00" <= letter < "\u1f00":
                return Script.LATIN
            if "\u0400" <= letter < "\u0530":
                return Script.CYRILLIC
            return Script.HAN if _HAN.match(letter) else None
    return None


def write_references(references: Iterable[Reference]) -> str:
    """An entry of the index: for each place a digit for the rank and the line number, with commas between."""
    return ",".join(f"{reference.rank.value}{reference.line}" for reference in sorted(references))


def read_references(entry: str) -> tuple[Reference, ...]:
    """The references of an index entry, in its order."""
    return tuple(Reference(int(part[1:]), Rank(int(part[0]))) for part in entry.split(","))
