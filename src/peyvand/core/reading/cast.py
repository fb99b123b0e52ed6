"""Who an article is about: the city at home in it, and its partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from peyvand.core.gazetteer import Level, Place, PlaceMention, Role
from peyvand.core.reading.parties import Party, parties_of, unknown_place
from peyvand.core.reading.sentence import Sentence
from peyvand.core.text import Part

Pair = tuple[Party, Party]

_TIES = ("sister", "sister_city", "pact", "document", "memorandum", "friendship")
_IN_TITLE, _IN_LEAD, _OFFICE, _DATELINE, _AT_HOME = 2, 1, 2, 4, 1


@dataclass(frozen=True, slots=True)
class Cast:
    """``home`` is the city whose news this is; ``main`` the pair that the article is about, if it names one."""

    home: Party | None
    main: Pair | None


def cast_of(sentences: Sequence[Sentence], home_country: str) -> Cast:
    """The home city and the main pair of an article."""
    home = _home(sentences, home_country)
    return Cast(home, _main(sentences, home))


def _home(sentences: Sequence[Sentence], home_country: str) -> Party | None:
    weights: Counter[str] = Counter()
    first: dict[str, Party] = {}
    for sentence in sentences:
        for mention in sentence.places:
            if mention.level is not Level.CITY or mention.role is Role.INSTITUTION:
                continue
            party = _as_party(mention, sentence)
            first.setdefault(party.place.id, party)
            weights[party.place.id] += _weight(mention, party, sentence, home_country)
    return first[max(first, key=lambda place: weights[place])] if first else None


def _weight(mention: PlaceMention, party: Party, sentence: Sentence, home_country: str) -> int:
    weight = 2 + _OFFICE * (mention.role is Role.OFFICE)
    weight += _IN_TITLE * (sentence.part is Part.TITLE) + _IN_LEAD * (sentence.part is Part.LEAD)
    weight += _AT_HOME * (party.place.country == home_country)
    if party.first == sentence.words.start and sentence.line.sign(party.stop) in ("-", "–", "—"):
        weight += _DATELINE
    return weight


def _as_party(mention: PlaceMention, sentence: Sentence) -> Party:
    at = sentence.line.first(mention.span.start)
    place: Place = mention.place or unknown_place(mention.name)
    return Party(place, mention.span, at, max(at + 1, sentence.line.first(mention.span.stop)))


def _main(sentences: Sequence[Sentence], home: Party | None) -> Pair | None:
    """The pair that the article names together most, beside a tie; a headline alone is not enough."""
    votes: Counter[frozenset[str]] = Counter()
    seen: dict[frozenset[str], Pair] = {}
    borne: set[frozenset[str]] = set()
    ties = set[str]()
    for sentence in sentences:
        parties = {party.place.id: party for party in parties_of(sentence, sentence.words.start, sentence.words.stop)}
        is_bond = _speaks_of_cities(sentence)
        if is_bond and sentence.part is not Part.TITLE:
            ties |= parties.keys()
        if len(parties) != 2 or not is_bond:
            continue
        pair = tuple(parties.values())
        key = frozenset(parties)
        votes[key] += _support(sentence, key, home)
        seen.setdefault(key, (pair[0], pair[1]))
        if sentence.part is not Part.TITLE:
            borne.add(key)
    supported = [key for key in votes if key in borne or key & ties]
    best = max(supported, key=lambda key: votes[key], default=None)
    return seen[best] if best is not None else None


def _speaks_of_cities(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a tie or of municipalities, and not of universities or provinces."""
    if sentence.has("institution", "provinces") and not sentence.has("municipality", "city"):
        return False
    return sentence.has(*_TIES, "municipality", "two_cities")


def _support(sentence: Sentence, key: frozenset[str], home: Party | None) -> int:
    support = 2 * sentence.has(*_TIES) + sentence.has("municipality", "two_cities")
    support += home is not None and home.place.id in key
    return support + 2 * (sentence.part in (Part.TITLE, Part.LEAD))
