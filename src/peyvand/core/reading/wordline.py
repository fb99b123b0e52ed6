"""A page as a line of words with the signs between them: what people, counts, areas and authorities are read from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, compress, pairwise
from operator import not_

from peyvand.core.text import Span

# Figures and letters are words of their own, because writers run them together («با10شهر»). The raised stroke that
# some pages quote with counts as a letter for Unicode, not for readers.
_WORD = re.compile(r"([^\W\d_ˈ]+|\d+)")
# The same for texts of Persian and plain Latin letters only, in which the letters need not be told from all others.
_PERSIAN_WORD = re.compile(r"([\u0620-\u064a\u0671-\u06d3a-z]+|\d+)")
_OTHER_LETTER = re.compile(r"[^\W\d_\u0620-\u064a\u0671-\u06d3a-z]")
_QUOTES = " «»\"'“”„ˈ"
_END = re.compile(r"[.!?؟\n]")
_BLANK = frozenset(("", " ", "  ", "   "))


@dataclass(frozen=True, slots=True)
class WordLine:
    """Words of a folded text. Word ``i`` is ``text[starts[i]:stops[i]]``; ``soft[i]``: only blanks stand before it.

    ``hard`` are the words before which another sign stands, ``cuts`` those before which a sentence ends.
    """

    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]
    soft: tuple[bool, ...]
    # What stands before each word, and behind the last.
    gaps: tuple[str, ...]
    hard: tuple[int, ...]
    cuts: tuple[int, ...]
    # What several readers ask for, kept with the line.
    _sentences: dict[tuple[Span, ...], tuple[range, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The word at an index, or "" outside the line."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_soft(self, at: int) -> bool:
        """Whether word ``at`` follows the word before it with nothing but blanks between."""
        return 0 < at < len(self.words) and self.soft[at]

    def sign(self, at: int) -> str:
        """The first sign between word ``at - 1`` and word ``at``, quotation marks aside; "" where there is none."""
        gap = self.gaps[at]
        return "" if gap in _BLANK else gap.strip(_QUOTES)[:1]

    def parted(self, at: int, signs: frozenset[str]) -> bool:
        """Whether one of some signs stands right before word ``at``."""
        if at <= 0 or at >= len(self.words) or self.soft[at]:
            return False
        return not signs.isdisjoint(self.gaps[at])

    def ends(self, at: int) -> bool:
        """Whether a sentence (or the line) ends before word ``at``."""
        if not 0 < at < len(self.words):
            return True
        place = bisect_left(self.cuts, at)
        return place < len(self.cuts) and self.cuts[place] == at

    def first(self, offset: int) -> int:
        """Index of the first word that starts at or after a folded offset."""
        return bisect_left(self.starts, offset)

    def inside(self, span: Span) -> range:
        """Indexes of the words that start inside a folded span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.stop))

    def span(self, first: int, stop: int) -> Span:
        """The folded span of words ``first`` to ``stop - 1``."""
        return Span(self.starts[first], self.stops[stop - 1])

    def has(self, sign: str, within: range) -> bool:
        """Whether a sign stands between or behind the words of a range."""
        stop = self.starts[within.stop] if within.stop < len(self.words) else len(self.text)
        return self.text.find(sign, self.starts[within.start], stop) >= 0

    def breaks(self, within: range) -> Sequence[int]:
        """The words inside a range, its first left out, before which a sign other than a blank stands."""
        return self.hard[bisect_right(self.hard, within.start) : bisect_left(self.hard, within.stop)]

    def sentences(self, spans: Sequence[Span]) -> tuple[range, ...]:
        """The sentences inside some folded spans, in their order."""
        asked = tuple(spans)
        if asked not in self._sentences:
            self._sentences[asked] = tuple([one for span in asked for one in self.clauses(self.inside(span))])
        return self._sentences[asked]

    def clauses(self, within: range) -> Sequence[range]:
        """The sentences inside a range of words."""
        low, high = bisect_right(self.cuts, within.start), bisect_left(self.cuts, within.stop)
        edges = (within.start, *self.cuts[low:high], within.stop)
        return [range(a, b) for a, b in pairwise(edges) if b > a]


def words_in(text: str) -> tuple[str, ...]:
    """The words alone of a folded text."""
    return tuple(_WORD.findall(text))


def parted_by(firsts: Sequence[int], sentences: Iterable[range]) -> Iterator[tuple[range, Sequence[int]]]:
    """Sentences in their order, each with those of some words (given by index, in order) that stand in it."""
    low = 0
    for sentence in sentences:
        low = bisect_left(firsts, sentence.start, low)
        high = bisect_left(firsts, sentence.stop, low)
        yield sentence, firsts[low:high]
        low = high


@lru_cache(maxsize=4)
def word_line(text: str) -> WordLine:
    """The words of a folded text. Kept for the last few texts, since several readers ask for the same page."""
    pieces = (_WORD if _OTHER_LETTER.search(text) else _PERSIAN_WORD).split(text)
    offsets = list(accumulate(map(len, pieces)))
    words, gaps = tuple(pieces[1::2]), tuple(pieces[::2])
    soft = tuple(map(_BLANK.__contains__, gaps[:-1]))
    hard = tuple(compress(range(1, len(soft)), map(not_, soft[1:])))
    cuts = tuple([at for at in hard if _END.search(gaps[at]) and not _is_in_figure(words, gaps, at)])
    return WordLine(text, words, tuple(offsets[:-1:2]), tuple(offsets[1::2]), soft, gaps, hard, cuts)


def _is_in_figure(words: Sequence[str], gaps: Sequence[str], at: int) -> bool:
    """Whether a full stop stands inside a figure, where it ends nothing."""
    return gaps[at] == "." and words[at - 1].isdecimal() and words[at].isdecimal()
