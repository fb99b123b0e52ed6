"""The words of a page in a row, and the forms of the language among them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.signs import plain_signs
from peyvand.core.reading.frames.words import Forms, FrameLexicon, Sense, Time
from peyvand.core.text import Folded, Span

_WORD = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
# An ending behind a number («5'inci») says what kind of number it is, and stays.
_WORD_WITH_ENDING = re.compile(r"([^\W_]+)(?:(?<=[^\W\d_])'[^\W\d_]+)?")
_FORM = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+\*?")
# What may stand between the words of one phrase.
_SOFT = frozenset(" -'\"“”„‘’«»‹›.")
# Times that what begins inside a form may not take back.
_TO_COME = (Time.COMING, Time.NEVER, Time.WISHED)
_ABBREVIATED = 2
_STOP = re.compile(r"[.;:!?]\s|\n")
_APART = 30


class Hit(NamedTuple):
    """A form of the language: words ``first`` up to ``stop``, its labels as bits, and its time."""

    first: int
    stop: int
    mask: int
    time: Time


@dataclass(frozen=True, slots=True)
class Row:
    """Words with where they start and stop (folded), what stands before each, and whether it has a capital."""

    words: list[str]
    starts: list[int]
    stops: list[int]
    gaps: list[str]
    soft: list[bool]
    capital: list[bool]
    hits: Sequence[Hit] = ()
    # Whether a capital tells a name, and not any noun.
    tells_names: bool = False
    # Words between the two halves of a verb, which no comma parts.
    bracketed: frozenset[int] = frozenset()
    # Whether «with» and «between» stand behind the names that they lead in (Turkish).
    led_behind: bool = False

    def __len__(self) -> int:
        return len(self.words)

    def inside(self, span: Span) -> tuple[int, int]:
        """The words that begin in a folded span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.stop)

    def span(self, first: int, stop: int) -> Span:
        """The folded span of words ``first`` up to ``stop``."""
        return Span(self.starts[first], self.stops[stop - 1])

    def hits_in(self, first: int, stop: int) -> Sequence[Hit]:
        """The forms that begin in a stretch of words."""
        low = bisect_left(self.hits, first, key=lambda hit: hit.first)
        return self.hits[low : bisect_left(self.hits, stop, low, key=lambda hit: hit.first)]


def cut_words(form: str) -> tuple[str, ...]:
    """The words of a folded form, as a page is cut; a star stays with its word."""
    return tuple(_FORM.findall(plain_signs(form)))


def row_of(folded: Folded, words: FrameLexicon) -> Row:
    """Cut a page into words (Chinese: into signs) and find the forms in it. Linear in its length."""
    text, page = folded.text, folded.page
    if words.names.script is Script.HAN:
        text = plain_signs(text)
    pattern = _WORD_WITH_ENDING if words.apostrophe_ends else _WORD
    spelled: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    gaps: list[str] = []
    before = 0
    for match in pattern.finditer(text):
        spelled.append(match[1] if words.apostrophe_ends else match[0])
        starts.append(match.start())
        stops.append(match.end(1) if words.apostrophe_ends else match.end())
        gaps.append(text[before : match.start()])
        # An ending belongs to the gap: words on both sides of it are not one name.
        before = match.end(1) if words.apostrophe_ends else match.end()
    soft = [_is_soft(gap, spelled[at - 1] if at else "") for at, gap in enumerate(gaps)]
    capital = [page[folded.origin(start)].isupper() for start in starts]
    row = Row(spelled, starts, stops, gaps, soft, capital, led_behind=words.rules_behind)
    tells_names = words.names.capitals and not words.names.nouns_capital
    bracketed = frozenset(_bracketed(row, words.forms))
    return replace(row, hits=_hits(row, words), tells_names=tells_names, bracketed=bracketed)


def _is_soft(gap: str, before: str) -> bool:
    """Whether words on both sides of a gap may belong to one phrase; a stop only behind a short word ("St. …")."""
    if len(gap) > 3 or not _SOFT.issuperset(gap):
        return False
    return "." not in gap or len(before) <= _ABBREVIATED


def _apart(row: Row, at: int, forms: Forms) -> tuple[Sense, int] | None:
    """A verb whose other half ends the clause: «schlug … vor»; what stands between is read on its own."""
    other = _other_half(row, at, forms)
    return (forms.apart[row.words[at]][row.words[other]], at + 1) if other else None


def _other_half(row: Row, at: int, forms: Forms) -> int:
    """Where the other half of a verb stands, or 0."""
    halves = forms.apart.get(row.words[at])
    if halves is None:
        return 0
    for other in range(at + 1, min(at + _APART, len(row))):
        if _STOP.search(row.gaps[other]):
            break
        if row.words[other] in halves and (other + 1 == len(row) or row.gaps[other + 1] != " "):
            return other
    return 0


def _bracketed(row: Row, forms: Forms) -> Iterator[int]:
    for at in range(len(row) if forms.apart else 0):
        yield from range(at + 1, _other_half(row, at, forms) + 1)


def _hits(row: Row, words: FrameLexicon) -> list[Hit]:
    found: list[Hit] = []
    at, forms, count = 0, words.forms, len(row)
    halves: set[int] = set()
    while at < count:
        apart = _apart(row, at, forms)
        if apart:
            # «fand … statt»: the half that ends a verb is no word of its own.
            halves.add(_other_half(row, at, forms))
        known = apart or (None if at in halves else forms.at(row.words, row.soft, at, count))
        if known is None:
            at += 1
            continue
        (mask, time), stop = known
        if words.names.nouns_capital and stop - at == 1 and row.capital[at] and row.gaps[at] == " ":
            if time is Time.PAST:
                # «das Schloss»: a verb that is written as a noun tells nothing that happened.
                at += 1
                continue
            # «beim Treffen»: one without tense is a noun.
            time = Time.NOUN if time is Time.BASE else time
        found.append(Hit(at, stop, mask, time))
        at = _overlapping(row, found[-1], forms) or stop
    return found


def _overlapping(row: Row, hit: Hit, forms: Forms) -> int:
    """Where a longer form begins inside a phrase: «sa ville» and «ville jumelle»; or 0."""
    for at in range(hit.first + 1, hit.stop):
        inner = forms.at(row.words, row.soft, at, len(row))
        if inner and inner[1] > hit.stop and not _is_taken_back(hit, inner[0]):
            return at
    return 0


def _is_taken_back(hit: Hit, inner: Sense) -> bool:
    """Whether a form that says no or not yet holds one of the same step that says nothing of it."""
    return hit.time in _TO_COME and bool(inner.mask & hit.mask) and inner.time in (Time.BASE, Time.BARE)
