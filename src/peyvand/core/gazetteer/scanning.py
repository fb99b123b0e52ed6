"""From a text to the names in it that some place has: dictionary look-ups over words, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from peyvand.core.gazetteer.names import START_LETTERS, NameIndex
from peyvand.core.gazetteer.words import PlaceWords
from peyvand.core.text import Span

_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of one name; a comma only where a slip of the pen put it inside a word.
_INNER_GAPS = frozenset((" ", "-", "\u2010", "\u2011", "'", "،", ". "))
_LONGEST = 4
_END_LETTERS = 3
_SHORTEST_GLUED = 4
# Two short words seldom are one name, unless our own list says so.
_SHORTEST_JOINED = 6


class Tokens(NamedTuple):
    """The words of a text with where they stand."""

    spans: list[tuple[int, int]]
    words: list[str]


class Found(NamedTuple):
    """A name of the index in the text: words ``first`` up to ``after``, the key it was found by, and its entry."""

    first: int
    after: int
    span: Span
    key: str
    entry: str


def tokens_of(text: str, within: Span, names: NameIndex, words: PlaceWords) -> Tokens:
    """The words of a text; words that a writer glued to a name are given apart from it."""
    spans = [match.span() for match in _WORD.finditer(text, within.start, within.stop)]
    tokens = Tokens(spans, _WORD.findall(text, within.start, within.stop))
    entries, ends, glued = names.entries, words.country_ends, words.glued
    cuts = [
        (at, cut)
        for at, word in enumerate(tokens.words)
        if len(word) > _SHORTEST_GLUED
        and (word[-_END_LETTERS:] in ends or word.startswith(glued))
        and word not in entries
        and (cut := _cut(word, entries, words))
    ]
    for at, cut in reversed(cuts):
        (start, stop), word = spans[at], tokens.words[at]
        spans[at : at + 1] = [(start, start + cut), (start + cut, stop)]
        tokens.words[at : at + 1] = [word[:cut], word[cut:]]
    return tokens


def _cut(word: str, entries: Mapping[str, str], words: PlaceWords) -> int:
    """Where two words were glued together, or 0."""
    for country in words.country_ends.get(word[-_END_LETTERS:], ()):
        if word.endswith(country) and word[: -len(country)] in entries:
            return len(word) - len(country)
    if word in words.never:
        return 0
    for small in words.glued:
        rest = word[len(small) :]
        if word.startswith(small) and len(rest) >= _SHORTEST_GLUED and _surely(rest, entries, words):
            return len(small)
    return 0


def _surely(word: str, entries: Mapping[str, str], words: PlaceWords) -> bool:
    entry = entries.get(word)
    return entry is not None and entry[0] == "0" and word not in words.doubts and word not in words.never


def scan(text: str, tokens: Tokens, names: NameIndex, words: PlaceWords) -> Iterator[Found]:
    """The names in the text, in order, none overlapping another; at each word the longest name wins."""
    starts, entries, letters, idle = names.starts, names.entries, START_LETTERS, words.idle
    free = 0
    for at, word in enumerate(tokens.words):
        # Most words are small or begin as no name does, and are passed over at once.
        if at < free or word in idle:
            continue
        if word[:letters] not in starts and len(word) >= letters and word[: letters - 1] not in entries:
            continue
        found = _longest(text, tokens, at, names, words)
        if found is not None:
            yield found
            free = found.after


def _longest(text: str, tokens: Tokens, at: int, names: NameIndex, words: PlaceWords) -> Found | None:
    spans, spelled = tokens
    joined = spelled[at]
    best = None if joined in words.never else _match(joined, names.entries, words)
    after = at + 1
    for last in range(at + 1, min(at + _LONGEST, len(spelled))):
        if text[spans[last - 1][1] : spans[last][0]] not in _INNER_GAPS:
            break
        joined += spelled[last]
        if joined[:START_LETTERS] not in names.starts and len(joined) > START_LETTERS:
            break
        match = _match(joined, names.entries, words)
        if match and spelled[last] not in words.idle and (len(joined) >= _SHORTEST_JOINED or match[1][0] == "0"):
            best, after = match, last + 1
    if best is None:
        return None
    key, entry, dropped = best
    return Found(at, after, Span(spans[at][0], spans[after - 1][1] - dropped), key, entry)


def _match(joined: str, entries: Mapping[str, str], words: PlaceWords) -> tuple[str, str, int] | None:
    """The key, its entry, and how many letters of an ending were dropped to find it."""
    entry = entries.get(joined)
    if entry is not None:
        return joined, entry, 0
    for ending, after in words.endings.items():
        bare = joined[: -len(ending)]
        if joined.endswith(ending) and len(bare) >= _SHORTEST_GLUED and (bare[-1] in after or not after):
            if after and bare in entries and bare not in words.never:
                return bare, entries[bare], len(ending)
            if not after and _surely(bare, entries, words):
                return bare, entries[bare], len(ending)
    return None
