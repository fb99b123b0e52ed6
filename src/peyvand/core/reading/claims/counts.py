"""Claims on how many sister cities a city has: «شانزدهمین خواهرخوانده», «با هشت شهر پیمان دارد»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import NamedTuple

from peyvand.core.gazetteer import Level, Place, PlaceMention
from peyvand.core.gazetteer import Role as Standing
from peyvand.core.reading.claims.count_claims import Claim, ClaimReader
from peyvand.core.reading.claims.count_words import CountWords, Noun
from peyvand.core.reading.model import Count, Evidence
from peyvand.core.reading.numbers import Number, numbers_in
from peyvand.core.reading.wordline import WordLine, parted_by, word_line
from peyvand.core.text import Folded, Span
from peyvand.core.text.value import value

# Words between a number's noun and the city that has it: «خواهرخوانده شهر تاریخی …».
_NEAR = 3
# Words before and after a number that may have to do with it.
_REACH = 60
# A quotation does not begin more words before the number.
_TELLING = 12
_BREAKS = frozenset("؛;:")
_COMMAS = frozenset("،,")


# A number with the index of its first word.
_Numbered = tuple[int, Number]


@value()
class _Town:
    first: int
    stop: int
    place: Place
    aside: bool
    office: bool


def find_counts(
    folded: Folded,
    words: CountWords,
    places: Sequence[PlaceMention],
    spans: Sequence[Span],
    home: Place | None = None,
    focus: Place | None = None,
) -> tuple[Count, ...]:
    """The claims in some folded spans, in the order of the text; a claim that is repeated is given once.

    ``home`` is the city whose office writes («ما», «این شهر»), ``focus`` the partner that the text is about: they
    stand in where a sentence names none. Votes, sessions, national totals and bonds of institutions are no claims.
    """
    line = word_line(folded.text)
    reader = _Reader(folded, line, words, places, _Cities(home, focus))
    found: dict[tuple[str, int, str], Count] = {}
    for sentence, numbers in _telling(line, words, spans):
        for count in reader.read(sentence, numbers):
            key = (count.city.id, count.n, count.kind)
            kept = found.get(key)
            if kept is None or (kept.partner is None and count.partner is not None):
                found[key] = count
    return tuple(sorted(found.values(), key=lambda count: count.evidence.span))


def _telling(line: WordLine, words: CountWords, spans: Sequence[Span]) -> Iterator[tuple[range, Sequence[_Numbered]]]:
    """The sentences that may hold a claim, with their numbers: they name what is counted, or an amount.

    There are none where pacts are not said to be of cities.
    """
    sentences = line.sentences(spans)
    page = range(sentences[0].start, sentences[-1].stop) if sentences else range(0)
    nouns = {first: noun for noun, first, _ in words.nouns.all(line, page)}
    if Noun.SISTER not in nouns.values() and Noun.BOND not in nouns.values():
        return
    said = line.words[page.start : page.stop]
    amounts = () if words.amounts.isdisjoint(said) else compress(page, map(words.amounts.__contains__, said))
    marked = sorted({*nouns, *amounts, *words.kin.starts(line, page)})
    told = [(sentence, marks) for sentence, marks in parted_by(marked, sentences) if marks]
    if all(nouns.get(at, Noun.PACT) is Noun.PACT for _, marks in told for at in marks):
        return
    for sentence, _ in told:
        if numbers := numbers_in(line, sentence, words.numbers):
            yield sentence, numbers


class _Cities(NamedTuple):
    home: Place | None
    focus: Place | None


class _Reader:
    def __init__(
        self, folded: Folded, line: WordLine, words: CountWords, places: Sequence[PlaceMention], cities: _Cities
    ) -> None:
        self._folded, self._line, self._words, self._cities = folded, line, words, cities
        self._places = places
        self._claims = ClaimReader(line, words, pacts=True)

    def read(self, clause: range, numbers: Sequence[_Numbered]) -> Iterator[Count]:
        """The counts of one sentence that has some numbers."""
        last: Place | None = None
        for place, (at, number) in enumerate(numbers):
            kind = "ordinal" if number.ordinal else "total"
            near = range(max(clause.start, at - _REACH), min(clause.stop, at + _REACH))
            claim = self._claims.ordinal(at, number, near) if number.ordinal else self._claims.total(at, number, near)
            if claim is None or number.value < 1:
                continue
            towns = self._towns_in(near)
            if self._is_of_institutions(claim, near, towns):
                continue
            count = self._count(kind, number, claim, near, towns, last)
            if count:
                last = count.city if kind == "total" else last
                if kind == "total":
                    yield from self._listed(numbers[: place + 1], towns)
                yield count

    def _listed(self, numbers: Sequence[_Numbered], towns: Sequence[_Town]) -> Iterator[Count]:
        """«ابهر با ۲۲ شهر، اوش با ۱۶ و گرگان با نه شهر …»: the numbers that share the words behind the last one."""
        line, words = self._line, self._words
        following = self._listed_town(numbers[-1][0], towns)
        for at, number in reversed(numbers[:-1]):
            stop = number.stop + (line.word(number.stop) in words.city)
            joined = line.word(stop) == words.and_word
            town = self._listed_town(at, towns)
            if following is None or town is None or number.ordinal or stop + joined != following.first:
                return
            if not joined and line.sign(stop) not in _COMMAS:
                return
            span = line.span(town.first, stop)
            evidence = Evidence(self._folded.back(span), self._folded.quote(span))
            yield Count(city=town.place, n=number.value, kind="total", evidence=evidence)
            following = town

    def _listed_town(self, at: int, towns: Sequence[_Town]) -> _Town | None:
        """The city right before a number: «ابهر نیز با ۹»; it begins with «شهر» where that is said."""
        line, words = self._line, self._words
        at -= line.word(at - 1) == words.with_word
        at -= line.word(at - 1) in words.also
        town = next((town for town in towns if town.stop == at), None)
        if town is None or not line.is_soft(town.first) or line.word(town.first - 1) not in words.city:
            return town
        return replace(town, first=town.first - 1)

    def _count(
        self, kind: str, number: Number, claim: Claim, clause: range, towns: Sequence[_Town], last: Place | None
    ) -> Count | None:
        owner = self._owner(kind, claim, clause, towns, last)
        if owner is None:
            return None
        city, first, stop = owner
        partner = self._partner(claim, towns, city) if kind == "ordinal" else None
        first = min(claim.first, first, self._partner_at(claim, towns, partner))
        if claim.first - first > _TELLING:
            first = claim.first
        span = self._line.span(first, self._claims.closed(max(claim.stop, stop)))
        evidence = Evidence(self._folded.back(span), self._folded.quote(span))
        return Count(city=city, n=number.value, kind=kind, evidence=evidence, partner=partner)

    def _owner(
        self, kind: str, claim: Claim, clause: range, towns: Sequence[_Town], last: Place | None
    ) -> tuple[Place, int, int] | None:
        """The city that has the number, and the words from which to which the claim then goes."""
        if claim.them:
            return (last, claim.first, claim.stop) if last else None
        if named := self._named(claim, towns):
            return named.place, claim.first, max(named.stop, claim.stop)
        if claim.named:
            return None
        if kind == "ordinal" and not claim.own:
            return self._unnamed(claim, towns) if claim.implied or claim.ours else None
        return self._subject(claim, clause, towns)

    def _named(self, claim: Claim, towns: Sequence[_Town]) -> _Town | None:
        """The city that is named right after the claim's noun."""
        line = self._line
        if claim.inside:
            inner = [town for town in towns if claim.first <= town.first < claim.stop]
            owners = [town for town in inner if not town.aside] or [
                town for town in inner if line.word(town.first - 1) == self._words.with_word
            ]
            return owners[-1] if owners else None
        for town in towns:
            between = range(claim.owner, town.first + 1)
            if 0 <= town.first - claim.owner <= _NEAR and all(line.is_soft(at) for at in between):
                plain = all(line.word(at) in self._words.city | self._words.fillers for at in between[:-1])
                return town if plain and line.word(town.first - 1) not in self._words.region_links else None
        return None

    def _unnamed(self, claim: Claim, towns: Sequence[_Town]) -> tuple[Place, int, int] | None:
        """«پنجمین خواهرخوانده ما», «پنجمین خواهرخوانده این شهر»: the home city, unless it is the one that joins."""
        home = self._cities.home
        near = [town for town in towns if town.stop <= claim.first and not town.aside]
        if home is None or (near and near[-1].place.id == home.id):
            return None
        return home, claim.first, claim.stop

    def _subject(self, claim: Claim, clause: range, towns: Sequence[_Town]) -> tuple[Place, int, int] | None:
        """The city that a sentence speaks of before it gives a number."""
        before = [town for town in towns if town.stop <= claim.first]
        subject = next((town for town in reversed(before) if not town.aside), None)
        start = subject.stop if subject else clause.start
        if self._is_general(start, claim.first) or self._is_general_after(claim):
            return None
        if self._says_ours(start, claim):
            speaker = next((town for town in reversed(before) if town.office), None)
            place = speaker.place if speaker else self._cities.home
            return (place, claim.first, claim.stop) if place else None
        if subject:
            town = self._capital(subject) if subject.place.level is Level.COUNTRY else subject
            return (town.place, town.first, claim.stop) if town else None
        if self._cities.home is None or not claim.implied:
            return None
        here = next((at for at in clause if at < claim.first and self._words.this_city.at(self._line, at)), claim.first)
        return self._cities.home, here, claim.stop

    def _capital(self, country: _Town) -> _Town | None:
        """«پایتخت ترکیه»: the only city of that country that the text names."""
        if self._line.word(country.first - 1) not in self._words.capital:
            return None
        places = [mention.place for mention in self._places if mention.place is not None]
        named = {place for place in places if place.level is Level.CITY and place.country == country.place.country}
        return replace(country, first=country.first - 1, place=named.pop()) if len(named) == 1 else None

    def _says_ours(self, start: int, claim: Claim) -> bool:
        return any(self._words.ours.at(self._line, at) for at in range(start, claim.first))

    def _is_general(self, start: int, stop: int) -> bool:
        """«شهرهای ایران با …», «شهری که …»: nobody's number in particular."""
        line, words = self._line, self._words
        return any(words.any_city.at(line, at) or words.cities_of.at(line, at) for at in range(start, stop))

    def _is_general_after(self, claim: Claim) -> bool:
        """«۲۶ شهر ایران خواهرخوانده دارند»: a number of cities that have sisters."""
        line, words = self._line, self._words
        if line.word(claim.first) == words.with_word:
            return False
        claimed = range(claim.first, claim.stop)
        return any(line.word(at - 1) in words.city and line.word(at) in words.whole for at in claimed[1:])

    def _partner(self, claim: Claim, towns: Sequence[_Town], city: Place) -> Place | None:
        others = [town for town in towns if town.place.id != city.id and town.place.level is not Level.COUNTRY]
        before = [town for town in others if town.stop <= claim.first and not town.aside]
        if before and not claim.own:
            return before[-1].place
        after = [town for town in others if claim.stop <= town.first <= claim.stop + 2 * _NEAR]
        if after and not claim.own:
            return after[0].place
        focus = self._cities.focus
        return focus if focus and focus.id != city.id else None

    def _partner_at(self, claim: Claim, towns: Sequence[_Town], partner: Place | None) -> int:
        before = [town.first for town in towns if town.place == partner and town.stop <= claim.first]
        return before[-1] if before else claim.first

    def _towns_in(self, words: range) -> list[_Town]:
        """The known places in some words, each with whether it stands aside («با …», «پس از …»)."""
        starts, text = self._line.starts, self._folded.text
        first = starts[words.start]
        last = starts[words.stop] if words.stop < len(starts) else len(text)
        low = bisect_left(self._places, first, key=lambda mention: mention.span.start)
        towns: list[_Town] = []
        for mention in self._places[low:]:
            if mention.span.start >= last:
                break
            if mention.place is not None:
                towns.append(self._town(mention, mention.place, towns[-1] if towns else None))
        return towns

    def _town(self, mention: PlaceMention, place: Place, before: _Town | None) -> _Town:
        line, words = self._line, self._words
        first, stop = line.first(mention.span.start), line.first(mention.span.stop)
        aside = _is_aside(line, words, first)
        if before and line.word(first - 1) == words.and_word and before.stop == first - 1:
            aside = aside or before.aside
        return _Town(first, max(stop, first + 1), place, aside, mention.role is Standing.OFFICE)

    def _is_of_institutions(self, claim: Claim, clause: range, towns: Sequence[_Town]) -> bool:
        """Whether a claim is about universities, ports or firms, and no city is spoken of."""
        line, words = self._line, self._words
        start = claim.first
        while start > clause.start and line.sign(start) not in _BREAKS:
            start -= 1
        named = {at for town in towns for at in range(town.first, town.stop)}
        within = [at for at in range(start, claim.stop) if at not in named]
        if not any(words.institutions.at(line, at) for at in within):
            return False
        return not any(line.word(at) in words.city for at in within)


def _is_aside(line: WordLine, words: CountWords, first: int) -> bool:
    start = first
    while (
        start > 0
        and line.is_soft(start)
        and (line.word(start - 1) in words.city or words.cities_of.at(line, start - 1))
    ):
        start -= 1
    return any(
        (found := words.aside.at(line, at)) is not None and found[1] == start and line.is_soft(start)
        for at in range(max(0, start - 3), start)
    )
