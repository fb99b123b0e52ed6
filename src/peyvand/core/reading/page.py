"""From a text to sentences with their words, predicates, places and dates."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from peyvand.core.calendar import DateMention, scan_dates
from peyvand.core.gazetteer import Gazetteer, Level, Place, PlaceMention, find_places
from peyvand.core.reading.lists.grid import cell_years
from peyvand.core.reading.sentence import TIES, Sentence
from peyvand.core.reading.verbs import find_verbs
from peyvand.core.reading.vocabulary import find_atoms
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Folded, Part, Span, fold
from peyvand.core.text.division import Divided, divide
from peyvand.core.text.sentence import sentences

_CAPTION, _TITLE = Part.CAPTION, Part.TITLE
_CITY = Level.CITY

_T = TypeVar("_T", PlaceMention, DateMention)
# A tie stays the topic for so many sentences.
_TOPIC = 3
# No sentence is longer: rules may look at each word of one together with each other.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A text with everything that is looked up in it before any rule is asked."""

    folded: Folded
    divided: Divided
    line: WordLine
    sentences: tuple[Sentence, ...]
    places: tuple[PlaceMention, ...] = ()

    @property
    def blocks(self) -> tuple[Span, ...]:
        """Folded spans of everything the article says, in order."""
        return tuple(span for part, span in self.divided.article if part is not _CAPTION)


def page_of(text: str, lexicon: Lexicon, gazetteer: Gazetteer) -> Page:
    """Divide a text and look up its words, places and dates."""
    folded = fold(text)
    divided = divide(folded, lexicon.furniture)
    line = word_line(folded.text)
    parts = [(part, span) for part, span in divided.article if part is not _CAPTION]
    if not parts:
        return Page(folded, divided, line, ())
    within = Span(parts[0][1].start, parts[-1][1].stop)
    places = one_place_a_name(find_places(folded, gazetteer, lexicon.places, within))
    said = scan_dates(folded, lexicon.calendar, within)
    years = cell_years(folded, [span for _, span in parts])
    dates = sorted((*said, *years), key=lambda date: date.span)
    return Page(folded, divided, line, tuple(_sentences(folded, line, parts, places, dates, lexicon)), places)


def one_place_a_name(mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """One city for each name in a text: the one whose country is said, else the one most often chosen."""
    votes: dict[str, Counter[Place]] = defaultdict(Counter)
    for mention in mentions:
        if mention.level is _CITY and mention.place is not None:
            votes[mention.place.name][mention.place] += 1 + 4 * (mention.country_span is not None)
    chosen = {name: found.most_common(1)[0][0] for name, found in votes.items() if len(found) > 1}
    if not chosen:
        return tuple(mentions)
    return tuple(
        replace(mention, place=chosen[mention.place.name])
        if _is_open(mention) and mention.place is not None and mention.place.name in chosen
        else mention
        for mention in mentions
    )


def _is_open(mention: PlaceMention) -> bool:
    """Whether a city's name says nothing of its country: «آستارای ایران و آستارای آذربایجان» are two."""
    return mention.level is _CITY and mention.country_span is None


def _inside(found: Sequence[_T], said: Span) -> tuple[_T, ...]:
    """What begins inside a sentence."""
    low = bisect_left(found, said.start, key=lambda one: one.span.start)
    high = bisect_left(found, said.stop, low, key=lambda one: one.span.start)
    return tuple(found[low:high])


def _sentences(
    folded: Folded,
    line: WordLine,
    parts: Sequence[tuple[Part, Span]],
    places: Sequence[PlaceMention],
    dates: Sequence[DateMention],
    lexicon: Lexicon,
) -> Iterator[Sentence]:
    number = 0
    tied = -_TOPIC
    for paragraph, (part, span) in enumerate(parts):
        for said in sentences(folded, span, lexicon.furniture.abbreviations):
            for words in _stretches(line.inside(said)):
                within = line.span(words.start, words.stop)
                atoms = find_atoms(line, words, lexicon.reading.vocabulary)
                sentence = Sentence(
                    at=number, paragraph=paragraph, span=within, part=part, line=line, words=words, atoms=atoms,
                    verbs=find_verbs(line, atoms, lexicon.reading.joiner),
                    places=_inside(places, within), dates=_inside(dates, within),
                    follows_tie=number - tied < _TOPIC,
                )  # fmt: skip
                yield sentence
                number += 1
                if part is not _TITLE and sentence.has(*TIES):
                    tied = number


def _stretches(words: range) -> Iterator[range]:
    """A sentence whole, or cut where it is longer than anybody writes, so that rules on it stay cheap."""
    for first in range(words.start, words.stop, _LONGEST):
        yield range(first, min(first + _LONGEST, words.stop))
