"""Partners that a page lists line by line under a heading: "Our sister cities", then "Lodz, Poland" and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.cast import Cast, Pair, distinct
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.modality import Mode
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.steps import STANDING, Step, steps_of
from peyvand.core.reading.frames.table import TIED, Frame
from peyvand.core.reading.frames.words import FrameLexicon, Time, mask_of

# A heading is no longer than this, and a line of a list that says more than names (words).
_HEADING, _LINE = 12, 14
_SMALL = mask_of("and", "in", "where", "filler", "city", "from", "stand")
_JOINS = mask_of("and", "with")
# Words of a line that tell how and when its tie came about.
_TOLD = mask_of("sign", "become", "sistering", "pact", "mou", "friend", "tie", "stand")
_LISTED = Mode(Modality.DONE, "list", True)
# So many lines within a list may hold a name that nobody knows.
_SKIPPED = 2
# Between "have" and its participle (words).
_HELPED = 2


class Listing(NamedTuple):
    """A heading, whose partners it announces (None: each line names both), how they came about, and its lines."""

    heading: Sentence
    holder: City | None
    frame: Frame
    lines: list[Sentence]


def listings_in(sentences: Sequence[Sentence], cast: Cast, words: FrameLexicon) -> list[Listing]:
    """The lists of partners of an article, in order. A single line under a heading is no list."""
    found: list[Listing] = []
    at = 0
    while at < len(sentences):
        listing = _listing(sentences, at, cast, words)
        if listing:
            found.append(listing)
            at = listing.lines[-1].at
        at += 1
    return found


def listed_below(listings: Sequence[Listing], words: FrameLexicon) -> Iterator[tuple[Step, Pair]]:
    """Each line of a list with its pair: the city of the heading, or the one at home, and the one listed."""
    for listing in listings:
        for line in listing.lines:
            step = in_list(line, line.cities[0], _frame(line, words) or listing.frame)
            if listing.holder is None:
                yield step, (line.cities[0], line.cities[1])
                continue
            holder = listing.holder
            yield from ((step, (holder, city)) for city in _partners(line) if city.place.id != holder.place.id)


def _listing(sentences: Sequence[Sentence], at: int, cast: Cast, words: FrameLexicon) -> Listing | None:
    heading = sentences[at]
    opens = _opens(heading)
    tied = heading.has(TIED) or (opens and _goes_on(sentences, at, words))
    if not tied or len(distinct(heading.cities)) > 1:
        return None
    if not (opens or _is_short(heading, words) or heading.has(BITS["list"])):
        return None
    lines = list(_lines(sentences, at, words, loose=opens))
    if len(lines) < 2 and not opens and _is_short(heading, words):
        # A sentence may stand between a heading and its list.
        lines = list(_lines(sentences, at + 1, words, loose=False))
    if len(lines) < 2:
        return None
    frame = _frame(heading, words) or STANDING
    joined = [line for line in lines if _are_joined(line)]
    if not heading.cities and 2 * len(joined) > len(lines) and (len(joined) > 1 or len(lines) == 1):
        return Listing(heading, None, frame, joined)
    holder = _holder(sentences, at, cast)
    return Listing(heading, holder, frame, lines) if holder else None


def _goes_on(sentences: Sequence[Sentence], at: int, words: FrameLexicon) -> bool:
    """ "The town has ten sister cities. Some of them:": whether a short line goes on from a sentence on ties."""
    return at > 0 and sentences[at - 1].has(TIED) and _is_short(sentences[at], words) and not sentences[at].cities


def _frame(sentence: Sentence, words: FrameLexicon) -> Frame | None:
    """That of a signing that a heading or a line tells: "… agreements with", "(signed in May)"."""
    topic = 1
    signings = (step for step in steps_of(sentence, topic, words) if step.event is Event.SIGNING and not step.weak)
    signings = (step for step in signings if step.modality is Modality.DONE and not _is_held(step))
    return next((step.frame for step in signings), None)


def _is_held(step: Step) -> bool:
    """ "The cities that have established relations with X": ties that somebody has, of no day."""
    sentence = step.sentence
    owned = sentence.masked(step.head.first - _HELPED, step.head.first) & BITS["own"]
    return bool(owned and step.head.mask & BITS["become"]) and not sentence.dates


def _opens(heading: Sentence) -> bool:
    """Whether a heading ends in a colon, in «with» or in a word that opens lists, so that what follows is its list."""
    row = heading.row
    last = heading.hits[-1] if heading.hits else None
    if last and last.stop == heading.stop and last.mask & mask_of("with", "sistering", "list"):
        return heading.stop < len(row) and "." not in row.gaps[heading.stop]
    return heading.stop < len(row) and set(row.gaps[heading.stop]) & set(":：") != set()


def _is_short(heading: Sentence, words: FrameLexicon) -> bool:
    """Whether a line names a tie and tells nothing of it."""
    short = heading.stop - heading.first <= _HEADING * words.reach
    return short and not any(hit.time is not Time.NOUN for hit in heading.hits)


def _lines(sentences: Sequence[Sentence], at: int, words: FrameLexicon, *, loose: bool) -> Iterator[Sentence]:
    """The lines below a heading, up to the first that is none; under a colon one may say more than names."""
    skipped = 0
    for line in sentences[at + 1 :]:
        if _is_row(line) or (loose and (_is_line(line, words) or _is_pair(line, words))):
            skipped = 0
            yield line
        elif not line.cities and not line.strangers(line.first, line.stop, _SMALL):
            # A cell of a table that holds a country, a day or a number alone.
            continue
        elif loose and skipped < _SKIPPED and _only_lies(line) and line.stop - line.first <= _LINE * words.reach:
            skipped += 1
        else:
            return


def _holder(sentences: Sequence[Sentence], at: int, cast: Cast) -> City | None:
    """Whose partners a heading announces, or None for what is no heading."""
    if sentences[at].cities:
        return sentences[at].cities[0]
    before = [city for sentence in sentences[:at] for city in sentence.cities]
    known = {city.place.id for city in before}
    # The list itself may weigh so much that one of its cities seems to be at home.
    return before[0] if before and cast.home and cast.home.place.id not in known else cast.home


def _is_row(line: Sentence) -> bool:
    """Whether a line holds nothing but names of cities, their countries and small words."""
    return bool(line.cities) and not line.strangers(line.first, line.stop, _SMALL)


def _is_line(line: Sentence, words: FrameLexicon) -> bool:
    """Whether a line begins with a city, and says at most how and when the tie came about."""
    if not line.cities or line.stop - line.first > _LINE * words.reach:
        return False
    telling = any(hit.time is not Time.NOUN and not hit.mask & _TOLD for hit in line.hits)
    return not telling and not line.strangers(line.first, line.cities[0].first, _SMALL)


def _is_pair(line: Sentence, words: FrameLexicon) -> bool:
    """Whether a line is no more than two cities of two countries with what says where they lie."""
    return _are_joined(line) and line.stop - line.first <= _LINE * words.reach and _only_lies(line)


def _only_lies(line: Sentence) -> bool:
    """Whether the forms of a line say at most where something lies."""
    return all(hit.mask & (_SMALL | _JOINS | BITS["not_city"]) for hit in line.hits)


def _are_joined(line: Sentence) -> bool:
    """Whether a line holds one pair: "Lodz and Lyon", "Lodz – Lyon"."""
    if len(line.cities) != 2:
        return False
    one, other = line.cities
    dash = any(set(line.row.gaps[at]) & set("-–—|") for at in range(one.stop, other.first + 1))
    joined = dash or any(hit.mask & _JOINS for hit in line.within(one.stop, other.first))
    return joined and one.place.country != other.place.country


def _partners(line: Sentence) -> Iterator[City]:
    """The cities of a line, without another name of the first one in brackets."""
    first = line.cities[0]
    for city in line.cities:
        gaps = "".join(line.row.gaps[first.stop : city.first + 1])
        if city is first or max(map(gaps.rfind, "(（")) <= max(map(gaps.rfind, ")）")):
            yield city


def in_list(line: Sentence, city: City, frame: Frame = STANDING) -> Step:
    """The tie with a city that a list names."""
    return Step(frame, Hit(city.first, city.stop, BITS["sister"], Time.NOUN), line, _LISTED)
