"""One spelling for matching, with the way back to the page's own letters.

Rules and indexes match on the folded text; every quotation comes from the page. Folding never joins or splits
words by a space: it drops what a reader does not see (joiners, kashida, vowel signs, directional marks) and what
spelling leaves free (the hamza of «امضاء», the joined ezafe of «خانه‌ی»), and gives the variants of one letter,
digit, space or dash one form. Lines end with a plain line feed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from peyvand.core.text.span import Span

# Arabic, Urdu, Kurdish and Pashto variants of letters that Persian writes in one way; hamza carriers lose the hamza.
_LETTERS = {
    "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی", "ۓ": "ی", "ێ": "ی", "ك": "ک", "ڪ": "ک", "ة": "ه",
    "ۃ": "ه", "ۀ": "ه", "ھ": "ه", "ہ": "ه", "ە": "ه", "ۂ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ۆ": "و",
    "ۇ": "و", "ڤ": "و", "ګ": "گ", "ڵ": "ل", "ړ": "ر", "ڕ": "ر", "ځ": "ز", "ټ": "ت", "ډ": "د", "ښ": "ش", "ږ": "ژ",
    "ڼ": "ن",
}  # fmt: skip
_SPACES = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SIGNS = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_LINE_ENDS, "\n"),
    **dict.fromkeys("’‘`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "٫": ".",
    "٬": ",",
}
# Zero-width spaces and joiners, directional marks, soft hyphen, byte-order mark, kashida; and two signs (¬, U+001F)
# that old Persian typesetting left behind where a half-space was.
_FORMAT = "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\xad\xac\x1f\u0640"
# Arabic vowel signs, the hamza above, Koranic marks.
_MARKS = "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0610-\u061a"
_UNSEEN = re.compile(f"[{_FORMAT}{_MARKS}]+")
_UNSEEN_OR_HAMZA = re.compile(f"[{_FORMAT}{_MARKS}ء]+")
_TRAILING_FORMAT = re.compile(f"[{_FORMAT}]+\\Z")
_LETTER_OR_SIGN = re.compile(f"[^\\W\\d_]|[{_FORMAT}{_MARKS}]")
_ALEFS, _HEHS, _YEHS = tuple("اآأإٱ"), tuple("هةۀھہە"), tuple("یيى")
# All but the two benedictions, each a sentence in one sign.
_PRESENTATION = re.compile("[\ufb50-\ufdf9\ufdfc-\ufdff\ufe70-\ufefc]")


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
_CHANGED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_MANY = 40
# What `skeleton` looks for: all that folding changes, but spaces, figures, signs and plain capitals.
_PLAIN = {**_LETTERS, **dict.fromkeys("\u0130\u0131", "i"), "Σ": "σ", **dict.fromkeys(_SPACES, " ")}
_JOINER = "\u200c"
_BUT_JOINER = _FORMAT.replace("\u200b-\u200f", "\u200b\u200d-\u200f")
_VARIANT = re.compile(f"[{_BUT_JOINER}{_MARKS}ء{''.join(_PLAIN)}]")


@dataclass(frozen=True, slots=True)
class Folded:
    """A page in one spelling, with the way back to its own letters."""

    page: str
    text: str
    # Folded offsets from which on a shift holds, because something before them was dropped (or added).
    _breaks: tuple[int, ...] = field(default=(), repr=False)
    _shifts: tuple[int, ...] = field(default=(), repr=False)

    def origin(self, offset: int) -> int:
        """Page offset of the folded character at ``offset``."""
        at = bisect_right(self._breaks, offset) - 1
        return offset + (self._shifts[at] if at >= 0 else 0)

    def back(self, span: Span) -> Span:
        """The page span of a folded span.

        Unseen signs inside it are kept, and so are vowel signs and letters that folding dropped after its last
        letter; joiners and directional marks around it are not.
        """
        if span.stop <= span.start:
            start = self.origin(span.start) if span.start < len(self.text) else len(self.page)
            return Span(start, start)
        start, stop = self.origin(span.start), self.origin(span.stop - 1) + 1
        after = self.origin(span.stop) if span.stop < len(self.text) else len(self.page)
        if after > stop:
            stop += len(_TRAILING_FORMAT.sub("", self.page[stop:after]))
        return Span(start, stop)

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
        return _fold_presentation(page)
    return _fold_plain(page)


def fold_words(words: str) -> str:
    """The folded spelling of a few words, without the way back: for indexes and word lists."""
    return fold(words).text


def skeleton(page: str) -> str:
    """The letters of a page run together, for a quick search: folded, without blanks, joiners and hamzas, no way back.

    Each word of the folded page stands in it, less its hamzas; words with nothing but blanks between them stand
    together. Lines and signs stay, and figures as they are written. Linear, and some ten times as fast as folding.
    """
    if _PRESENTATION.search(page):
        page = _PRESENTATION.sub(lambda form: _spelled(form[0]), page)
    for sign in set(_VARIANT.findall(page)):
        page = page.replace(sign, _PLAIN.get(sign, ""))
    # The joined ezafe is no letter of its word.
    page = page.replace(f"ه{_JOINER}ی ", "ه").replace(_JOINER, "")
    return page.replace(" ", "").lower()


def _fold_plain(page: str) -> Folded:
    pieces: list[str] = []
    breaks: list[int] = []
    shifts: list[int] = []
    done = kept = 0
    for start, stop in _dropped(page):
        pieces.append(page[done:start])
        kept += start - done
        done = stop
        breaks.append(kept)
        shifts.append(done - kept)
    pieces.append(page[done:])
    return Folded(page, _translated("".join(pieces)), tuple(breaks), tuple(shifts))


def _translated(text: str) -> str:
    """The text with one form for each letter: the few kinds of a page are replaced ten times as fast one by one."""
    kinds = set(_CHANGED.findall(text))
    if len(kinds) > _MANY:
        return text.translate(_FOLD)
    for kind in kinds:
        text = text.replace(kind, _FOLD[ord(kind)])
    return text


def _dropped(page: str) -> Iterator[tuple[int, int]]:
    """Ranges of the page that the folded text leaves out, in order."""
    pattern = _UNSEEN_OR_HAMZA if "ء" in page else _UNSEEN
    for run in pattern.finditer(page):
        start, stop = run.span()
        if page[stop - 1] == "\u200c" and _is_joined_ezafe(page, start, stop):
            yield start, stop + 1
        elif "ء" not in run.group() or page[start - 1 : start] in _ALEFS:
            yield start, stop
        else:
            yield from ((start + sign.start(), start + sign.end()) for sign in _UNSEEN.finditer(run.group()))


def _is_joined_ezafe(page: str, start: int, stop: int) -> bool:
    """Whether «ه», a joiner and «ی» end a word here: «خانه‌ی ما» is read as «خانۀ ما»."""
    return (
        page[stop : stop + 1] in _YEHS
        and page[start - 1 : start] in _HEHS
        and not _LETTER_OR_SIGN.match(page, stop + 1)
    )


def _spelled(form: str) -> str:
    """A presentation form in the letters it stands for."""
    return unicodedata.normalize("NFKC", form).lstrip(" ")


def _fold_presentation(page: str) -> Folded:
    """For pages with presentation forms, of which one may stand for two letters: spell them out, then fold."""
    spelled: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(page):
        plain = _spelled(letter) if _PRESENTATION.match(letter) else letter
        spelled.append(plain)
        origins.extend([at] * len(plain))
    folded = _fold_plain("".join(spelled))
    breaks: list[int] = []
    shifts: list[int] = []
    shift = 0
    for offset in range(len(folded.text)):
        found = origins[folded.origin(offset)] - offset
        if found != shift:
            breaks.append(offset)
            shifts.append(found)
            shift = found
    return Folded(page, folded.text, tuple(breaks), tuple(shifts))
