"""The words of dates, and the page as a row of them.

A page is cut into tokens once; tokens that no date uses become gaps, over which no rule reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum, auto
from itertools import accumulate
from typing import NamedTuple

from peyvand.core.calendar.reckoning import Calendar
from peyvand.core.text import Folded, Span
from peyvand.core.text.memo import Memo
from peyvand.core.text.value import value

_YEAR_DIGITS = 4
# Code points that are cut at once: what a page needs in memory does not grow with it.
_BLOCK = 16_384
_HAN = "\u3400-\u9fff"
# Chinese is written without spaces: each sign is a token.
_TOKEN = re.compile(rf"[^\W\d_{_HAN}]+|\d+|[^\w\s]|\n|[{_HAN}]")
# The same, for a text taken apart into tokens and what is between them.
_PARTED = re.compile(f"({_TOKEN.pattern})")


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


# Each by its own name: to look a member up in its class costs Python 3.11 twenty times as much as to name it.
(
    GAP, DIGITS, ORDINAL, CARDINAL, MONTH, WEEKDAY, SEASON, DAY_UNIT, WEEK_UNIT, MONTH_UNIT, YEAR_UNIT, DECADE_UNIT,
    DECADE_END, ORDINAL_END, RELATIVE_DAY, RELATIVE_YEAR, PAST, NEXT, THIS, AGO, SLICE, ERA, FROM, TO, BETWEEN, AND,
    IN, OF, EVERY, EQUALS, HOUR, COMMA, DASH, STROKE, DOT, OPEN, CLOSE,
) = Word  # fmt: skip


class Caution(StrEnum):
    """How much a month's name needs beside it before it is a month: some are also names, things or prefixes."""

    PLAIN = "plain"
    SHY = "shy"
    WARY = "wary"
    RARE = "rare"


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthName:
    """One name of a month. ``family`` groups names that one page uses together (Iranian, Afghan, Levantine …).

    ``not_after`` and ``not_before`` are folded words beside which the name alone, without day or year, means something
    else.
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
    # Endings apart from their word that make «سه‌شنبه ها» any of them.
    plurals: frozenset[str] = frozenset()
    # Whether a stop makes a number a day («9. April»), and whether dates are counted with units («2025年4月9日»).
    dotted_days: bool = False
    counted_dates: bool = False
    # The ways on from any token, a number among them; None for a token that no date has.
    met: Memo[str, tuple[Entry, ...] | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "met", Memo(lambda token: self.entries.get(token) or _digits(token)))


@value()
class Lexeme:
    """A word of dates: what it does, its value, its tokens (``first`` up to ``after``) and its folded span."""

    word: Word
    value: int
    first: int
    after: int
    start: int
    stop: int

    @property
    def width(self) -> int:
        """Code points."""
        return self.stop - self.start


BLANK = Lexeme(GAP, 0, -1, -1, 0, 0)
# No rule looks further ahead of a lexeme than this; behind the first, an index of -1 or -2 meets the same gaps.
_MARGIN = (BLANK,) * 8


@dataclass(frozen=True, slots=True)
class Row:
    """The lexemes of a page, with gaps after the last, and its tokens."""

    words: CalendarWords
    folded: Folded = field(repr=False)
    tokens: list[str] = field(repr=False)
    lexemes: list[Lexeme]

    def __getitem__(self, at: int) -> Lexeme:
        return self.lexemes[at]

    def token(self, at: int) -> str:
        """The folded token at a position, or an empty one past either end."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def text(self, at: int) -> str:
        """The folded text of a lexeme."""
        return self.folded.text[self.lexemes[at].start : self.lexemes[at].stop]

    def month(self, at: int) -> MonthName:
        """The month's name at a `Word.MONTH` lexeme."""
        return self.words.months[self.lexemes[at].value]


def blocks(text: str, within: Span) -> Iterator[Span]:
    """A long page in pieces that end with a line, or in a line without end with a word; no date crosses a line."""
    start = within.start
    while within.stop - start > _BLOCK:
        stop = text.rfind("\n", start, start + _BLOCK) + 1 or text.rfind(" ", start, start + _BLOCK) + 1
        stop = stop or start + _BLOCK
        yield Span(start, stop)
        start = stop
    yield Span(start, within.stop)


def cut(folded: Folded, words: CalendarWords, within: Span) -> Row:
    """The row of a page's date words. One pass, linear in its length."""
    pieces = _PARTED.split(within.of(folded.text))
    tokens = pieces[1::2]
    lexemes: list[Lexeme] = []
    done = last = 0
    ends: list[int] = []
    for at, ways in enumerate(map(words.met.__getitem__, tokens)):
        if ways is None or at < done:
            continue
        rest, word, value = ways[0]
        done = at + 1
        if rest:
            word, value, done = _take(ways, tokens, at)
        if word is GAP:
            continue
        if at > last:
            lexemes.append(BLANK)
        last = done
        ends = ends or list(accumulate(map(len, pieces), initial=within.start))
        lexemes.append(Lexeme(word, value, at, done, ends[2 * at + 1], ends[2 * done]))
    return Row(words, folded, tokens, [*lexemes, *_MARGIN])


def tokens_of(text: str) -> tuple[str, ...]:
    """The tokens of a few folded words, as `cut` sees them."""
    return tuple(_TOKEN.findall(text))


def _digits(token: str) -> tuple[Entry, ...] | None:
    return (Entry((), DIGITS, int(token)),) if token.isdecimal() and len(token) <= _YEAR_DIGITS else None


def _take(ways: tuple[Entry, ...], tokens: list[str], at: int) -> tuple[Word, int, int]:
    for rest, word, number in ways:
        if not rest:
            return word, number, at + 1
        after = at + 1 + len(rest)
        if tuple(tokens[at + 1 : after]) == rest:
            return word, number, after
    return GAP, 0, at + 1
