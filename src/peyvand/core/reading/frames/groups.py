"""Ends of ties with all cities of a kind: "X broke with its twins in Russia", where another sentence names them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.frames.cast import Cast, Pair, distinct
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.lists import couples_in, groups_of
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.table import ANY_TIE, TIED
from peyvand.core.reading.frames.words import mask_of

_ENDS = (Event.TERMINATION, Event.SUSPENSION)
_MANY = 2
_CITIES = mask_of("city", "sister", "generic")
# How many sentences behind the end of a group its couples may be listed.
_BELOW = 2
# Between the small word that leads partners in and the word for cities (words).
_REACH = 4


def is_of_group(step: Step) -> bool:
    """Whether ties with cities that are not named here end: at most their holder is."""
    sentence = step.sentence
    if step.event not in _ENDS or step.modality is not Modality.DONE or not step.mode.sure:
        return False
    if not sentence.has(TIED) or len(sentence.cities) >= _MANY:
        return False
    first, stop = sentence.clause(step.head.first)
    if sentence.row.led_behind:
        # «kardeş şehirlerle ilişkilerini kesti»: one word says both.
        return any(hit.mask & BITS["with"] and hit.mask & _CITIES for hit in sentence.within(first, stop))
    leads = (hit.stop for hit in sentence.within(first, stop) if hit.mask & mask_of("with", "from"))
    return any(sentence.masked(at, at + _REACH) & _CITIES and not _names(step, at) for at in leads)


def is_of_all(step: Step) -> bool:
    """ "To end these partnerships", «die Städtepartnerschaften wiederbeleben»: a step of several ties, none named."""
    sentence = step.sentence
    if step.event not in (*_ENDS, Event.RENEWAL) or not step.mode.sure or len(sentence.cities) >= _MANY:
        return False
    anybody = mask_of("generic", "not_city", "states")
    return sentence.has(BITS["several"]) and not sentence.has(anybody)


def partners_of(holder: City | None, sentences: Sequence[Sentence]) -> list[Pair]:
    """The pairs of a city with the cities abroad that one sentence of its ties lists."""
    if holder is None:
        return []
    for sentence in sentences:
        lists = groups_of([city for city in sentence.cities if city.place.id != holder.place.id], sentence)
        abroad = all(city.place.country != holder.place.country for group in lists for city in group)
        if sentence.has(ANY_TIE) and len(lists) == 1 and len(distinct(lists[0])) >= _MANY and abroad:
            return [(holder, city) for city in distinct(lists[0])]
    return []


def _names(step: Step, at: int) -> bool:
    return any(at <= city.first <= at + _REACH + 1 for city in step.sentence.cities)


def ended(
    groups: Sequence[Step], standing: Sequence[tuple[Step, Pair]], cast: Cast, sentences: Sequence[Sentence]
) -> Iterator[tuple[Step, Pair]]:
    """Each end with each pair of its holder that a list of the article names, or with the couples listed behind it."""
    for step in groups:
        if couples := _couples_behind(step, sentences):
            yield from ((step, pair) for pair in couples)
            continue
        holder = step.sentence.cities[0] if step.sentence.cities else cast.home
        lists: dict[int, list[Pair]] = {}
        for told, pair in standing:
            if told.mode.sure and (holder is None or holder.place.id in {city.place.id for city in pair}):
                lists.setdefault(told.sentence.at, []).append(pair)
        longest = max(lists.values(), key=len, default=[])
        if len(longest) < _MANY and is_of_all(step):
            longest = partners_of(holder, sentences)
        if len(longest) >= _MANY:
            yield from ((step, pair) for pair in longest)


def _couples_behind(step: Step, sentences: Sequence[Sentence]) -> tuple[Pair, ...]:
    """ "The ties of five cities ended: A–B, C–D": the couples that one of the next sentences lists."""
    for sentence in sentences[step.sentence.at + 1 : step.sentence.at + 1 + _BELOW]:
        gaps = "".join(sentence.row.gaps[sentence.first + 1 : sentence.stop])
        opens = sentence.has(BITS["list"]) or set(gaps) & set(":：")
        couples = couples_in(groups_of(sentence.cities, sentence), sentence) if opens else ()
        if len(couples) >= _MANY:
            return couples
    return ()
