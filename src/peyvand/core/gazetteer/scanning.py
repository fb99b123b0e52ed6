"""From a text to the names in it that some place has: dictionary look-ups over words, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from peyvand.core.gazetteer.words import PlaceWords
from peyvand.core.text import Span

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name; a comma only where a slip of the pen put it inside a word.
_INNER_GAPS = frozenset((" ", "-", "\u2010", "\u2011", "'", "،", ". "))
_LONGEST = 4
_END_LETTERS = 3
_SHORTEST_GLUED = 4


class Tokens(NamedTuple):
    """The words of a text with where they stand."""

    starts: list[int]
    stops: list[int]
    words: list[str]


class Found(NamedTuple):
    """A name of the index in the text: words ``first`` up to ``after``, the key it was found by, and its entry."""

    first: int
    after: int
    span: Span
    key: str
    entry: str


def tokens_of(text: str, within: Span, names: Mapping[str, str], words: PlaceWords) -> Tokens:
    """The words of a text; words that a writer glued to a name are given apart from it."""
    tokens = Tokens([], [], [])
    for match in _WORD.finditer(text, within.start, within.stop):
        start, stop = match.span()
        word = match.group()
        cut = 0 if word in names or len(word) <= _SHORTEST_GLUED else _cut(word, names, words)
        for begin, end in ((start, start + cut), (start + cut, stop)) if cut else ((start, stop),):
            tokens.starts.append(begin)
            tokens.stops.append(end)
            tokens.words.append(text[begin:end])
    return tokens


def _cut(word: str, names: Mapping[str, str], words: PlaceWords) -> int:
    """Where two words were glued together, or 0."""
    for country in words.country_ends.get(word[-_END_LETTERS:], ()):
        if word.endswith(country) and word[: -len(country)] in names:
            return len(word) - len(country)
    if word.startswith(words.glued) and word not in words.never:
        for small in words.glued:
            rest = word[len(small) :]
            if word.startswith(small) and len(rest) >= _SHORTEST_GLUED and _surely(rest, names, words):
                return len(small)
    return 0


def _surely(word: str, names: Mapping[str, str], words: PlaceWords) -> bool:
    entry = names.get(word)
    return entry is not None and entry[0] == "0" and word not in words.doubts and word not in words.never


def scan(text: str, tokens: Tokens, names: Mapping[str, str], words: PlaceWords) -> Iterator[Found]:
    """The names in the text, in order, none overlapping another; at each word the longest name wins."""
    at = 0
    while at < len(tokens.words):
        found = _longest(text, tokens, at, names, words)
        if found is None:
            at += 1
        else:
            yield found
            at = found.after


def _longest(text: str, tokens: Tokens, at: int, names: Mapping[str, str], words: PlaceWords) -> Found | None:
    starts, stops, spelled = tokens
    joined = spelled[at]
    best = None if joined in words.never else _match(joined, names, words)
    after = at + 1
    if joined not in words.idle:
        for last in range(at + 1, min(at + _LONGEST, len(spelled))):
            if text[stops[last - 1] : starts[last]] not in _INNER_GAPS:
                break
            joined += spelled[last]
            if (match := _match(joined, names, words)) and spelled[last] not in words.idle:
                best, after = match, last + 1
    if best is None:
        return None
    key, entry, dropped = best
    return Found(at, after, Span(starts[at], stops[after - 1] - dropped), key, entry)


def _match(joined: str, names: Mapping[str, str], words: PlaceWords) -> tuple[str, str, int] | None:
    """The key, its entry, and how many letters of an ending were dropped to find it."""
    entry = names.get(joined)
    if entry is not None:
        return joined, entry, 0
    ending = words.ending
    if ending and joined.endswith(ending) and len(joined) > _SHORTEST_GLUED and joined[-2] in words.ending_after:
        bare = joined[: -len(ending)]
        entry = names.get(bare)
        if entry is not None and bare not in words.never:
            return bare, entry, len(ending)
    return None
