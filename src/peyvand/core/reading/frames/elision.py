"""What a sentence leaves out: the verb of clauses that only go on, and the subject of sentences that list partners."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from peyvand.core.reading.frames.cast import Cast, Pair, distinct
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Clause, Sentence
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.table import TIED
from peyvand.core.reading.frames.words import Time, mask_of

_SMALL = mask_of("and", "in", "where", "filler", "city", "from", "stand", "with", "list", "to", "cut")
_STEPS = mask_of(
    "sign", "end", "suspend", "visit", "host", "festival", "exchange", "propose", "approve", "talk", "plan"
)
_COMMAS = frozenset(",،，;；")
# Cities that make a list, and words from the small word that leads a name in to the name.
_FEW, _LED_IN = 2, 3


def elided(step: Step, pairs: Sequence[Pair]) -> Iterator[Pair]:
    """ "Signed with A in 1989, with B in 1995"; "A broke with B, C with D": the pairs of clauses without a verb."""
    sentence = step.sentence
    if step.frame.contact or step.head.time is Time.NOUN or not pairs:
        return
    first, stop = sentence.clause(step.head.first)
    here = {city.place.id for city in sentence.cities if first <= city.first < stop}
    subject = next((city for city in pairs[0] if city.place.id not in here), None)
    for clause in sentence.clauses:
        if clause.first < stop:
            continue
        if any(hit.time is not Time.NOUN or hit.mask & TIED for hit in sentence.within(clause.first, clause.stop)):
            return
        cities = distinct([city for city in sentence.cities if clause.first <= city.first < clause.stop])
        if len(sentence.strangers(clause.first, clause.stop, _SMALL)) > 1:
            return
        if not cities:
            continue
        if len(cities) == _FEW and not _is_led(cities[0], clause, sentence) and _is_led(cities[1], clause, sentence):
            yield cities[0], cities[1]
        elif subject is not None and _is_led(cities[0], clause, sentence):
            yield from ((subject, city) for city in cities if city.place.id != subject.place.id)
        else:
            return


def _is_led(city: City, clause: Clause, sentence: Sentence) -> bool:
    return bool(sentence.masked(max(clause.first, city.first - _LED_IN), city.first) & BITS["with"])


def opens_list(step: Step) -> bool:
    """Whether the clause of a step ends in a colon, behind which its parties are listed: "guests from twins: A, B"."""
    row = step.sentence.row
    _, stop = step.sentence.clause(step.head.first)
    return stop < step.sentence.stop and bool(set(row.gaps[stop]) & set(":：("))


def own_stretch(step: Step) -> tuple[int, int] | None:
    """ "A ended its ties with B, C broke with D": the part of a sentence with a subject and a verb of its own."""
    sentence = step.sentence
    starts = [at for at in _starts(sentence) if at != sentence.first]
    if not starts:
        return None
    bounds = [sentence.first, *starts, sentence.stop]
    return next((one, other) for one, other in pairwise(bounds) if step.head.first < other)


def own_objects(step: Step, cities: Sequence[City]) -> Sequence[City]:
    """ "We have exchanges with A and have suspended the tie with B": the cities behind a step, up to the next one."""
    sentence = step.sentence
    apart = [hit.first for hit in sentence.within(cities[0].stop, cities[-1].first) if hit.mask & _STEPS]
    if not apart:
        return cities
    limit = next((at for at in apart if at > step.head.first), sentence.stop)
    return [city for city in cities if step.head.first < city.first < limit] or cities


def _starts(sentence: Sentence) -> Iterator[int]:
    """Where a city follows a comma and a verb the city, with a partner behind it."""
    gaps = sentence.row.gaps
    for city in sentence.cities:
        if city.first != sentence.first and not set(gaps[city.first]) & _COMMAS:
            continue
        end = next((at for at in range(city.stop, sentence.stop) if set(gaps[at]) & _COMMAS), sentence.stop)
        verb = next((hit for hit in sentence.within(city.stop, city.stop + _FEW) if hit.time is Time.PAST), None)
        if verb and any(verb.stop <= other.first < end for other in sentence.cities):
            yield city.first


def listed_on(sentences: Sequence[Sentence], listed: Container[int], cast: Cast) -> Iterator[tuple[Sentence, Pair]]:
    """ "The town has four sister cities. In China these are A and B": partners of sentences that only list them."""
    holder: City | None = None
    for sentence in sentences:
        partners = _goes_on(sentence, holder) if holder and sentence.at not in listed else []
        if holder and partners:
            yield from ((sentence, (holder, city)) for city in partners)
        else:
            holder = _holder(sentence, cast.home)


def _holder(sentence: Sentence, home: City | None) -> City | None:
    """Whose partners a sentence tells of, and of nothing else."""
    if not sentence.has(BITS["sister"]) or sentence.has(_STEPS):
        return None
    cities = distinct(sentence.cities)
    if home is not None:
        return home if not cities or home.place.id in {city.place.id for city in cities} else None
    return cities[0] if len(cities) == 1 else None


def _goes_on(sentence: Sentence, holder: City) -> list[City]:
    """The partners of a sentence that holds nothing but names of cities, their countries and small words."""
    if sentence.has(TIED | _STEPS) or any(hit.time is not Time.NOUN for hit in sentence.hits):
        return []
    cities = distinct(sentence.cities)
    if len(cities) < _FEW or any(city.place.id == holder.place.id for city in cities):
        return []
    strange = sentence.strangers(sentence.first, sentence.stop, _SMALL)
    return cities if len(strange) <= len(cities) // 2 else []
