"""Partners that one sentence tells of apart: each in a part of its own, or led in beside a city that is none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from peyvand.core.reading.frames.cast import Cast
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.lists import leads
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.words import Time

_FEW = 2


def part_of(step: Step) -> tuple[int, int]:
    """The part of a sentence between semicolons that a step stands in."""
    sentence, at = step.sentence, step.head.first
    ends = [at for at in range(sentence.first + 1, sentence.stop) if set(sentence.row.gaps[at]) & set(";；؛")]
    bounds = [sentence.first, *ends, sentence.stop]
    return next((one, other) for one, other in pairwise(bounds) if at < other)


def are_told_apart(cities: Sequence[City], step: Step, cast: Cast) -> bool:
    """ "The mayor went to A; the council approved a tie with B": whether two foreign partners of the city at home stand
    in clauses of their own."""
    ids = {city.place.id for city in cities}
    if cast.home is None or len(cities) != _FEW or (cast.main and ids == {city.place.id for city in cast.main}):
        return False
    if any(city.place.country == cast.home.place.country for city in cities):
        return False
    sentence, (first, stop) = step.sentence, step.sentence.clause(step.head.first)
    others = (sentence.clause(city.first) for city in cities if not first <= city.first < stop)
    return any(hit.time is not Time.NOUN for clause in others for hit in sentence.within(*clause))


def is_partner_alone(groups: Sequence[list[City]], step: Step, cast: Cast) -> bool:
    """ "Approved a pact with A, and sending workers to B": whether only the first of two foreign cities is led in."""
    cities = [group[0] for group in groups]
    foreign = cast.home is not None and all(city.place.country != cast.home.place.country for city in cities)
    about = cast.main is not None and {city.place.id for city in cities} == {city.place.id for city in cast.main}
    led = [leads(group, step.sentence) for group in groups]
    verb = step.head.first < cities[0].first
    return foreign and not about and verb and len(led) == _FEW and led[0] == "with" and led[1] == ""
