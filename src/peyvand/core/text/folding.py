"""One spelling for matching, with the way back to the page's own letters.

Rules and indexes match on the folded text; every quotation comes from the page. Folding never
joins or splits words by a space: it drops what a reader does not see (joiners, kashida, vowel
signs, directional marks) and gives variants of one letter or digit one form.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field

from peyvand.core.text.span import Span

# Arabic and Urdu variants of letters that Persian writes in one way; hamza carriers lose the hamza.
_LETTERS = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ێ": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه", "ۀ": "ه",
    "ھ": "ه", "ہ": "ه", "ە": "ه", "ۂ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ګ": "گ",
    "ڤ": "و", "ڵ": "ل", "ړ": "ر", "ځ": "ز", "ټ": "ت", "ډ": "د", "ښ": "ش", "ږ": "ژ", "ڼ": "ن",
}  # fmt: skip
_SIGNS = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "’": "'", "‘": "'", "`": "'"}
# The joiners, kashida, Arabic vowel signs, the hamza above, directional marks, soft hyphen and byte-order mark.
_UNSEEN = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u0610-\u061a]+"
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def _table() -> dict[int, str]:
    table = {ord(a): b for a, b in (_LETTERS | _SIGNS).items()}
    for zero in (0x660, 0x6F0, 0xFF10):
        table.update({zero + n: str(n) for n in range(10)})
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x370, 0x590), *range(0x1E00, 0x1F00)):
        lower = chr(code).lower()
        if len(lower) == 1 and lower != chr(code):
            table[code] = lower
    # The Turkish pair: a dotless or dotted capital both match as a plain i.
    table[0x130] = table[0x131] = "i"
    return table


_FOLD = _table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A page in one spelling, with the way back to its own letters."""

    page: str
    text: str
    # Folded offsets after which something was dropped (or added), and the shift that holds from there on.
    _breaks: tuple[int, ...] = field(default=(), repr=False)
    _shifts: tuple[int, ...] = field(default=(), repr=False)

    def origin(self, offset: int) -> int:
        """Page offset of the folded character at ``offset``."""
        at = bisect_left(self._breaks, offset + 1) - 1
        return offset + (self._shifts[at] if at >= 0 else 0)

    def back(self, span: Span) -> Span:
        """The page span of a folded span; unseen signs inside it are kept, those around it are not."""
        if span.stop <= span.start:
            start = self.origin(span.start) if span.start < len(self.text) else len(self.page)
            return Span(start, start)
        return Span(self.origin(span.start), self.origin(span.stop - 1) + 1)

    def forward(self, span: Span) -> Span:
        """The folded span of the letters that a page span covers."""
        return Span(self._at(span.start), self._at(span.stop))

    def quote(self, span: Span) -> str:
        """The page's own letters under a folded span."""
        return self.back(span).of(self.page)

    def _at(self, page_offset: int) -> int:
        low, high = 0, len(self.text)
        while low < high:
            middle = (low + high) // 2
            if self.origin(middle) < page_offset:
                low = middle + 1
            else:
                high = middle
        return low


def fold(page: str) -> Folded:
    """Fold a page for matching. Linear in its length."""
    if _PRESENTATION.search(page):
        return _fold_slowly(page)
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    done = kept = 0
    for unseen in _UNSEEN.finditer(page):
        pieces.append(page[done : unseen.start()])
        kept += unseen.start() - done
        done = unseen.end()
        breaks.append(kept)
        shifts.append(done - kept)
    pieces.append(page[done:])
    return Folded(page, "".join(pieces).translate(_FOLD), tuple(breaks), tuple(shifts))


def fold_words(words: str) -> str:
    """The folded spelling of a few words, without the way back: for indexes and word lists."""
    return fold(words).text


def _fold_slowly(page: str) -> Folded:
    """For pages with presentation forms, of which one may stand for two letters."""
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    kept = 0
    for at, letter in enumerate(page):
        plain = unicodedata.normalize("NFKC", letter) if _PRESENTATION.match(letter) else letter
        for sign in _UNSEEN.sub("", plain).strip(" ") if len(plain) > 1 else _UNSEEN.sub("", plain):
            if at - kept != (shifts[-1] if shifts else 0):
                breaks.append(kept)
                shifts.append(at - kept)
            pieces.append(sign)
            kept += 1
    return Folded(page, "".join(pieces).translate(_FOLD), tuple(breaks), tuple(shifts))
