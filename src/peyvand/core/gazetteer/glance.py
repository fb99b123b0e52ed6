"""What a word says of places by itself, wherever it stands."""

from __future__ import annotations

from collections.abc import Mapping

from peyvand.core.gazetteer.names import NameIndex
from peyvand.core.gazetteer.words import Head, PlaceWords
from peyvand.core.text.memo import Memo
from peyvand.core.text.value import value

_END_LETTERS = 3
_SHORTEST_GLUED = 4


@value()
class Match:
    """The key of a name, its entry, and how many letters of an ending were dropped to find it."""

    key: str
    entry: str
    dropped: int


@value()
class Glance:
    """``cut``: where two words were run together, or 0; ``alone``: the name that the word is.

    ``follows``: the letters that words begin with which may go on in one name with it; ``head``: what it makes of a
    name behind it; ``closes``: a head of one or more words ends with it; ``country``: whose something is told
    («ایتالیایی»); ``leads``, ``joins``: small words before a name, and between two; ``nameable``: it may stand in a
    strange name, though not if it is ``common``, unless that name has several words and they may hold it (``within``);
    ``never``: it is no name alone; ``ties``: it speaks of a tie.
    """

    cut: int
    alone: Match | None
    follows: frozenset[str]
    head: Head | None
    closes: bool
    country: str | None
    leads: bool
    joins: bool
    nameable: bool
    common: bool
    never: bool
    within: bool
    ties: bool


def glances_of(names: NameIndex, words: PlaceWords) -> Memo[str, Glance]:
    """The glance of every word, looked up when it is first met."""
    leading = words.towards | words.inside | words.leading
    closing = {phrase[at:] for phrase in words.heads for at in range(len(phrase))}
    known = words.idle.union(words.joiners, words.links, words.heads, words.describing, words.demonyms, words.seats)

    def glance(word: str) -> Glance:
        idle = word in words.idle
        return Glance(
            cut=_cut(word, names.entries, words),
            alone=None if idle or word in words.never else match(word, names.entries, words),
            follows=frozenset() if idle else _follows(word, names, words),
            head=words.heads.get(word),
            closes=word in closing,
            country=words.demonyms.get(word),
            leads=word in leading,
            joins=word in words.joiners,
            nameable=word not in known and (len(word) > 1 or word in words.within_names) and not word.isdigit(),
            common=words.is_common(word),
            never=word in words.never,
            within=word in words.within_names,
            ties=word.startswith(words.ties),
        )

    return Memo(glance)


def match(joined: str, entries: Mapping[str, str], words: PlaceWords) -> Match | None:
    """The name that some letters are, with the ending that writers may have added to it."""
    entry = entries.get(joined)
    if entry is not None:
        return Match(joined, entry, 0)
    for ending, after in words.endings.items():
        if joined.endswith(ending) and len(joined) >= _SHORTEST_GLUED + len(ending):
            bare = joined[: -len(ending)]
            if (bare[-1] in after and bare in entries and bare not in words.never) or (
                not after and _surely(bare, entries, words)
            ):
                return Match(bare, entries[bare], len(ending))
    return None


def is_own(entry: str) -> bool:
    """Whether our own list gives the name to one of its places, in whatever order the entry has them."""
    return entry[0] == "0" or ",0" in entry


def _follows(word: str, names: NameIndex, words: PlaceWords) -> frozenset[str]:
    """The letters that come after a word in the keys that begin with it."""
    endings = (ending for ending in words.endings if word in names.entries)
    return frozenset({key[len(word)] for key in names.beginning(word) if key != word}.union(*endings))


def _cut(word: str, entries: Mapping[str, str], words: PlaceWords) -> int:
    """Where two words were glued together, or 0."""
    if len(word) <= _SHORTEST_GLUED or word in entries:
        return 0
    if word[-_END_LETTERS:] not in words.country_ends and not word.startswith(words.glued):
        return 0
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
    return entry is not None and is_own(entry) and word not in words.doubts and word not in words.never
