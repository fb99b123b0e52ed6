"""A source's text with its quotations marked: overlapping marks, anchors, and control characters that are seen."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peyvand.core.text import Part, Span
from peyvand.web.shared.direction import CONTROLS, control_name

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text under the same marks, named by their anchors. ``anchor`` is set where a quotation begins, with the
    ``label`` of its note; ``control`` is the name of a control character that stands here."""

    text: str
    under: tuple[str, ...] = ()
    anchor: str = ""
    label: str = ""
    control: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Beside a paragraph: what a marked quotation in it bears witness to."""

    anchor: str
    words: str
    state: str
    state_word: str
    href: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of the text. ``at`` is where it begins, in code points."""

    part: Part
    at: int
    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A quotation to be marked, with its note."""

    span: Span
    note: Note


def anchor_of(span: Span) -> str:
    """The id of the place where a quotation begins, the same on every page that leads to it."""
    return f"at-{span.start}"


def paragraphs(text: str, marked: Iterable[Marked], parts: Iterable[tuple[Span, Part]] = ()) -> tuple[Paragraph, ...]:
    """The lines of a text with their marks; ``parts`` say where its title, lead and furniture are (else body)."""
    marked = sorted(marked, key=lambda one: one.span)
    lines = [Span(*found.span()) for found in _LINE.finditer(text)]
    kinds = sorted(parts)
    starts = [span.start for span, _ in kinds]
    begin = [one.span.start for one in marked]
    pieces = _Pieces(text, marked, lines)
    return tuple(
        Paragraph(
            part=_part_of(line, starts, kinds),
            at=line.start,
            pieces=tuple(pieces.of(line)),
            notes=tuple(one.note for one in marked[bisect_left(begin, line.start) : bisect_left(begin, line.stop)]),
        )
        for line in lines
    )


def _part_of(line: Span, starts: list[int], kinds: list[tuple[Span, Part]]) -> Part:
    at = bisect_left(starts, line.stop) - 1
    return kinds[at][1] if at >= 0 and kinds[at][0].meets(line) else Part.BODY


class _Pieces:
    """Text cut at every place where a mark begins or ends, once for all lines."""

    def __init__(self, text: str, marked: list[Marked], lines: list[Span]) -> None:
        self._text = text
        self._begin: dict[int, list[Marked]] = defaultdict(list)
        self._end: dict[int, list[Marked]] = defaultdict(list)
        for one in marked:
            self._begin[one.span.start].append(one)
            self._end[one.span.stop].append(one)
        edges = {edge for line in lines for edge in line} | set(self._begin) | set(self._end)
        self._cuts = sorted(edges | {at for found in CONTROLS.finditer(text) for at in found.span()})
        self._at = 0
        self._open: list[Marked] = []

    def of(self, line: Span) -> Iterator[Piece]:
        """The pieces of one line; lines are to be asked for in their order."""
        while self._cuts[self._at] < line.start:
            self._step()
        while (start := self._cuts[self._at]) < line.stop:
            self._step()
            yield self._piece(start, self._cuts[self._at])

    def _step(self) -> None:
        here = self._cuts[self._at]
        for one in self._end.get(here, ()):
            self._open.remove(one)
        self._open.extend(self._begin.get(here, ()))
        self._at += 1

    def _piece(self, start: int, stop: int) -> Piece:
        text = self._text[start:stop]
        control = control_name(text) if CONTROLS.fullmatch(text) else ""
        begun = self._begin.get(start, [])
        return Piece(
            text="" if control else text,
            under=tuple(dict.fromkeys(anchor_of(one.span) for one in self._open)),
            anchor=anchor_of(Span(start, stop)) if begun else "",
            label="·".join(one.note.label for one in begun if one.note.label),
            control=control,
        )
