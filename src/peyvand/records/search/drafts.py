"""An item on its way into the index: what it is, what it says, and its place in the order of hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from peyvand.core.calendar.reckoning import Calendar, to_calendar
from peyvand.core.search import marks
from peyvand.core.search.words import wholes_of, words_of
from peyvand.records.search.seen import Seen

# The parts of an item's number, in bits: its kind, how weighty or new it is, itself among its like, a part of its text.
_WEIGHT, _TIE, _PART = 20, 33, 6
_HEAVIEST, _TIES, _LAST_PART = (1 << _WEIGHT) - 1, 1 << _TIE, (1 << _PART) - 1
# Words in a row. PostgreSQL keeps no more than 256 places of a word and 16,383 places in all.
STRETCH = 2_000
_MOST_PLACES = 250
# Words of a name: a page may call itself by a whole book, and names stand in every row.
_LONGEST_NAME = 200
# Before it there is no Solar Hijri year.
_FIRST_YEAR = 623
_TAKEN = "\ue006"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One item. ``number`` is that of its kind, ``weight`` up to a million, what is heavier comes first; ``tie`` tells
    it from others of the same weight, the greater first.

    ``names`` are texts, any word of which may stand for the item; ``keys`` further names, each as one word; ``near``
    spellings and sounds of names, marked. ``places`` are of the thing itself, by which members' rights go; ``marks``
    what else it is or is about.
    """

    kind: str
    number: int
    ref: str
    weight: int
    tie: int
    seen: Seen
    names: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


Row = tuple[int, str, str, int, str, str]


def rows_of(draft: Draft) -> Iterator[Row]:
    """The values of the rows of an item, in the order of the table's columns."""
    for part, words in enumerate(_stretches(draft)):
        yield _number(draft, part), draft.kind, draft.ref, part, str(draft.seen), " ".join(words)


def hashed_tie(ref: str) -> int:
    """A tie for what has no number of its own."""
    return int.from_bytes(sha256(ref.encode()).digest()[:8], "big") % _TIES


def day_weight(day: date | None) -> int:
    """How new something is; what has no day comes last."""
    return day.toordinal() if day else 0


def year_marks(days: Iterable[date | None]) -> tuple[str, ...]:
    """The years of these days, by both calendars."""
    known = {day for day in days if day and day.year >= _FIRST_YEAR}
    years = {to_calendar(day, calendar)[0] for day in known for calendar in (Calendar.GREGORIAN, Calendar.SOLAR)}
    return tuple(marks.year(number) for number in sorted(years))


def _number(draft: Draft, part: int) -> int:
    light = _HEAVIEST - min(max(draft.weight, 0), _HEAVIEST)
    behind = _TIES - 1 - draft.tie % _TIES
    return ((draft.number << _WEIGHT | light) << _TIE | behind) << _PART | part


def _stretches(draft: Draft) -> Iterator[list[str]]:
    """The words of each row: names and marks in all of them, the texts one stretch after another."""
    names = [word for name in draft.names for word in _name(name)]
    marked = marks.name_words(one for one in names if one != marks.GAP)
    head = [*marked, *marks.name_words(draft.keys), marks.GAP, *names]
    tail = [*draft.near, *_marks(draft)]
    words = [word for text in draft.texts for word in (*words_of(text), marks.GAP)]
    wholes = [word for text in draft.texts for word in wholes_of(text)]
    for part, start in enumerate(range(0, max(len(words), 1), STRETCH)):
        own = _thinned(words[start : start + STRETCH])
        yield [*head, *own, *wholes[:STRETCH], *tail]
        if part == _LAST_PART:
            return


def _name(name: str) -> list[str]:
    return [*words_of(name)[:_LONGEST_NAME], *wholes_of(name)[:_LONGEST_NAME], marks.GAP]


def _marks(draft: Draft) -> Iterator[str]:
    yield marks.kind(draft.kind)
    yield marks.seen(draft.seen)
    yield from (marks.about(place) for place in dict.fromkeys(draft.places))
    if len(set(draft.places)) == 2:
        yield marks.pair(draft.places)
    yield from draft.marks


def _thinned(words: list[str]) -> list[str]:
    """The words without what one engine would not keep: the same word for the three hundredth time."""
    if len(words) <= _MOST_PLACES:
        return words
    seen: dict[str, int] = {}
    kept = []
    for word in words:
        seen[word] = seen.get(word, 0) + 1
        kept.append(word if seen[word] <= _MOST_PLACES else _TAKEN)
    return kept
