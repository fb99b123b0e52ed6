"""A page as one row of words, with the forms of the language found in it, cut into sentences and clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from peyvand.core.calendar import DateMention, Word
from peyvand.core.reading.frames.cities import City, Names
from peyvand.core.reading.frames.labels import ANY_BODY, BITS
from peyvand.core.reading.frames.row import Hit, Row
from peyvand.core.reading.frames.words import FrameLexicon, Time
from peyvand.core.text import Folded, Part
from peyvand.core.text.division import Divided
from peyvand.core.text.sentence import sentences

# No sentence is longer (words): rules may look at each word of one together with each other.
_LONGEST = 240
_OF_CITIES = BITS["city"] | BITS["municipality"]
_STRONG = re.compile(r"[;:؛；：()（）]|\s[-–—]\s|—")
_WEAK = re.compile(r"[,،，、]")
_LENGTHS = {Word.CARDINAL, Word.DAY_UNIT, Word.WEEK_UNIT, Word.MONTH_UNIT, Word.YEAR_UNIT}
_BRACKET = re.compile(r"^ ?[(（]$|^[)）][ ,،，、]*$")


class Clause(NamedTuple):
    """Words ``first`` up to ``stop``; ``hard`` says that another clause begins here, and not only a pause."""

    first: int
    stop: int
    hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: words ``first`` up to ``stop`` of the row, what was found in it, and its clauses."""

    at: int
    paragraph: int
    part: Part
    row: Row
    first: int
    stop: int
    hits: tuple[Hit, ...]
    mask: int
    names: Names
    dates: tuple[DateMention, ...]
    clauses: tuple[Clause, ...] = field(default=())

    @property
    def cities(self) -> tuple[City, ...]:
        """The cities named in it, in order."""
        return self.names.cities

    def has(self, mask: int) -> bool:
        """Whether any of the labels stands in it."""
        return bool(self.mask & mask)

    def within(self, first: int, stop: int) -> Iterator[Hit]:
        """The forms that begin in a stretch of it."""
        return (hit for hit in self.hits if first <= hit.first < stop)

    def masked(self, first: int, stop: int) -> int:
        """All labels in a stretch of it."""
        mask = 0
        for hit in self.within(first, stop):
            mask |= hit.mask
        return mask

    def strangers(self, first: int, stop: int, small: int) -> list[int]:
        """The words of a stretch that are in no name, date or number, and in no form with a label of ``small``."""
        known = {at for city in self.cities for at in range(city.first, city.stop)}
        known |= {at for begin, end, _ in self.names.areas for at in range(begin, end)}
        known |= {at for hit in self.hits if hit.mask & small for at in range(hit.first, hit.stop)}
        known |= {at for date in self.dates for at in range(*self.row.inside(date.span))}
        return [at for at in range(first, stop) if at not in known and not self.row.words[at].isnumeric()]

    def pause(self, at: int) -> Clause:
        """The stretch between pauses that holds a word."""
        return next(clause for clause in reversed(self.clauses) if clause.first <= at)

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that holds a word: its stretches between pauses, up to where another clause begins."""
        index = next(i for i in range(len(self.clauses) - 1, -1, -1) if self.clauses[i].first <= at)
        first = last = index
        while first > 0 and not self.clauses[first].hard:
            first -= 1
        while last + 1 < len(self.clauses) and not self.clauses[last + 1].hard:
            last += 1
        return self.clauses[first].first, self.clauses[last].stop


def sentences_of(
    folded: Folded, divided: Divided, row: Row, names: Names, dates: Sequence[DateMention], words: FrameLexicon
) -> list[Sentence]:
    """The sentences of an article, in order."""
    found: list[Sentence] = []
    for paragraph, (part, span) in enumerate(divided.article):
        if part is Part.CAPTION:
            continue
        for said in sentences(folded, span, words.abbreviations):
            first, stop = row.inside(said)
            for begin in range(first, stop, _LONGEST):
                end = min(begin + _LONGEST, stop)
                found.append(_sentence(len(found), paragraph, part, row, begin, end, names, dates, words))
    return found


def _sentence(
    at: int,
    paragraph: int,
    part: Part,
    row: Row,
    first: int,
    stop: int,
    names: Names,
    dates: Sequence[DateMention],
    words: FrameLexicon,
) -> Sentence:
    own = names.inside(first, stop)
    named = {at: city.stop for city in own.cities for at in range(city.first, city.stop)}
    # «不来梅» denies nothing; the council of "Kansas City Council" is one.
    low = bisect_left(dates, row.starts[first], key=lambda date: date.span.start)
    high = bisect_left(dates, row.stops[stop - 1], key=lambda date: date.span.start)
    said = dates[low:high]
    # "In May" allows nothing.
    days = {at for date in said for at in range(*row.inside(date.span))}
    hits = tuple(
        hit for hit in row.hits_in(first, stop)
        if (hit.first not in named or hit.mask & _OF_CITIES or (hit.mask & ANY_BODY and hit.stop > named[hit.first]))
        and not (hit.mask & BITS["may"] and hit.first in days)
    )  # fmt: skip
    mask = 0
    for hit in hits:
        mask |= hit.mask
    cuts = _cuts(row, first, stop, hits, own, said, words)
    bounds = [*sorted(cuts), stop]
    clauses = tuple(Clause(a, b, cuts[a]) for a, b in pairwise(bounds))
    return Sentence(
        at=at, paragraph=paragraph, part=part, row=row, first=first, stop=stop, hits=hits, mask=mask, names=own,
        dates=tuple(said), clauses=clauses,
    )  # fmt: skip


def _cuts(
    row: Row,
    first: int,
    stop: int,
    hits: Sequence[Hit],
    names: Names,
    dates: Sequence[DateMention],
    words: FrameLexicon,
) -> dict[int, bool]:
    """Where a pause or (True) another clause begins; a comma beside a name only lists or explains it."""
    cuts = {first: True}
    joins = {hit.first for hit in hits if hit.mask & BITS["and"]}
    said = {at for date in dates for at in range(*row.inside(date.span))}
    for at in range(first + 1, stop):
        gap = row.gaps[at]
        if gap == " " or not gap or (_BRACKET.search(gap) and _is_bracketed(row, at, names)):
            continue
        if _STRONG.search(gap):
            cuts[at] = True
        elif words.list_comma and _WEAK.search(gap):
            if words.list_comma in gap:
                lists = _opens_alone(max(cuts), at, hits, names) or _only_lists(at, stop, row, hits)
            else:
                lists = _is_among_names(at, names)
            if not (lists and names.begins(at)):
                # «昨日，…»: a day alone is said of what follows.
                cuts[at] = not (lists or said.issuperset(range(max(cuts), at)))
        elif _WEAK.search(gap) and not (names.begins(at) or names.ends(at) or (at in joins and names.begins(at + 1))):
            # A comma and a joining word begin another clause where no name is listed.
            cuts[at] = (words.comma_cuts and at not in row.bracketed) or at in joins
    for hit in hits:
        # «قبل أسبوع»: the same word leads a clause in and says how long ago.
        ago = {hit.first, hit.stop} & said or (hit.stop < stop and _counts_time(row.words[hit.stop], words))
        if hit.mask & BITS["cut"] and hit.first > first and not ago:
            cuts[hit.first] = True
    return cuts


def _counts_time(word: str, words: FrameLexicon) -> bool:
    """Whether a word is a number or a length of time."""
    kinds = {kind for rest, kind, _ in words.calendar.entries.get(word, ()) if not rest}
    return word.isdecimal() or bool(kinds & _LENGTHS)


def _only_lists(at: int, stop: int, row: Row, hits: Sequence[Hit]) -> bool:
    """Whether no clause with its own partner and verb follows a comma for lists: «…、2016年与基多市缔结…»."""
    end = next((other for other in range(at + 1, stop) if _WEAK.search(row.gaps[other])), stop)
    own = [hit for hit in hits if at <= hit.first < end]
    return not (any(hit.mask & BITS["with"] for hit in own) and any(hit.time is not Time.NOUN for hit in own))


def _opens_alone(begun: int, at: int, hits: Sequence[Hit], names: Names) -> bool:
    """«A市、B市相继与C市缔结…»: whether only names of one list stand between the last comma and one that lists."""
    return _is_among_names(at, names) and all(hit.time is Time.NOUN for hit in hits if begun <= hit.first < at)


def _is_among_names(at: int, names: Names) -> bool:
    """Whether names stand on both sides of a comma, or of the word for city before it."""
    ends = {name[1] for name in (*names.cities, *names.areas)}
    return names.begins(at) and bool(ends & {at, at - 1})


def _is_bracketed(row: Row, at: int, names: Names) -> bool:
    """Whether a bracket begins or ends here that holds a country or a city alone: "Lodz (Poland) and Lyon"; «مدينة
    (هرتسليا)»."""
    opens = "(" in row.gaps[at] or "（" in row.gaps[at]
    held = [(first, stop) for first, stop, _ in names.areas]
    held += ((city.first, max(city.stop, city.after)) for city in names.cities)
    for first, stop in held:
        if at != (first if opens else stop) or stop >= len(row):
            continue
        return bool(set(row.gaps[first]) & set("(（")) and bool(set(row.gaps[stop]) & set(")）"))
    return False


def is_told(hit: Hit) -> bool:
    """Whether a form is a verb that says that something happened."""
    return hit.time is Time.PAST
