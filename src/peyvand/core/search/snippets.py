"""The words by which a text was found, marked over its own letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from peyvand.core.search.expression import Term
from peyvand.core.search.wanting import Wanted
from peyvand.core.search.words import Searched, searched, words_of
from peyvand.core.text import Span

# Letters shown before the first found word, and in all; and how far back a word's beginning is looked for.
_BEFORE, _SHOWN, _LOOKED_BACK = 70, 240, 20
_JOINER = "\u200c"
# Before the signs that are words by themselves.
_SIGNS = "\u3000"


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
        # What is looked for in plain texts, and whether a longer word may go on from it; what was typed comes first.
        self._sought: dict[str, bool] = {}
        for term in _terms(wanted):
            sought = _as_it_stands(term.words)
            self._sought[sought] = term.begins or self._sought.get(sought, False)

    def named(self, text: str) -> Snippet:
        """A name or quotation with its found words marked; of a long one what stands around them, or its beginning."""
        if len(text) > _SHOWN and (found := self.around(text)):
            return found
        stop = len(text) if len(text) <= _SHOWN else max(text.rfind(" ", 0, _SHOWN), _BEFORE)
        ready = searched(text[:stop])
        pieces = tuple(_pieces(text, 0, stop, self._spans(ready, 0, len(ready.plain))))
        return Snippet(pieces, cut_after=stop < len(text))

    def around(self, text: str) -> Snippet | None:
        """The stretch of a text around the first found word; None where no word of it was found."""
        ready = searched(text)
        at = self._first(ready.plain)
        if at is None:
            return None
        start, stop = _stretch(text, ready, at)
        # Unseen signs before the first word and the stop after the last one are part of what is shown.
        first = 0 if start == 0 else ready.folded.origin(start)
        last = len(text) if stop == len(ready.plain) else ready.folded.back(Span(start, stop)).stop
        pieces = tuple(_pieces(text, first, last, self._spans(ready, start, stop)))
        return Snippet(pieces, cut_before=first > 0, cut_after=last < len(text))

    def _first(self, plain: str) -> int | None:
        """Where the first of the found words stands in the plain text, those sought first before others."""
        for sought, begins in self._sought.items():
            if (stands := next(_standing(plain, sought, begins, 0, len(plain)), None)) is not None:
                return stands.start
        return None

    def _spans(self, ready: Searched, start: int, stop: int) -> list[Span]:
        """The spans in the text of what is found in a stretch of it, in order, without those that lie in others."""
        plain = ready.plain
        found = {
            span for sought, begins in self._sought.items() for span in _standing(plain, sought, begins, start, stop)
        }
        return [ready.folded.back(span) for span in _outer(sorted(found, key=lambda one: (one.start, -one.stop)))]


def _terms(wanted: Wanted) -> Iterator[Term]:
    for at in range(len(wanted.asked.chunks)):
        yield from wanted.terms(at)
    for meant in wanted.meant:
        yield from (Term(tuple(words_of(name))) for name in meant.names)
        yield from (Term((key,)) for key in sorted(meant.keys))


def _as_it_stands(words: Sequence[str]) -> str:
    """How words stand one after another: parted by a blank, or, as signs that are words, by nothing."""
    return ("" if words[0] > _SIGNS else " ").join(words)


def _standing(plain: str, sought: str, begins: bool, start: int, stop: int) -> Iterator[Span]:
    """Where words stand in a stretch of a text as words of their own, or as the beginning of one."""
    at = plain.find(sought, start, stop)
    while at >= 0:
        end = at + len(sought)
        # Signs that are words stand beside one another.
        if sought > _SIGNS or not plain[at - 1 : at].isalnum():
            if begins:
                while plain[end : end + 1].isalnum():
                    end += 1
            if sought > _SIGNS or not plain[end : end + 1].isalnum():
                yield Span(at, end)
        at = plain.find(sought, end, stop)


def _outer(spans: Iterable[Span]) -> Iterator[Span]:
    reached = -1
    for span in spans:
        if span.start >= reached:
            yield span
            reached = span.stop


def _stretch(text: str, ready: Searched, at: int) -> tuple[int, int]:
    """From where to where the plain text is shown around a place: from the beginning of a word to the end of one."""
    start = _word_begins(text, ready, max(at - _BEFORE, 0))
    stop = start + _SHOWN
    if stop >= len(ready.plain):
        return start, len(ready.plain)
    return start, max(_word_begins(text, ready, stop), at + 1)


def _word_begins(text: str, ready: Searched, at: int) -> int:
    """The last place at or before this one where a word begins, what a half-space joins being one."""
    for back in range(at, max(at - _LOOKED_BACK, 0), -1):
        if ready.plain[back - 1].isspace() and text[ready.folded.origin(back) - 1] != _JOINER:
            return back
    return at if at > _LOOKED_BACK else 0


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
