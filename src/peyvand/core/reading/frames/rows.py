"""Partners that a page lists line by line under a heading: "Our sister cities", then "Lodz, Poland" and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.frames.cast import Cast, Pair
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.modality import Mode
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.steps import STANDING, Step
from peyvand.core.reading.frames.table import TIED
from peyvand.core.reading.frames.words import Time, mask_of

# A heading is no longer than this (words).
_HEADING = 12
_SMALL = mask_of("and", "in", "where", "filler", "city", "from")
_LISTED = Mode(Modality.DONE, "list", True)


def listed_below(sentences: Sequence[Sentence], cast: Cast) -> Iterator[tuple[Step, Pair]]:
    """Each line of a list of partners, with its pair: the city of the heading, or the one at home, and the one listed.

    A single line under a heading is no list.
    """
    at = 0
    while at < len(sentences):
        stop = at + 1
        holder = _holder(sentences, at, cast)
        while holder is not None and stop < len(sentences) and _is_row(sentences[stop]):
            stop += 1
        if holder is not None and stop - at > 2:
            for row in sentences[at + 1 : stop]:
                yield from ((_step(row), (holder, city)) for city in row.cities if city.place.id != holder.place.id)
        at = stop


def _holder(sentences: Sequence[Sentence], at: int, cast: Cast) -> City | None:
    """Whose partners a heading announces, or None for what is no heading."""
    heading = sentences[at]
    if not heading.has(TIED) or len(heading.cities) > 1:
        return None
    short = heading.stop - heading.first <= _HEADING and not any(hit.time is not Time.NOUN for hit in heading.hits)
    if not short and not heading.has(BITS["list"]):
        return None
    if heading.cities:
        return heading.cities[0]
    before = [city for sentence in sentences[:at] for city in sentence.cities]
    known = {city.place.id for city in before}
    # The list itself may weigh so much that one of its cities seems to be at home.
    return before[0] if before and cast.home and cast.home.place.id not in known else cast.home


def _is_row(sentence: Sentence) -> bool:
    """Whether a line holds nothing but names of cities, their countries and small words."""
    if not sentence.cities:
        return False
    known = {at for city in sentence.cities for at in range(city.first, city.stop)}
    known |= {at for first, stop, _ in sentence.names.areas for at in range(first, stop)}
    known |= {at for hit in sentence.hits if hit.mask & _SMALL for at in range(hit.first, hit.stop)}
    words = sentence.row.words
    return all(at in known or words[at].isdigit() for at in range(sentence.first, sentence.stop))


def _step(row: Sentence) -> Step:
    city = row.cities[0]
    return Step(STANDING, Hit(city.first, city.stop, BITS["sister"], Time.NOUN), row, _LISTED)
