"""From a text to the names in it that some place has: dictionary look-ups over words, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from peyvand.core.gazetteer.glance import Glance, Match, is_own, match
from peyvand.core.gazetteer.names import NameIndex
from peyvand.core.gazetteer.words import PlaceWords
from peyvand.core.text import Span
from peyvand.core.text.memo import Memo
from peyvand.core.text.value import value

_WORD = re.compile(r"([^\W_]+)")
# What may stand between two words of one name; a comma only where a slip of the pen put it inside a word.
_INNER_GAPS = frozenset((" ", "-", "\u2010", "\u2011", "'", "،", ". "))
_LONGEST = 4
# Two short words seldom are one name, unless our own list says so.
_SHORTEST_JOINED = 6


@value()
class Tokens:
    """The words of a text, where each starts and stops, what stands before each, and what each says by itself."""

    words: list[str]
    starts: list[int]
    stops: list[int]
    gaps: list[str]
    glances: list[Glance]


@value()
class Found:
    """A name of the index in the text: words ``first`` up to ``after``, the key it was found by, and its entry."""

    first: int
    after: int
    span: Span
    key: str
    entry: str


def tokens_of(text: str, within: Span, glances: Memo[str, Glance]) -> Tokens:
    """The words of a text; words that a writer glued to a name are given apart from it."""
    pieces = _WORD.split(text[within.start : within.stop])
    seen = [glances[word] for word in pieces[1::2]]
    cuts = [(at, glance.cut) for at, glance in enumerate(seen) if glance.cut]
    for at, cut in reversed(cuts):
        word = pieces[2 * at + 1]
        pieces[2 * at + 1 : 2 * at + 2] = [word[:cut], "", word[cut:]]
        seen[at : at + 1] = [glances[word[:cut]], glances[word[cut:]]]
    edges = list(accumulate(map(len, pieces), initial=within.start))[1:]
    return Tokens(pieces[1::2], edges[0:-1:2], edges[1::2], pieces[0::2], seen)


def scan(tokens: Tokens, names: NameIndex, words: PlaceWords) -> Iterator[Found]:
    """The names in the text, in order, none overlapping another; at each word the longest name wins."""
    free, spelled = 0, tokens.words
    for at, glance in enumerate(tokens.glances):
        if at < free or not (glance.follows or glance.alone):
            continue
        goes_on = at + 1 < len(spelled) and spelled[at + 1][0] in glance.follows
        found = _longest(tokens, at, names, words) if goes_on else _found(tokens, at, at + 1, glance.alone)
        if found is not None:
            yield found
            free = found.after


def _longest(tokens: Tokens, at: int, names: NameIndex, words: PlaceWords) -> Found | None:
    spelled, gaps = tokens.words, tokens.gaps
    joined, best, after = spelled[at], tokens.glances[at].alone, at + 1
    for last in range(at + 1, min(at + _LONGEST, len(spelled))):
        if gaps[last] not in _INNER_GAPS:
            break
        joined += spelled[last]
        told = match(joined, names.entries, words)
        if told and spelled[at] in words.heads and not is_own(told.entry):
            # «شهر هرات» is Herat, whatever village is called so.
            continue
        if told is None or told.dropped > 1 or spelled[last] in words.idle or joined in words.never:
            # A predicate is glued to one word only.
            continue
        if len(joined) >= _SHORTEST_JOINED or is_own(told.entry):
            best, after = told, last + 1
    return _found(tokens, at, after, best)


def _found(tokens: Tokens, at: int, after: int, told: Match | None) -> Found | None:
    if told is None:
        return None
    return Found(at, after, Span(tokens.starts[at], tokens.stops[after - 1] - told.dropped), told.key, told.entry)
