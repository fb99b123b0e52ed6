"""Whom a family name alone speaks for: «زاکانی با شهردار ب دیدار کرد» in an article that names Tehran's mayor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from peyvand.core.gazetteer import Level
from peyvand.core.reading.model import Person
from peyvand.core.reading.parties import Party, parties_of
from peyvand.core.reading.sentence import Sentence
from peyvand.core.text import fold_words

# Shorter family names are too often other words.
_SHORTEST = 4
_COUNCIL = " City Council"


def mayors_of(people: Sequence[Person], sentences: Sequence[Sentence]) -> Mapping[str, Party]:
    """The city of each who acts for one, by a folded family name that no other person of the text has."""
    cities: dict[str, Party] = {}
    for sentence in sentences:
        if any(place.level is Level.CITY for place in sentence.places):
            for party in parties_of(sentence, sentence.words.start, sentence.words.stop):
                cities.setdefault(party.place.name, party)
    names = [fold_words(person.name).split() for person in people]
    found: dict[str, Party] = {}
    for person, name in zip(people, names, strict=True):
        city = cities.get((person.body or "").removesuffix(_COUNCIL))
        alone = len(name) > 1 and sum(other[-1:] == name[-1:] for other in names) == 1
        if city is not None and alone and len(name[-1]) >= _SHORTEST:
            found[name[-1]] = city
    return found
