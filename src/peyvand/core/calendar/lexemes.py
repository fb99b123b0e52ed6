"""The words of dates, and the page as a row of them.

A page is cut into tokens once; tokens that no date uses become gaps, over which no rule reaches.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum, auto
from typing import NamedTuple

from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.text import Folded, Span

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|\n")


class Word(IntEnum):
    """What a token does in a date."""

    GAP = 0
    DIGITS = auto()
    ORDINAL = auto()
    CARDINAL = auto()
    MONTH = auto()
    WEEKDAY = auto()
    SEASON = auto()
    DAY_UNIT = auto()
    WEEK_UNIT = auto()
    MONTH_UNIT = auto()
    YEAR_UNIT = auto()
    DECADE_UNIT = auto()
    DECADE_END = auto()
    ORDINAL_END = auto()
    RELATIVE_DAY = auto()
    RELATIVE_YEAR = auto()
    PAST = auto()
    NEXT = auto()
    THIS = auto()
    AGO = auto()
    SLICE = auto()
    ERA = auto()
    FROM = auto()
    TO = auto()
    BETWEEN = auto()
    AND = auto()
    IN = auto()
    # 1 where it may open a date ("the spring of 1998").
    OF = auto()
    EVERY = auto()
    EQUALS = auto()
    HOUR = auto()
    COMMA = auto()
    DASH = auto()
    STROKE = auto()
    DOT = auto()
    OPEN = auto()
    CLOSE = auto()


class Caution(StrEnum):
    """How much a month's name needs beside it before it is a month: some are also names, things or prefixes."""

    PLAIN = "plain"
    SHY = "shy"
    WARY = "wary"
    RARE = "rare"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthName:
    """One name of a month. ``family`` groups names that one page uses together (Iranian, Afghan, Levantine …).

    ``not_after`` and ``not_before`` are folded words beside which the name is something else.
    """

    calendar: Calendar
    number: int
    family: str
    caution: Caution = Caution.PLAIN
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    # English months are written with a capital; "may" and "march" are not months.
    capital: bool = False
    # Whether the day may follow («April 9»).
    day_follows: bool = False
    # Whether the name is also the beginning of a verb («می»).
    prefix: bool = False
    # Whether the word for month is part of the form («بهمن‌ماه»).
    unit_said: bool = False


class Entry(NamedTuple):
    """One way on from a token: the tokens that must follow, and what the whole then is."""

    rest: tuple[str, ...]
    word: Word
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """The words of one language for dates, folded and frozen; ``lexicon`` builds it.

    ``entries`` leads from a first token to its ways on, the longest first. ``calendar`` is what a bare «last year»
    counts in; ``week_starts`` is the ISO weekday that begins a week; ``named_after`` are things that carry dates as
    names («میدان ۱۵ خرداد»); ``numbered`` are words before a code; ``measured`` are words after a
    quantity, ``counted`` those that are so only after four digits alone.
    """

    calendar: Calendar
    week_starts: int
    entries: Mapping[str, tuple[Entry, ...]] = field(repr=False)
    months: tuple[MonthName, ...] = field(repr=False)
    named_after: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    measured: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    # Weekdays that are also cities, and seasons that are also names: they need a word beside them.
    city_weekdays: frozenset[int] = frozenset()
    shy_seasons: frozenset[int] = frozenset()
    # Words that may stand after a month whose name is also a verb's prefix, and after a round number that is a year.
    followers: frozenset[str] = frozenset()


class Lexeme(NamedTuple):
    """A word of dates: what it does, its value, and where it stands (tokens and folded code points)."""

    word: Word
    value: int
    first: int
    stop: int
    span: Span


GAP = Lexeme(Word.GAP, 0, -1, -1, Span(0, 0))


@dataclass(frozen=True, slots=True)
class Row:
    """The lexemes of a page with its tokens. Looking past either end gives a gap."""

    words: CalendarWords
    folded: Folded = field(repr=False)
    tokens: list[str] = field(repr=False)
    lexemes: list[Lexeme]

    def __getitem__(self, at: int) -> Lexeme:
        return self.lexemes[at] if 0 <= at < len(self.lexemes) else GAP

    def token(self, at: int) -> str:
        """The folded token at a position, or an empty one past either end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def text(self, at: int) -> str:
        """The folded text of a lexeme."""
        return self[at].span.of(self.folded.text)

    def month(self, at: int) -> MonthName:
        """The month's name at a `Word.MONTH` lexeme."""
        return self.words.months[self[at].value]


def cut(folded: Folded, words: CalendarWords, within: Span) -> Row:
    """The row of a page's date words. One pass, linear in its length."""
    places = [match.span() for match in _TOKEN.finditer(folded.text, within.start, within.stop)]
    text = folded.text
    tokens = [text[start:stop] for start, stop in places]
    lexemes: list[Lexeme] = []
    entries = words.entries
    at, count, in_gap = 0, len(tokens), False
    while at < count:
        token = tokens[at]
        word, value, width = Word.GAP, 0, 1
        ways = entries.get(token)
        if ways is not None:
            word, value, width = _take(ways, tokens, at)
        elif token.isdecimal() and len(token) <= 4:
            word, value = Word.DIGITS, int(token)
        if word is not Word.GAP:
            span = Span(places[at][0], places[at + width - 1][1])
            lexemes.append(Lexeme(word, value, at, at + width, span))
        elif not in_gap:
            lexemes.append(GAP)
        in_gap = word is Word.GAP
        at += width
    return Row(words, folded, tokens, lexemes)


def tokens_of(text: str) -> tuple[str, ...]:
    """The tokens of a few folded words, as `cut` sees them."""
    return tuple(_TOKEN.findall(text))


def _take(ways: tuple[Entry, ...], tokens: list[str], at: int) -> tuple[Word, int, int]:
    for rest, word, value in ways:
        width = len(rest)
        if not width or tuple(tokens[at + 1 : at + 1 + width]) == rest:
            return word, value, width + 1
    return Word.GAP, 0, 1
