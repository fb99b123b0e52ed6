"""Named persons with their roles: a name beside a word for an office."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from peyvand.core.gazetteer.names import Script, name_key
from peyvand.core.reading.frames.labels import ANY_BODY, ANY_ROLE, BITS, labels_in
from peyvand.core.reading.frames.row import Hit, Row
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of
from peyvand.core.reading.model import Evidence, Person
from peyvand.core.text import Folded, Span

_LONGEST_NAME, _REACH, _ABBREVIATED = 4, 6, 4
# Small words inside a name.
_PARTICLES = frozenset(("al", "el", "bin", "ibn", "de", "von", "van", "da", "di", "du", "la", "der", "den", "zu"))
_BETWEEN = mask_of("honorific", "in", "where", "filler", "city", "municipality", "and") | ANY_BODY | ANY_ROLE
_SMALL = _BETWEEN | mask_of("cut")
_ASIDE = frozenset(",(，،（")
# What is said begins behind these.
_OPENING = frozenset('“«„"')


class Named(NamedTuple):
    """A person's name: words ``first`` up to ``stop``, and the role's form."""

    first: int
    stop: int
    role: Hit


def find_persons(row: Row, words: FrameLexicon, places: Iterable[tuple[int, int]] = ()) -> list[Named]:
    """The names that stand before or after a word for an office, each once, in order.

    ``places`` are stretches of words that name places, known before where no capital tells a name.
    """
    row = _without(row, places)
    found: dict[int, Named] = {}
    for hit in row.hits:
        named = None
        if hit.mask & ANY_ROLE:
            named = _after(row, hit, words) or _before(row, hit, words)
        elif hit.mask & (mask_of("said", "honorific") if words.names.capitals else BITS["honorific"]):
            named = _beside(row, hit, words)
        if named and not any(named.first <= at < named.stop for at in found):
            found[named.first] = named
    return sorted(found.values())


def _without(row: Row, places: Iterable[tuple[int, int]]) -> Row:
    """The row with names of places as words that may stand between an office and a name."""
    named = [Hit(first, stop, BITS["city"], Time.NOUN) for first, stop in places]
    if not named:
        return row
    free = {at for hit in named for at in range(hit.first, hit.stop)}
    hits = sorted([*(hit for hit in row.hits if hit.first not in free), *named])
    return replace(row, hits=hits)


def _beside(row: Row, word: Hit, words: FrameLexicon) -> Named | None:
    """ "said Given Family", "Given Family said", "Mr. Given Family"."""
    labelled = _labelled(row, word.first - _LONGEST_NAME, word.stop + _LONGEST_NAME)
    if word.stop < len(row) and _goes_on(row, word.stop):
        stop = _name(row, word.stop, labelled, words)
        if stop and row.gaps[word.stop].strip() in ("", "."):
            return Named(word.stop, stop, word)
    if word.mask & BITS["said"]:
        for length in (3, 2):
            first = word.first - length
            if first >= 0 and row.gaps[word.first] == " " and _name(row, first, labelled, words) == word.first:
                return Named(first, word.first, word)
    return None


def _after(row: Row, role: Hit, words: FrameLexicon) -> Named | None:
    """ "Mayor of X, Given Family", "X Mayor Given Family"."""
    labelled = _labelled(row, role.stop, role.stop + _REACH + _LONGEST_NAME)
    at = role.stop
    for _ in range(_REACH):
        if at >= len(row) or not _goes_on(row, at) or (at > role.stop and set(row.gaps[at]) & _OPENING):
            break
        stop = _name(row, at, labelled, words)
        if stop:
            return Named(at, stop, role)
        if not (labelled.get(at, 0) & _BETWEEN or row.capital[at]):
            break
        at += 1
    return None


def _goes_on(row: Row, at: int) -> bool:
    """Whether nothing but a space or a comma stands before a word; a short word may be an abbreviation ("Gov.")."""
    gap = row.gaps[at].strip(" \"'“”«»„’")
    if gap == ".":
        return len(row.words[at - 1]) <= _ABBREVIATED
    return gap in ("", ",", "،", "-")


def _before(row: Row, role: Hit, words: FrameLexicon) -> Named | None:
    """ "Given Family, mayor of X"."""
    labelled = _labelled(row, max(0, role.first - _REACH - _LONGEST_NAME - 1), role.first)
    end = role.first
    while end > 1 and role.first - end < _REACH and not set(row.gaps[end]) & _ASIDE:
        if not (labelled.get(end - 1, 0) & _SMALL or row.capital[end - 1]):
            return None
        end -= 1
    if not set(row.gaps[end]) & _ASIDE and words.names.script is not Script.HAN:
        return None
    for length in range(_LONGEST_NAME, 1, -1):
        first = end - length
        if first >= 0 and _name(row, first, labelled, words) == end:
            return Named(first, end, role)
    return None


def _labelled(row: Row, first: int, stop: int) -> dict[int, int]:
    return {at: hit.mask for hit in row.hits_in(max(0, first - 3), stop) for at in range(hit.first, hit.stop)}


def _name(row: Row, at: int, labelled: dict[int, int], words: FrameLexicon) -> int:
    """Where a person's name stops that begins at a word, or 0."""
    if at in labelled:
        return 0
    stop = at
    low, high = words.names.person
    while stop < len(row) and stop - at < high and _may_be_part(row, at, stop, labelled, words):
        if stop > at and not _joined(row, stop):
            break
        stop += 1
    article = words.names.article
    if article and all(word.startswith(article) for word in row.words[at : at + 2]):
        # «الجيش الألماني» is nobody.
        return 0
    return stop if stop - at >= low else 0


def _may_be_part(row: Row, first: int, at: int, labelled: dict[int, int], words: FrameLexicon) -> bool:
    """Whether a name may go on: with the other half of «عبد …», and not with a word that joins the next person."""
    if at > first and row.words[at - 1] in words.names.person_halves:
        return True
    joins = at > first and any(row.words[at].startswith(joiner) for joiner in words.names.joiners)
    return not joins and _is_part(row, at, labelled, words)


def _joined(row: Row, at: int) -> bool:
    # A stop stands behind an initial, and not behind a name.
    return row.gaps[at] in (" ", "-", "", "'", "·", ".") or (
        row.gaps[at] == ". " and len(row.words[at - 1]) < _ABBREVIATED
    )


def _is_part(row: Row, at: int, labelled: dict[int, int], words: FrameLexicon) -> bool:
    if at in labelled or row.words[at].isdigit():
        return False
    if row.gaps[at] == "-" and name_key(row.words[at]) in words.names.countries:
        # «Prizren-Kosova» is a town and its country.
        return False
    if words.names.capitals:
        return row.capital[at] or (row.words[at] in _PARTICLES and at + 1 < len(row) and row.capital[at + 1])
    return True


def persons_of(folded: Folded, row: Row, named: list[Named]) -> tuple[Person, ...]:
    """The persons, each name once."""
    return tuple(_persons(folded, row, named))


def _persons(folded: Folded, row: Row, named: list[Named]) -> Iterator[Person]:
    seen: set[str] = set()
    for one in named:
        span = row.span(one.first, one.stop)
        name = folded.quote(span)
        if name in seen:
            continue
        seen.add(name)
        role = row.span(one.role.first, one.role.stop)
        whole = folded.back(Span(min(span.start, role.start), max(span.stop, role.stop)))
        code = next(iter(labels_in(one.role.mask & ANY_ROLE, "role:")), "other")
        yield Person(
            name=name, role=code, role_text=folded.quote(role), evidence=Evidence(whole, whole.of(folded.page))
        )
