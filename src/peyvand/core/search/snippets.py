"""The words by which a text was found, marked over its own letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from peyvand.core.search.expression import Term
from peyvand.core.search.wanting import Wanted
from peyvand.core.search.words import Searched, Word, searched, words_of
from peyvand.core.text import Span

# Letters shown before the first found word, and in all; and how far back a word's beginning is looked for.
_BEFORE, _SHOWN, _LOOKED_BACK = 70, 240, 20
_JOINER = "\u200c"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``found``: one of the words by which it was."""

    text: str
    found: bool = False


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a text in its own letters; whether something stands before it, and after it."""

    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False

    @property
    def found(self) -> tuple[str, ...]:
        """The marked words."""
        return tuple(piece.text for piece in self.pieces if piece.found)


class Marker:
    """Marks the words of one question in many texts."""

    def __init__(self, wanted: Wanted) -> None:
        self._words: dict[str, None] = {}
        self._beginnings: tuple[str, ...] = ()
        # By their first word.
        self._phrases: dict[str, list[tuple[str, ...]]] = {}
        for term in _terms(wanted):
            self._take(term)

    def _take(self, term: Term) -> None:
        if term.begins:
            self._beginnings = (*self._beginnings, term.words[-1])
        elif len(term.words) == 1:
            self._words[term.words[0]] = None
        else:
            self._phrases.setdefault(term.words[0], []).append(term.words)

    def named(self, text: str) -> Snippet:
        """A name or quotation with its found words marked; of a long one what stands around them, or its beginning."""
        if len(text) > _SHOWN and (found := self.around(text)):
            return found
        stop = len(text) if len(text) <= _SHOWN else max(text.rfind(" ", 0, _SHOWN), _BEFORE)
        ready = searched(text[:stop])
        pieces = tuple(_pieces(text, 0, stop, self._spans(ready, ready.words())))
        return Snippet(pieces, cut_after=stop < len(text))

    def around(self, text: str) -> Snippet | None:
        """The stretch of a text around the first found word; None where no word of it was found."""
        ready = searched(text)
        at = self._first(ready.plain)
        if at is None:
            return None
        start = _cut(ready.plain, max(at - _BEFORE, 0))
        stop = min(start + _SHOWN, len(ready.plain))
        words = _uncut(text, ready, ready.words(start, stop), at_start=start == 0, at_end=stop == len(ready.plain))
        if not words:
            return None
        # Unseen signs before the first word and the stop after the last one are part of what is shown.
        first = 0 if start == 0 else ready.back(words[0]).start
        last = ready.back(words[-1]).stop if stop < len(ready.plain) else len(text)
        pieces = tuple(_pieces(text, first, last, self._spans(ready, words)))
        return Snippet(pieces, cut_before=first > 0, cut_after=last < len(text))

    def _first(self, plain: str) -> int | None:
        """Where the first of the found words stands in the plain text, those sought first before others."""
        for one in self._words:
            if (at := _stands(plain, one)) is not None:
                return at
        for phrases in self._phrases.values():
            for phrase in phrases:
                if (at := _phrase_stands(plain, phrase)) is not None:
                    return at
        return next((at for one in self._beginnings if (at := _stands(plain, one, begins=True)) is not None), None)

    def _spans(self, ready: Searched, words: Sequence[Word]) -> Iterator[Span]:
        """The spans in the text of the found words among these neighbours."""
        found = sorted(self._found([one.word for one in words]))
        return (ready.back(words[at]) for at in found)

    def _found(self, words: Sequence[str]) -> set[int]:
        """The positions of the found words."""
        marked = {at for at, one in enumerate(words) if one in self._words or one.startswith(self._beginnings)}
        for at, (one, other) in enumerate(pairwise(words)):
            if one + other in self._words:
                marked.update((at, at + 1))
            for phrase in self._phrases.get(one, ()):
                if phrase[1] == other and tuple(words[at : at + len(phrase)]) == phrase:
                    marked.update(range(at, at + len(phrase)))
        return marked


def _terms(wanted: Wanted) -> Iterator[Term]:
    for at in range(len(wanted.asked.chunks)):
        yield from wanted.terms(at)
    for meant in wanted.meant:
        yield from (Term(tuple(words_of(name))) for name in meant.names)
        yield from (Term((key,)) for key in sorted(meant.keys))


def _stands(plain: str, word: str, *, begins: bool = False) -> int | None:
    """Where a word stands in a text as a word of its own, or as the beginning of one."""
    at = plain.find(word)
    while at >= 0:
        stop = at + len(word)
        if _bounded(plain, at, stop, word, begins):
            return at
        at = plain.find(word, at + 1)
    return None


def _bounded(plain: str, at: int, stop: int, word: str, begins: bool) -> bool:
    # Signs that are words stand beside one another.
    if word > "\u3000":
        return True
    before = at > 0 and plain[at - 1].isalnum()
    return not before and (begins or not plain[stop : stop + 1].isalnum())


def _phrase_stands(plain: str, phrase: Sequence[str]) -> int | None:
    """Where a phrase stands, its words parted by single blanks or, as signs that are words, by nothing."""
    joined = ("" if phrase[0] > "\u3000" else " ").join(phrase)
    return _stands(plain, joined)


def _cut(plain: str, at: int) -> int:
    """A place at or before this one where a word begins."""
    if at <= _LOOKED_BACK:
        return 0
    before = plain[at - _LOOKED_BACK : at]
    blank = max(before.rfind(" "), before.rfind("\n"))
    return at - _LOOKED_BACK + blank + 1 if blank >= 0 else at


def _uncut(text: str, ready: Searched, words: list[Word], *, at_start: bool, at_end: bool) -> list[Word]:
    """The words of a stretch without those at its ends that are only parts of one."""
    first, last = 0, len(words)
    while not at_start and first < last - 1 and text[ready.back(words[first]).start - 1] == _JOINER:
        first += 1
    if not at_end and last > first + 1:
        last -= 1
        while last > first + 1 and text.startswith(_JOINER, ready.back(words[last - 1]).stop):
            last -= 1
    return words[first:last]


def _pieces(text: str, start: int, stop: int, spans: Iterable[Span]) -> Iterator[Piece]:
    """The text from start to stop, in pieces; what lies between two marked words beside each other is marked too."""
    at = start
    for span in _joined(text, spans):
        if span.start > at:
            yield Piece(text[at : span.start])
        yield Piece(text[span.start : span.stop], found=True)
        at = span.stop
    if at < stop:
        yield Piece(text[at:stop])


def _joined(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is None:
            last = span
        elif text[last.stop : span.start].strip(" \u200c-") == "":
            last = Span(last.start, span.stop)
        else:
            yield last
            last = span
    if last is not None:
        yield last
