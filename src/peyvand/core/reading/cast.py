"""Who an article is about: the city at home in it, and its partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peyvand.core.gazetteer import Level, Place, PlaceMention, Role
from peyvand.core.reading.parties import Party, city_unchosen, parties_of
from peyvand.core.reading.sentence import TIES, Sentence, is_row
from peyvand.core.text import Part

_CITY = Level.CITY
_INSTITUTION, _OFFICE_ROLE = Role.INSTITUTION, Role.OFFICE
_LEAD, _TITLE = Part.LEAD, Part.TITLE

Pair = tuple[Party, Party]

# Without one of these words an article has neither a pair nor cities that act, and gives no statement.
ACTING = (*TIES, "municipality", "guest", "two_cities")
_IN_TITLE, _IN_LEAD, _OFFICE, _DATELINE, _AT_HOME, _OPENS, _SPEAKS = 2, 1, 2, 4, 3, 3, 6
# So many words may stand before the name of the city whose mayor opens a lead.
_OPENING = 2


@dataclass(frozen=True, slots=True)
class Cast:
    """``home`` is the city whose news this is; ``main`` the pair that the article is about, if it names one.

    ``of_cities``: whether municipalities, or cities tied to one another, act in the article at all. ``mayors``: the
    cities of those whose folded family names alone may stand for them. ``listed``: cities told as the home city's
    partners in one sentence.
    """

    home: Party | None
    main: Pair | None
    of_cities: bool = True
    listed: tuple[Party, ...] = ()
    mayors: Mapping[str, Party] = field(default_factory=dict)


def cast_of(
    sentences: Sequence[Sentence],
    home_country: str,
    homes: Mapping[str, str],
    speaks_for: str | None = None,
    seat: Party | None = None,
) -> Cast:
    """The home city and the main pair of an article.

    ``homes`` are labels that tell of another country at home; ``speaks_for`` the place whose office publishes;
    ``seat`` the city that stands above the article as the page's own.
    """
    for label, country in homes.items():
        if any(sentence.has(label) for sentence in sentences):
            home_country = country
    home = _home(sentences, home_country, speaks_for, seat) or seat
    if seat is not None and home is not None and _is_meant_by(seat, home, sentences):
        home = seat
    main = _main(sentences, home) or _partner_by_weight(sentences, home)
    acting = main is not None or any(_acts_for_cities(sentence) for sentence in sentences)
    return Cast(home, main, acting, _listed(sentences, home))


def _home(sentences: Sequence[Sentence], home_country: str, speaks_for: str | None, seat: Party | None) -> Party | None:
    weights: Counter[str] = Counter()
    first: dict[str, Party] = {}
    for sentence in sentences:
        # A table names everybody's partners.
        for mention in () if is_row(sentence) else sentence.places:
            if mention.level is not _CITY or mention.role is _INSTITUTION:
                continue
            party = _as_party(mention, sentence)
            first.setdefault(party.place.id, party)
            weights[party.place.id] += _weight(mention, party, sentence, home_country)
    if speaks_for in first:
        weights[speaks_for] += _SPEAKS
    if seat is not None and seat.place.id in first:
        weights[seat.place.id] += _SPEAKS * (2 if seat.is_office else 1)
    return first[max(first, key=lambda place: weights[place])] if first else None


def _is_meant_by(seat: Party, home: Party, sentences: Sequence[Sentence]) -> bool:
    """Whether the page's own city, which its article does not name, is at home: no other city's mayor of its country
    acts there, and the article says «we» or speaks of the mayor alone."""
    mentions = [place for sentence in sentences for place in sentence.places if place.place is not None]
    if seat.place.id == home.place.id or any(place.place == seat.place for place in mentions):
        return False
    acting = any(
        place.role is _OFFICE_ROLE and place.place is not None and place.place.country == seat.place.country
        for place in mentions
    )
    return not acting and any(sentence.has("municipality", "us", "council") for sentence in sentences)


def _weight(mention: PlaceMention, party: Party, sentence: Sentence, home_country: str) -> int:
    weight = 2 + _OFFICE * (mention.role is _OFFICE_ROLE)
    weight += _IN_TITLE * (sentence.part is _TITLE) + _IN_LEAD * (sentence.part is _LEAD)
    weight += _AT_HOME * (party.place.country == home_country)
    opens = party.first - sentence.words.start <= _OPENING and mention.role is _OFFICE_ROLE
    if opens and sentence.part is _LEAD and party.place.country == home_country:
        weight += _OPENS
    if party.first == sentence.words.start and sentence.line.sign(party.stop) in ("-", "–", "—"):
        weight += _DATELINE
    return weight


def _as_party(mention: PlaceMention, sentence: Sentence) -> Party:
    at = sentence.line.first(mention.span.start)
    place: Place = mention.place or city_unchosen(mention)
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
        if is_bond and sentence.part is not _TITLE and sentence.has("sister", "sister_city", "municipality"):
            ties |= parties.keys()
        if len(parties) < 2 or not is_bond:
            continue
        for pair in _possible(tuple(parties.values()), home):
            if pair[0].place.country == pair[1].place.country and not sentence.has("sister", "sister_city", "pact"):
                continue
            key = frozenset(party.place.id for party in pair)
            votes[key] += _support(sentence, pair, home) if len(parties) == 2 else 1
            seen.setdefault(key, pair)
            if sentence.part is not _TITLE:
                borne.add(key)
    supported = [key for key in votes if votes[key] > 0 and (key in borne or key & ties)]
    best = max(supported, key=lambda key: votes[key], default=None)
    return seen[best] if best is not None else None


def _listed(sentences: Sequence[Sentence], home: Party | None) -> tuple[Party, ...]:
    """The cities of a sentence «خواهرخوانده‌های الف ب و پ هستند»."""
    for sentence in sentences if home is not None else ():
        if sentence.part is _TITLE or not sentence.has("partners"):
            continue
        named = parties_of(sentence, sentence.words.start, sentence.words.stop)
        if len(named) > 2 and home is not None and any(party.place.id == home.place.id for party in named):
            return tuple(party for party in named if party.place.id != home.place.id)
    return ()


def _acts_for_cities(sentence: Sentence) -> bool:
    """Whether a municipality acts in a sentence, or a city is told to have sisters."""
    if sentence.has("municipality", "guest"):
        return True
    told = sentence.part is not _TITLE and sentence.has("sister", "sister_city") and not sentence.has("institution")
    return told and bool(parties_of(sentence, sentence.words.start, sentence.words.stop))


def _partner_by_weight(sentences: Sequence[Sentence], home: Party | None) -> Pair | None:
    """Where no sentence names both of «دو شهر» that are sisters: the home city, and the one most spoken of abroad."""
    body = [s for s in sentences if s.part is not _TITLE]
    sisters = [s for s in body if s.has("sister", "sister_city")]
    told = len(sisters) > 1 or any(_tells_of_city(s) for s in sisters)
    told = told and any(s.has("two_cities") for s in body)
    if home is None or not told:
        return None
    abroad: Counter[str] = Counter()
    first: dict[str, Party] = {}
    for sentence in sentences:
        for party in parties_of(sentence, sentence.words.start, sentence.words.stop):
            if party.place.country != home.place.country:
                first.setdefault(party.place.id, party)
                abroad[party.place.id] += 1
    return (home, first[max(first, key=lambda place: abroad[place])]) if first else None


def _tells_of_city(sentence: Sentence) -> bool:
    """Whether a sentence names a city or points to one: «خواهرخواندگی واژه‌ها» is of none."""
    if sentence.has("two_cities", "this_city", "that_city", "municipality"):
        return True
    return bool(parties_of(sentence, sentence.words.start, sentence.words.stop))


def _possible(parties: Sequence[Party], home: Party | None) -> list[Pair]:
    """The pair of a sentence; of more cities, the home city with each of the others."""
    if len(parties) == 2:
        return [(parties[0], parties[1])]
    own = next((party for party in parties if home is not None and party.place.id == home.place.id), None)
    return [(own, party) for party in parties if party is not own] if own is not None else []


def _speaks_of_cities(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a tie or of municipalities, and not of universities or provinces."""
    if sentence.has("unrelated") or sentence.counts_cities:
        return False
    if sentence.has("conference") and sentence.has("travel", "purpose") and not sentence.has(*TIES):
        return False
    if sentence.has("institution", "provinces") and not sentence.has("municipality", "city", "council"):
        return False
    return sentence.has(*TIES, "municipality", "two_cities")


def _support(sentence: Sentence, pair: Pair, home: Party | None) -> int:
    support = 2 * sentence.has(*TIES) + sentence.has("municipality", "two_cities")
    if home is not None and all(party.place.id != home.place.id for party in pair):
        support -= 5
    support += pair[0].place.country != pair[1].place.country
    return support + 2 * (sentence.part in (_TITLE, _LEAD))
