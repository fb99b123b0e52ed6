"""A text as the words that an index keeps, and as the same words with their places in the text.

The one folding of `core.text` comes first. Search then looks away from what people who ask do not type: marks on Latin
letters, the sign on «آ», the dots on «ё». Parts that a half-space joins are words of their own, and together one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from peyvand.core.gazetteer.slugs import plain_letters
from peyvand.core.text import Folded, Span, fold

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(f"[{HAN}]|[^\\W_{HAN}](?:[^\\W_{HAN}]|[\u0300-\u036f])*")
_MARKED = re.compile("[\u00df-\u024f\u0300-\u036f\u1e00-\u1eff]")
_JOINER = "\u200c"
# Whoever writes longer words does not mean to be found: in letters, and in bytes, of which engines have a bounded room.
LONGEST_WORD, _MOST_BYTES = 60, 120


def _one_to_one() -> dict[int, str]:
    """Marked Latin letters by the plain ones, where that is one letter for one."""
    table = {ord("آ"): "ا", ord("ё"): "е"}
    for code in (*range(0xDF, 0x250), *range(0x1E00, 0x1F00)):
        plain = plain_letters(chr(code)).lower()
        if len(plain) == 1:
            table[code] = plain
    return table


_PLAIN = _one_to_one()
_SOME_PLAIN = re.compile(f"[{''.join(map(chr, _PLAIN))}]")


class Word(NamedTuple):
    """A word as the index has it, and from where to where it stands in the plain text."""

    word: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Searched:
    """A text made ready: ``plain`` has a letter for each of the folded text's, from which there is a way back."""

    folded: Folded
    plain: str

    def words(self, start: int = 0, stop: int | None = None) -> list[Word]:
        """The words of a stretch of the plain text."""
        every = _WORD.finditer(self.plain, start, len(self.plain) if stop is None else stop)
        return [Word(_kept(found[0]), *found.span()) for found in every]

    def back(self, word: Word) -> Span:
        """Where a word stands in the text as it is written."""
        return self.folded.back(Span(word.start, word.stop))


def searched(text: str) -> Searched:
    """A text made ready to be looked at word by word. Linear in its length."""
    # A half-space is as long as a space: every place in the text stays where it is.
    folded = fold(text.replace(_JOINER, " "))
    return Searched(folded, _plain(folded.text))


def words_of(text: str) -> list[str]:
    """The words of a text in their order."""
    return [_kept(word) for word in _WORD.findall(_plain(fold(text.replace(_JOINER, " ")).text))]


def wholes_of(text: str) -> list[str]:
    """What half-spaces join in a text, as one word each, once each."""
    if _JOINER not in text:
        return []
    joined = dict.fromkeys(piece for piece in text.split() if _JOINER in piece)
    parts = (words_of(piece.replace(_JOINER, "")) for piece in joined)
    return list(dict.fromkeys(word for words in parts for word in words))


def _plain(folded: str) -> str:
    return folded.translate(_PLAIN) if _SOME_PLAIN.search(folded) else folded


def _kept(word: str) -> str:
    """A word without what is left of marks: «ß» is two letters, a mark may stand by itself."""
    if not word.isascii() and _MARKED.search(word):
        word = plain_letters(word).lower() or word
    return word if 4 * len(word) <= _MOST_BYTES else word[:LONGEST_WORD].encode()[:_MOST_BYTES].decode(errors="ignore")
