"""What somebody typed, taken apart: words, phrases in quotation marks, and beginnings of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from peyvand.core.search.expression import Expression, Term, word
from peyvand.core.search.words import wholes_of, words_of

_QUOTED = re.compile('«([^»]*)»|"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|‹([^›]*)›')
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_STAR = "*"
MOST_LETTERS = 200
_MOST_WORDS = 12
_SHORTEST_BEGINNING, _SHORTEST_PART, _SHORTEST_ENDED = 2, 2, 3


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between two blanks, or two quotation marks: its words, and they as one where they may be one."""

    words: tuple[str, ...]
    whole: str = ""
    quoted: bool = False
    begins: bool = False
    # As somebody typed it.
    typed: str = ""

    @property
    def glued(self) -> str:
        """The words as one."""
        return self.whole or "".join(self.words)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its parts. ``endings`` are those that a language adds to words, with or without a half-space."""

    chunks: tuple[Chunk, ...]
    endings: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chunks)

    def runs(self) -> Iterator[tuple[range, str]]:
        """Every run of neighbouring chunks that may be one name, with the name's key."""
        loose = [not chunk.quoted or len(self.chunks) == 1 for chunk in self.chunks]
        for start in range(len(self.chunks)):
            for stop in range(start + 1, min(start + 4, len(self.chunks)) + 1):
                if all(loose[start:stop]):
                    yield range(start, stop), "".join(chunk.glued for chunk in self.chunks[start:stop])

    @property
    def spellings(self) -> frozenset[str]:
        """The words, each alone and all together, as they were typed."""
        return frozenset((*(chunk.typed for chunk in self.chunks), self.typed(range(len(self.chunks)))))

    def typed(self, at: range) -> str:
        """What was typed for some chunks."""
        return " ".join(self.chunks[one].typed for one in at)

    def options(self, at: int) -> list[Term]:
        """The ways in which a chunk may stand in a text."""
        chunk = self.chunks[at]
        if chunk.begins:
            return [Term(chunk.words, begins=True)]
        if chunk.quoted:
            return list(_respelled(chunk.words))
        options = [*_written(chunk), *self._ended(chunk)]
        options += [word(chunk.glued + self.chunks[beside].glued) for beside in self._beside(at, 1)]
        options += [word(self.chunks[beside].glued + chunk.glued) for beside in self._beside(at, -1)]
        return list(dict.fromkeys(options))

    def _beside(self, at: int, step: int) -> list[int]:
        """The neighbour that may be of one word with a chunk: «خواهر خوانده»."""
        beside = at + step
        if not 0 <= beside < len(self.chunks) or self.chunks[beside].quoted:
            return []
        return [beside] if all(map(_ARABIC.match, (self.chunks[at].glued, self.chunks[beside].glued))) else []

    def _ended(self, chunk: Chunk) -> Iterator[Term]:
        """The chunk with an ending written on to it, and without the one that a half-space joins."""
        if len(chunk.words) == 1 and len(chunk.glued) >= _SHORTEST_ENDED and _ARABIC.match(chunk.glued):
            yield from (word(chunk.glued + ending) for ending in self.endings)
        if chunk.whole and len(chunk.words) > 1 and chunk.words[-1] in self.endings:
            yield Term(chunk.words[:-1])

    def beginnings(self, at: int) -> list[Expression]:
        """Words that begin as a chunk does; none for quotations and for what is too short."""
        glued = self.chunks[at].glued
        return [] if self.chunks[at].quoted or len(glued) < _SHORTEST_BEGINNING else [Term((glued,), begins=True)]


def asked(typed: str, endings: tuple[str, ...] = ()) -> Asked:
    """A question taken apart; what is beyond its longest is passed over. Linear in its length."""
    return Asked(tuple(islice(_chunks(typed[:MOST_LETTERS]), _MOST_WORDS)), endings)


def _chunks(typed: str) -> Iterator[Chunk]:
    done = 0
    for quoted in _QUOTED.finditer(typed):
        yield from _loose(typed[done : quoted.start()])
        words = tuple(words_of(next(filter(None, quoted.groups()), "")))
        if words:
            yield Chunk(words, quoted=True, typed=quoted[0][1:-1])
        done = quoted.end()
    yield from _loose(typed[done:])


def _loose(typed: str) -> Iterator[Chunk]:
    for piece in typed.split():
        if words := tuple(words_of(piece)):
            wholes = wholes_of(piece)
            yield Chunk(words, wholes[0] if len(wholes) == 1 else "", begins=piece.endswith(_STAR), typed=piece)


def _written(chunk: Chunk) -> Iterator[Term]:
    """As it was typed, as one word, and as two that stand one after another."""
    yield Term(chunk.words)
    if len(chunk.words) > 1:
        yield word(chunk.glued)
    elif _ARABIC.match(chunk.glued):
        yield from (Term(parts) for parts in _parts(chunk.glued))


def _parts(glued: str) -> Iterator[tuple[str, str]]:
    """A word as two: «خواهرخوانده» is written «خواهر خوانده» as well."""
    for at in range(_SHORTEST_PART, len(glued) - _SHORTEST_PART + 1):
        yield glued[:at], glued[at:]


def _respelled(words: tuple[str, ...]) -> Iterator[Term]:
    """A phrase, and the same where two of its words are one, or one of them two."""
    yield Term(words)
    for at in range(len(words) - 1):
        yield Term((*words[:at], words[at] + words[at + 1], *words[at + 2 :]))
    for at, one in enumerate(words):
        if _ARABIC.match(one):
            yield from (Term((*words[:at], *parts, *words[at + 1 :])) for parts in _parts(one))
