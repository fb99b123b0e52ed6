"""Who gives leave: councils, ministries, governors and the rest, each a mention of its own where several are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from peyvand.core.reading.phrases import Phrases
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import Folded, Span
from peyvand.core.text.value import value

_OTHER = "other:"
_COMMAS = frozenset("،,")


@value()
class AuthorityMention:
    """``span`` is folded; ``type`` a code such as ``city_council``, or ``other:NAME`` with an English name."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True)
class AuthorityWords:
    """Bodies by form (an empty type: looks like one, is none), ministries and committees by head and name."""

    bodies: Phrases[str]
    # Whether the head is plural and so governs names of any kind: «وزارتین … و …».
    ministry_heads: Phrases[bool]
    ministries: Phrases[str]
    committee_heads: Phrases[bool]
    committees: Phrases[str]
    # The types of the bodies that committees belong to; «کمیسیون فرهنگی شورا» is one mention.
    committee_of: frozenset[str]
    # What a committee of no known subject is called.
    committee: str
    joiners: frozenset[str]
    # All words that an authority may begin with.
    first_words: frozenset[str]


def find_authorities(folded: Folded, words: AuthorityWords, within: Span) -> tuple[AuthorityMention, ...]:
    """Every authority named in a folded span, in the order of the text; coordinated ones one by one."""
    line = word_line(folded.text)
    return tuple(
        AuthorityMention(line.span(first, stop), kind)
        for kind, first, stop in _walk(line, words, line.inside(within))
        if kind
    )


def _walk(line: WordLine, words: AuthorityWords, within: range) -> Iterator[tuple[str, int, int]]:
    free = within.start
    for at in compress(within, map(words.first_words.__contains__, line.words[within.start : within.stop])):
        if at >= free:
            found = list(_starting(line, at, words))
            yield from found
            free = found[-1][2] if found else free


def _starting(line: WordLine, at: int, words: AuthorityWords) -> Iterator[tuple[str, int, int]]:
    """The authorities that begin at a word; one head may govern several names."""
    ministry = words.ministry_heads.at(line, at)
    named = list(_ministries(line, at, ministry, words)) if ministry else []
    if named:
        yield from named
    elif head := words.committee_heads.at(line, at):
        yield _committee(line, at, head[1], words)
    elif body := words.bodies.at(line, at):
        yield body[0], at, body[1]


def _ministries(
    line: WordLine, first: int, head: tuple[bool, int], words: AuthorityWords
) -> Iterator[tuple[str, int, int]]:
    many, at = head
    start = first
    while at < len(line) and (line.is_soft(at) or (many and line.sign(at) in _COMMAS)):
        name = words.ministries.at(line, at)
        # «وزارت کشور و گردشگری»: a subject after a single ministry is seldom a ministry too.
        if name is None or (start != first and not many and name[0].startswith(_OTHER)):
            return
        yield name[0], start, name[1]
        start = at = name[1] + (line.word(name[1]) in words.joiners and line.is_soft(name[1]))


def _committee(line: WordLine, first: int, at: int, words: AuthorityWords) -> tuple[str, int, int]:
    """A committee with its subjects and, where it is said, the council that it belongs to."""
    kind = ""
    while line.is_soft(at) or (kind and line.sign(at) in _COMMAS):
        joined = at + (line.word(at) in words.joiners)
        subject = words.committees.at(line, joined) if joined < len(line) else None
        if subject is None:
            break
        kind, at = kind or subject[0], subject[1]
    body = words.bodies.at(line, at) if line.is_soft(at) else None
    if body and body[0] in words.committee_of:
        at = body[1]
    return f"{_OTHER}{kind or words.committee}", first, at
