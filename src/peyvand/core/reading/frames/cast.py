"""Whose news an article is, and which pair it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.items import opens_item
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.table import ANY_TIE, BODIES, CITIES, PAPER, TENDED, TIED
from peyvand.core.reading.frames.words import mask_of
from peyvand.core.text import Part

Pair = tuple[City, City]
_HALF = 2
# Of so many towns at home, none of which weighs twice as much, none is whose page it is.
_SEVERAL = 3
# Between the small word that leads a partner in and the partner (words).
_LED_IN = 3
# Words of other scripts come behind this letter.
_LATIN = "\u0250"
# An article on so many cities, of which none stands out by so much, is of no city.
_MANY, _AHEAD = 6, 1.5
_MENTION, _OFFICE, _TITLE, _LEAD, _DATELINE, _HOME, _SPEAKS, _FIRST, _PARTNER = 2, 2, 2, 2, 5, 1, 6, 2, 3


@dataclass(frozen=True, slots=True)
class Cast:
    """``home`` is the city whose news this is, ``main`` the pair that the article is about.

    ``of_cities``: whether cities and their ties are spoken of at all.
    """

    home: City | None
    main: Pair | None
    of_cities: bool


def cast_of(
    sentences: Sequence[Sentence], speaks_for: str | None, countries: Sequence[str], page: Sequence[City] = ()
) -> Cast:
    """The home city and the main pair; ``speaks_for`` is the id of the place whose office publishes.

    ``page`` are all cities of the page: where the article names none of the language's countries, one beside it may
    tell whose page it is.
    """
    home = _beside_article(sentences, countries, page) or _home(sentences, speaks_for, countries)
    home = home or _of_masthead(sentences, countries, page)
    main = _main(sentences, home)
    return Cast(home, main, _is_of_cities(sentences))


def _is_of_cities(sentences: Sequence[Sentence]) -> bool:
    """Whether a tie between cities is spoken of: by its own name, or as a paper or a meeting of their bodies."""
    mask = 0
    for sentence in sentences:
        mask |= sentence.mask
    of_bodies = mask & BODIES and not mask & mask_of("other_tie", "not_city")
    if mask & TENDED or (mask & (PAPER | BITS["tie"]) and of_bodies):
        return True
    return bool(mask & CITIES) and any(_is_paper_of_cities(sentence) for sentence in sentences)


def _is_paper_of_cities(sentence: Sentence) -> bool:
    """Whether two cities of two countries stand beside a paper, and no body that is none and no state."""
    countries = {city.place.country for city in sentence.cities}
    ours = sentence.has(CITIES | (PAPER & ~BITS["pact"]))
    return (
        ours
        and len(countries) > 1
        and sentence.has(PAPER)
        and not sentence.has(mask_of("other_tie", "not_city", "states"))
    )


def _beside_article(sentences: Sequence[Sentence], countries: Sequence[str], page: Sequence[City]) -> City | None:
    told = [city for sentence in sentences for city in sentence.cities]
    if not told or any(city.place.country in countries for city in told):
        return None
    near = distinct([city for city in page if city.place.country in countries])
    return near[0] if len(near) == 1 else None


def _of_masthead(sentences: Sequence[Sentence], countries: Sequence[str], page: Sequence[City]) -> City | None:
    """On a page of many cities, the only one at home that is named beside the article, too: in its masthead."""
    told = {city.first: city for sentence in sentences for city in sentence.cities}
    ids = {city.place.id for city in told.values() if city.place.country in countries}
    head = min(told, default=0)
    beside = distinct([city for city in page if city.first < head and city.place.id in ids])
    return beside[0] if len(beside) == 1 else None


def _home(sentences: Sequence[Sentence], speaks_for: str | None, countries: Sequence[str]) -> City | None:
    weights: Counter[str] = Counter()
    first: dict[str, City] = {}
    for sentence in sentences:
        for city in sentence.cities:
            key = city.place.id
            first.setdefault(key, city)
            weights[key] -= _PARTNER * (_is_called_partner(sentence, city) + _is_item(sentence, city))
            weights[key] += _MENTION + _OFFICE * city.office + _HOME * (city.place.country in countries)
            weights[key] += _TITLE * (sentence.part is Part.TITLE) + _LEAD * (sentence.part is Part.LEAD)
            weights[key] += _DATELINE * (city.first == sentence.first and sentence.part is not Part.TITLE
                                         and _is_dateline(sentence, city))  # fmt: skip
    if first and len(first) < _MANY:
        weights[next(iter(first))] += _FIRST
    if speaks_for in weights:
        weights[str(speaks_for)] += _SPEAKS
    ranked = weights.most_common(3)
    domestic = [key for key, city in first.items() if city.place.country in countries]
    ours = any(sentence.has(BITS["this_city"]) for sentence in sentences)
    if len(first) >= _MANY and ranked[0][1] < _AHEAD * ranked[2][1]:
        # "Six partners sent our town …": the only town at home, if it is named but once.
        return first[domestic[0]] if ours and len(domestic) == 1 else None
    if not ranked:
        return None
    best, weight = ranked[0]
    if any(_is_headed(sentence, first[best]) for sentence in sentences):
        return first[best]
    if best not in domestic and domestic:
        # A page is of a town of its language's countries sooner than of the partner abroad, of which it says more.
        own = max(domestic, key=lambda key: weights[key])
        if not ours and _are_alike([weights[key] for key in domestic]):
            # "X broke with A, B and C": these are the partners of a town abroad.
            return first[best]
        if weights[own] * _HALF >= weight or (len(domestic) == 1 and (ours or _meet(own, best, sentences))):
            best = own
    return first[best]


def _are_alike(weights: Sequence[int]) -> bool:
    """Whether several towns at home weigh so much alike that none of them is whose page it is."""
    ranked = sorted(weights, reverse=True)
    return len(ranked) >= _SEVERAL and ranked[0] <= _HALF * ranked[_SEVERAL - 1]


def _is_headed(sentence: Sentence, city: City) -> bool:
    """ "Meerbusch: three twin towns": whether a headline opens with a city and a colon, as news of its own does."""
    if sentence.part is not Part.TITLE or not sentence.cities or sentence.cities[0].place.id != city.place.id:
        return False
    own, row = sentence.cities[0], sentence.row
    return own.first == sentence.first and own.stop < sentence.stop and ":" in row.gaps[own.stop]


def _is_item(sentence: Sentence, city: City) -> bool:
    """Whether an item of a list begins with a city, as with one of several partners."""
    return city.first == sentence.first and opens_item(sentence)


def _meet(one: str, other: str, sentences: Sequence[Sentence]) -> bool:
    """Whether some sentence names both cities: one of a list or an aside is not at home."""
    named = ({city.place.id for city in sentence.cities} for sentence in sentences)
    return any({one, other} <= ids for ids in named)


def _is_called_partner(sentence: Sentence, city: City) -> bool:
    """ "Sister city X": whose page calls a city so is not the city's own; with an ending, X may have that sister."""
    row = sentence.row
    if not row.tells_names or row.gaps[city.first] != " " or row.words[city.first] > _LATIN:
        return False
    return any(
        hit.stop == city.first and hit.mask & BITS["sister"] for hit in sentence.within(city.first - 3, city.first)
    )


def _is_dateline(sentence: Sentence, city: City) -> bool:
    """ "NORFOLK, Va. — In …", "Mannheim. Einstimmig …"."""
    row = sentence.row
    if city.after >= sentence.stop:
        return city.after - sentence.first <= 4
    gap = row.gaps[city.after]
    if row.gaps[city.first].endswith("(") and "," in gap:
        # "(Lyon, 4 May 2012) …".
        return True
    if any(sign in gap for sign in "-–—(:|"):
        return True
    gaps = (row.gaps[at] for at in range(city.after, min(city.after + 4, sentence.stop)))
    return any(sign in gap for gap in gaps for sign in ("—", "–", " - "))


def _main(sentences: Sequence[Sentence], home: City | None) -> Pair | None:
    """The pair that the article names together most beside a tie."""
    votes: Counter[frozenset[str]] = Counter()
    seen: dict[frozenset[str], Pair] = {}
    for sentence in sentences:
        cities = distinct(sentence.cities)
        if not cities or not sentence.has(ANY_TIE | CITIES | mask_of("delegation", "visit")):
            continue
        support = 1 + 2 * sentence.has(ANY_TIE) + 2 * sentence.has(TIED)
        ours = home is not None and (sentence.has(BITS["this_city"]) or _is_led(cities[0], sentence))
        for pair in _possible(cities, home, ours=ours):
            key = frozenset((pair[0].place.id, pair[1].place.id))
            if home and home.place.id not in key and not sentence.has(TIED):
                continue
            abroad = pair[0].place.country != pair[1].place.country
            if len(key) < 2 or not (abroad or sentence.has(TIED)):
                continue
            votes[key] += (
                support * (1 + (len(cities) == 2 and not ours)) + abroad + (sentence.part in (Part.TITLE, Part.LEAD))
            )
            if home and home.place.id not in key:
                votes[key] -= 4
            seen.setdefault(key, pair)
    best = max(votes, key=lambda key: votes[key], default=None)
    return seen[best] if best is not None and votes[best] > 0 else None


def _is_led(city: City, sentence: Sentence) -> bool:
    """ "Ties with X and Y": whether a small word leads the first city of a sentence in as somebody's partner."""
    return bool(sentence.masked(max(sentence.first, city.first - _LED_IN), city.first) & BITS["with"])


def _possible(cities: Sequence[City], home: City | None, *, ours: bool) -> list[Pair]:
    """The pairs that cities named together may be; ``ours``: a word for our own city stands beside them."""
    if len(cities) == 2 and (not ours or any(home is not None and city.place.id == home.place.id for city in cities)):
        return [(cities[0], cities[1])]
    if home is None:
        return []
    return [(home, city) for city in cities if city.place.id != home.place.id]


def distinct(cities: Sequence[City]) -> list[City]:
    """Each city once, in order."""
    first: dict[str, City] = {}
    for city in cities:
        first.setdefault(city.place.id, city)
    return list(first.values())
