"""From a text to the names in it that some place has: dictionary look-ups over words, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from peyvand.core.gazetteer.names import START_LETTERS, NameIndex
from peyvand.core.gazetteer.words import PlaceWords
from peyvand.core.text import Span

_WORD = re.compile(r"([^\W_]+)")
# What may stand between two words of one name; a comma only where a slip of the pen put it inside a word.
_INNER_GAPS = frozenset((" ", "-", "\u2010", "\u2011", "'", "،", ". "))
_LONGEST = 4
_END_LETTERS = 3
_SHORTEST_GLUED = 4
# Two short words seldom are one name, unless our own list says so.
_SHORTEST_JOINED = 6


class Tokens(NamedTuple):
    """The words of a text, where each starts and stops, and what stands before each."""

    words: list[str]
    starts: list[int]
    stops: list[int]
    gaps: list[str]


class Found(NamedTuple):
    """A name of the index in the text: words ``first`` up to ``after``, the key it was found by, and its entry."""

    first: int
    after: int
    span: Span
    key: str
    entry: str


def tokens_of(text: str, within: Span, names: NameIndex, words: PlaceWords) -> Tokens:
    """The words of a text; words that a writer glued to a name are given apart from it."""
    pieces = _WORD.split(text[within.start : within.stop])
    entries, ends, glued = names.entries, words.country_ends, words.glued
    cuts = [
        (at, cut)
        for at, word in enumerate(pieces[1::2])
        if len(word) > _SHORTEST_GLUED
        and (word[-_END_LETTERS:] in ends or word.startswith(glued))
        and word not in entries
        and (cut := _cut(word, entries, words))
    ]
    for at, cut in reversed(cuts):
        word = pieces[2 * at + 1]
        pieces[2 * at + 1 : 2 * at + 2] = [word[:cut], "", word[cut:]]
    ends_of_pieces = list(accumulate(map(len, pieces), initial=within.start))[1:]
    return Tokens(pieces[1::2], ends_of_pieces[0:-1:2], ends_of_pieces[1::2], pieces[0::2])


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
    return entry is not None and _is_own(entry) and word not in words.doubts and word not in words.never


def _is_own(entry: str) -> bool:
    """Whether our own list gives the name to one of its places, in whatever order the entry has them."""
    return entry[0] == "0" or ",0" in entry


def scan(tokens: Tokens, names: NameIndex, words: PlaceWords) -> Iterator[Found]:
    """The names in the text, in order, none overlapping another; at each word the longest name wins."""
    starts, entries, letters, idle = names.starts, names.entries, START_LETTERS, words.idle
    free = 0
    for at, word in enumerate(tokens.words):
        # Most words are small or begin as no name does, and are passed over at once.
        if at < free or word in idle:
            continue
        if len(word) >= letters:
            if word[:letters] not in starts and word[: letters - 1] not in entries:
                continue
        elif word not in entries and not _may_go_on(tokens, at, starts):
            continue
        found = _longest(tokens, at, names, words)
        if found is not None:
            yield found
            free = found.after


def _may_go_on(tokens: Tokens, at: int, starts: frozenset[str]) -> bool:
    """Whether a short word, which is no name alone, may begin one with the word after it."""
    after = at + 1
    if after >= len(tokens.words) or tokens.gaps[after] not in _INNER_GAPS:
        return False
    joined = tokens.words[at] + tokens.words[after]
    return len(joined) <= START_LETTERS or joined[:START_LETTERS] in starts


def _longest(tokens: Tokens, at: int, names: NameIndex, words: PlaceWords) -> Found | None:
    spelled, gaps = tokens.words, tokens.gaps
    joined = spelled[at]
    best = None if joined in words.never else _match(joined, names.entries, words)
    after = at + 1
    for last in range(at + 1, min(at + _LONGEST, len(spelled))):
        if gaps[last] not in _INNER_GAPS:
            break
        joined += spelled[last]
        if joined[:START_LETTERS] not in names.starts and len(joined) > START_LETTERS:
            break
        match = _match(joined, names.entries, words)
        if match and spelled[at] in words.heads and not _is_own(match[1]):
            # «شهر هرات» is Herat, whatever village is called so.
            continue
        if match is None or match[2] > 1 or spelled[last] in words.idle or joined in words.never:
            # A predicate is glued to one word only.
            continue
        if len(joined) >= _SHORTEST_JOINED or _is_own(match[1]):
            best, after = match, last + 1
    if best is None:
        return None
    key, entry, dropped = best
    return Found(at, after, Span(tokens.starts[at], tokens.stops[after - 1] - dropped), key, entry)


def _match(joined: str, entries: Mapping[str, str], words: PlaceWords) -> tuple[str, str, int] | None:
    """The key, its entry, and how many letters of an ending were dropped to find it."""
    entry = entries.get(joined)
    if entry is not None:
        return joined, entry, 0
    for ending, after in words.endings.items():
        if joined.endswith(ending) and len(joined) >= _SHORTEST_GLUED + len(ending):
            bare = joined[: -len(ending)]
            if (bare[-1] in after and bare in entries and bare not in words.never) or (
                not after and _surely(bare, entries, words)
            ):
                return bare, entries[bare], len(ending)
    return None
