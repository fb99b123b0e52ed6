"""Cities that may be parties to a step, and the lists in which they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from peyvand.core.calendar import DateKind
from peyvand.core.gazetteer import Level, Place, PlaceMention, Role
from peyvand.core.reading.sentence import TIES, Sentence
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text import Span
from peyvand.core.text.value import value

_CITY = Level.CITY
_INSTITUTION, _OFFICE = Role.INSTITUTION, Role.OFFICE

# With these labels, a word is not the city that bears its name («بوستان»).
_WORDS = (*TIES, "vote", "sign", "landmark", "festival", "persons")
_NAME_REACH = 4
_WEEKDAYS = (DateKind.WEEKDAY, DateKind.RELATIVE_WEEKDAY)


@value()
class Party:
    """A city as the text names it: words ``first`` to ``stop - 1`` of the line."""

    place: Place
    span: Span
    first: int
    stop: int
    is_office: bool = False
    # Only its university, hospital or the like is named.
    is_hosted: bool = False


@value()
class Group:
    """Cities that are named in one list, and the labels of the small words before it («میان», «با»)."""

    parties: tuple[Party, ...]
    lead: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """The places' ids."""
        return ids(self.parties)


def parties_of(sentence: Sentence, first: int, stop: int, *, hosts: bool = False) -> tuple[Party, ...]:
    """The cities in words ``first`` to ``stop - 1`` that may act: no province, university, embassy's seat or stop.

    ``hosts``: a city counts also where only its university or hospital is named, as for an exchange.
    """
    if not sentence.places:
        return ()
    found = _all_parties(sentence)
    return tuple([p for p in found if first <= p.first < stop and (hosts or not p.is_hosted)]) if found else ()


@lru_cache(maxsize=64)
def _all_parties(sentence: Sentence) -> tuple[Party, ...]:
    """Every city of a sentence that may be a party; kept for a while, since it is asked for with every step."""
    cities = [(_party(mention, sentence), mention) for mention in sentence.places if mention.level is _CITY]
    fitting = [
        party
        for party, mention in cities
        if not (_is_word(party, mention, sentence) or _is_aside(party, sentence) or _is_first_name(party, sentence))
    ]
    left_out = {later.span for earlier, later in pairwise(fitting) if _is_whole(earlier, later, sentence)}
    for earlier, later in pairwise(fitting) if sentence.has("like") else ():
        if _is_compared(earlier, later, sentence) or (
            earlier.span in left_out and _are_listed(earlier, later, sentence)
        ):
            left_out.add(later.span)
    return tuple(party for party in fitting if party.span not in left_out)


def _is_compared(one: Party, other: Party, sentence: Sentence) -> bool:
    """«الف مانند ب»: the second is only what the first is like."""
    between = sentence.between(one.stop, other.first)
    return len(between) == 1 and between[0].has("like") and other.first - one.stop == between[0].stop - between[0].first


def _is_whole(part: Party, whole: Party, sentence: Sentence) -> bool:
    """«شهرداری کادیکوی استانبول»: the second only says where the first lies."""
    if part.stop != whole.first or not sentence.line.is_soft(whole.first) or part.place.id == whole.place.id:
        return False
    if part.place.country not in ("", whole.place.country):
        return False
    return part.is_office or any(
        atom.stop == part.first and atom.has("municipality", "city") for atom in sentence.atoms
    )


def _is_word(party: Party, mention: PlaceMention, sentence: Sentence) -> bool:
    """Whether the name is a word of the matter here («سند»), or part of a date («بهار امسال»)."""
    # A weekday that is a city's name has been weighed where places are found.
    if any(date.span.meets(mention.span) and date.kind not in _WEEKDAYS for date in sentence.dates):
        return True
    return any(atom.first <= party.first < atom.stop and atom.has(*_WORDS) for atom in sentence.atoms)


def _is_first_name(party: Party, sentence: Sentence) -> bool:
    """«آیدین رحمانی، شهردار …»: a word that is no city's follows, then a comma and an office."""
    line = sentence.line
    stops = range(party.stop + 1, min(party.stop + _NAME_REACH, sentence.words.stop))
    end = next((at for at in stops if not line.is_soft(at)), None)
    if end is None or line.sign(end) != "،" or not line.is_soft(party.stop):
        return False
    regions = (place for place in sentence.places if place.level is not _CITY)
    named = any(party.stop <= line.first(place.span.start) < end for place in regions)
    if named or any(party.stop <= atom.first < end for atom in sentence.atoms):
        return False
    return any(atom.first == end and atom.has("municipality", "province") for atom in sentence.atoms)


def _party(mention: PlaceMention, sentence: Sentence) -> Party:
    line = sentence.line
    first = line.first(mention.span.start)
    if first > 0 and line.stops[first - 1] > mention.span.start:
        first -= 1
    place = mention.place or city_unchosen(mention)
    stop = max(first + 1, line.first(mention.span.stop))
    return Party(
        place, mention.span, first, stop,
        is_office=mention.role is _OFFICE, is_hosted=mention.role is _INSTITUTION,
    )  # fmt: skip


def city_unchosen(mention: PlaceMention) -> Place:
    """A city that nobody has chosen: under the name that all it can be by its sound share, and in their country."""
    place = unknown_place(mention.name)
    if not mention.reason.startswith("sound") or len({one.country for one in mention.candidates}) != 1:
        return place
    names = {one.name for one in mention.candidates}
    return replace(place, name=min(names) if len(names) == 1 else place.name, country=mention.candidates[0].country)


def ids(parties: Iterable[Party]) -> frozenset[str]:
    """The ids of the places of some cities."""
    return frozenset(party.place.id for party in parties)


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each city once, where it is named first."""
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.place.id, party)
    return tuple(seen.values())


def unknown_place(name: str) -> Place:
    """A city that the gazetteer lacks, by its own name, for a person to look at."""
    return Place(id=f"local:{name}", name=name, country="")


def _is_aside(party: Party, sentence: Sentence) -> bool:
    """Whether the city is only a seat, a dateline, a stop on the way or the end of a flight."""
    if party.first == sentence.words.start and sentence.line.sign(party.stop) in ("-", "–", "—", "/"):
        # A row of a list has no predicate.
        return bool(sentence.verbs)
    before = [atom for atom in sentence.between(max(sentence.words.start, party.first - 6), party.first) if atom.labels]
    for atom in reversed(before):
        if any(sentence.line.sign(at) for at in range(atom.stop, party.first + 1) if not sentence.line.soft[at]):
            return False
        distance = party.first - atom.stop
        if atom.has("municipality", "delegation", "to", "with", "between"):
            return False
        if atom.has("envoy") and distance <= 3:
            return True
        if atom.has("media", "province") and distance <= 2:
            # A governor of a city («فرماندار …») speaks for it.
            return not party.is_office
        if atom.has("institution") and distance <= 2:
            return not party.is_hosted
        if atom.has("transit") and distance <= 3:
            return True
        if atom.has("talk", "travel", "sister", "pact"):
            return False
    return False


def groups_of(parties: Sequence[Party], sentence: Sentence) -> tuple[Group, ...]:
    """The parties put together where they stand in one list."""
    groups: list[list[Party]] = []
    for party in parties:
        if groups and _are_listed(groups[-1][-1], party, sentence):
            groups[-1].append(party)
        else:
            groups.append([party])
    return tuple(_group(members, sentence) for members in groups)


def _group(members: Sequence[Party], sentence: Sentence) -> Group:
    return Group(distinct(members), _lead(members[0], sentence))


def _lead(party: Party, sentence: Sentence) -> frozenset[str]:
    """Labels of the words right before a list, up to three words back."""
    found: set[str] = set()
    last = max((other.first for other in _all_parties(sentence) if other.first < party.first), default=-1)
    for atom in reversed(sentence.between(max(sentence.words.start, party.first - 6), party.first)):
        if atom.verb is not None or atom.stop <= last:
            break
        found |= atom.labels
        if atom.has("between") and sentence.has_between(atom.first - 1, atom.first, "from"):
            # «از میان شهرهای …»
            found.discard("between")
        if atom.has("with", "between", "from", "to", "in"):
            break
    return frozenset(found)


def _are_listed(earlier: Party, later: Party, sentence: Sentence) -> bool:
    """Whether only commas, «و», countries, and words for cities stand between two names."""
    if later.first - earlier.stop > 9:
        return False
    covered = set(_covered(sentence, earlier.stop, later.first))
    words = range(earlier.stop, later.first)
    if sentence.has_hard_stop(earlier.stop, later.first):
        return False
    joined = any(sentence.line.sign(at) in ("،", ",") for at in range(earlier.stop, later.first + 1))
    joined = joined or sentence.has_between(earlier.stop, later.first, "and")
    return joined and all(at in covered for at in words)


def _covered(sentence: Sentence, first: int, stop: int) -> Iterator[int]:
    for atom in sentence.between(first, stop):
        if _joins(atom):
            yield from range(atom.first, atom.stop)
    for date in sentence.dates:
        # «با ب در سال ۱۳۷۹، پ در سال ۱۳۸۳ و ت …»
        yield from sentence.line.inside(date.span)
    for mention in sentence.places:
        if mention.level is not _CITY:
            at = sentence.line.first(mention.span.start)
            yield from range(at, max(at + 1, sentence.line.first(mention.span.stop)))


def _joins(atom: Atom) -> bool:
    return atom.verb is None and atom.has(
        "and", "city", "list_word", "to", "in", "from", "province", "municipality", "that"
    )
