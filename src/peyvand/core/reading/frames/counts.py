"""How many sister cities a city is said to have: "the fifth sister city of …", "has 13 sister cities"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peyvand.core.calendar import CalendarWords, Word
from peyvand.core.gazetteer import Place
from peyvand.core.reading.frames.cast import Cast, distinct
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.labels import BITS, IN
from peyvand.core.reading.frames.line import Sentence
from peyvand.core.reading.frames.row import Hit, Row
from peyvand.core.reading.frames.words import FrameLexicon, mask_of
from peyvand.core.reading.model import Count, Evidence
from peyvand.core.text import Folded

_REACH, _MOST = 4, 400
# How far from the word for sister city the word for number stands (words), and how far behind the number itself.
_BESIDE, _BEHIND = 3, 8
# "The first sister city" is mostly the first of a country or a kind.
_FIRST = 2


def find_counts(sentences: Iterable[Sentence], cast: Cast, words: FrameLexicon, folded: Folded) -> tuple[Count, ...]:
    """Every claim once, in order."""
    found: dict[tuple[str, int, str], Count] = {}
    for sentence in sentences:
        for count in _counts(sentence, cast, words, folded):
            found.setdefault((count.city.id, count.n, count.kind), count)
    return tuple(found.values())


def _counts(sentence: Sentence, cast: Cast, words: FrameLexicon, folded: Folded) -> Iterator[Count]:
    for hit in sentence.hits:
        if not hit.mask & mask_of("sister"):
            continue
        if listed := _listed(hit, sentence, words):
            for named, n in listed:
                span = folded.back(sentence.row.span(named.first, named.stop + 1))
                yield Count(city=named.place, n=n, kind="total", evidence=Evidence(span, span.of(folded.page)))
            continue
        number = _number(hit, sentence, words) or _reached(hit, sentence, words)
        if number is None:
            continue
        at, n, kind = number
        city, partner = _parties(sentence, hit, kind, cast, words)
        if city is not None:
            span = folded.back(sentence.row.span(min(at, hit.first), max(at + 1, hit.stop)))
            yield Count(city=city, n=n, kind=kind, evidence=Evidence(span, span.of(folded.page)), partner=partner)


def _number(hit: Hit, sentence: Sentence, words: FrameLexicon) -> tuple[int, int, str] | None:
    """The number before a word for sister city, with its word and kind."""
    row = sentence.row
    for at in range(hit.first - 1, max(sentence.first - 1, hit.first - 1 - _REACH * words.reach), -1):
        if "\n" in row.gaps[at + 1] or any(sign in row.gaps[at + 1] for sign in ",;:()"):
            return None
        found = _value(row, at, words)
        if found:
            n, ordinal = found
            counted = _FIRST < n + ordinal <= _MOST and _is_of(sentence, at, hit, words)
            return (at, n, "ordinal" if ordinal else "total") if counted else None
        if any(other.mask & mask_of("with", "between", "and", "count_of") for other in sentence.within(at, at + 1)):
            return None
    return None


def _listed(hit: Hit, sentence: Sentence, words: FrameLexicon) -> list[tuple[City, int]]:
    """ "The number of sister cities: Bremen 12, Lyon 9": each city with the number right behind it."""
    if not _is_announced(hit, sentence):
        return []
    told = [(city, _value(sentence.row, city.stop, words)) for city in sentence.cities if city.stop < sentence.stop]
    found = [(city, value[0]) for city, value in told if value and not value[1] and 0 < value[0] <= _MOST]
    return found if len(found) > 1 else []


def _is_announced(hit: Hit, sentence: Sentence) -> bool:
    return bool(sentence.masked(hit.first - _BESIDE, hit.stop + _BESIDE) & BITS["number_of"])


def _reached(hit: Hit, sentence: Sentence, words: FrameLexicon) -> tuple[int, int, str] | None:
    """ "The number of sister cities rose from 11 to 12": the last number behind, where a word announces one."""
    if not _is_announced(hit, sentence):
        return None
    stop = min(sentence.clause(hit.first)[1], hit.stop + _BEHIND * words.reach)
    for at in range(stop - 1, hit.stop - 1, -1):
        found = _value(sentence.row, at, words)
        if found and not found[1] and 1 < found[0] <= _MOST and not _is_date(sentence, at):
            return at, found[0], "total"
    return None


def _is_date(sentence: Sentence, at: int) -> bool:
    return any(date.span.start <= sentence.row.starts[at] < date.span.stop for date in sentence.dates)


def _is_of(sentence: Sentence, at: int, hit: Hit, words: FrameLexicon) -> bool:
    """Whether the number counts the sister cities, and no years, days or members."""
    row = sentence.row
    dated = _is_date(sentence, at)
    tied = at + 1 < hit.first and row.gaps[at + 1] == "-" and row.words[at + 1] not in words.ordinal_signs
    return not (dated or tied or sentence.masked(at, hit.first) & (IN | mask_of("count_of", "two_cities")))


def _value(row: Row, at: int, words: FrameLexicon) -> tuple[int, bool] | None:
    """A number and whether it is an ordinal."""
    word = row.words[at]
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz") if word[:1].isdigit() else ""
    if digits.isdecimal() and len(digits) <= 3:
        behind = row.gaps[at + 1] if at + 1 < len(row) else ""
        before = row.words[at - 1] if at else ""
        ordinal = digits != word or behind.startswith(".") or before in words.ordinal_signs
        follower = row.words[at + 1] if at + 1 < len(row) else ""
        return int(digits), ordinal or (behind in ("-", "'", "") and follower in words.ordinal_signs)
    return _spelled(word, words.calendar)


def _spelled(word: str, calendar: CalendarWords) -> tuple[int, bool] | None:
    for rest, kind, value in calendar.entries.get(word, ()):
        if not rest and kind in (Word.CARDINAL, Word.ORDINAL) and value:
            # One by itself is an article in many languages.
            return None if value == 1 and kind is Word.CARDINAL else (value, kind is Word.ORDINAL)
    return None


def _parties(
    sentence: Sentence, hit: Hit, kind: str, cast: Cast, words: FrameLexicon
) -> tuple[Place | None, Place | None]:
    """The city that has them, and for an ordinal the one that gets the number."""
    cities = distinct(sentence.cities)
    home = cast.home.place if cast.home else None
    others = [city.place for city in cities if home is None or city.place.id != home.id]
    if kind == "total":
        return (_holder(cities, hit, home), None)
    behind = [city for city in cities if hit.stop <= city.first < hit.stop + _BESIDE]
    if len(behind) == 1 and len(cities) == 2:
        other = next(city.place for city in cities if city is not behind[0])
        # "Lyon is the fifth sister city of Bremen", "Bremen's fifth sister city Lyon".
        called = behind[0].first == hit.stop and not words.names.office_of_place
        return (other, behind[0].place) if called else (behind[0].place, other)
    partner = others[0] if len(others) == 1 else None
    if partner is None and cast.main is not None and home is not None:
        partner = next((city.place for city in cast.main if city.place.id != home.id), None)
    return home, partner


def _holder(cities: Sequence, hit: Hit, home: Place | None) -> Place | None:  # type: ignore[type-arg]
    """The city named before the number, else the one at home."""
    before = [city.place for city in cities if city.first < hit.first]
    if home is not None and any(place.id == home.id for place in before):
        return home
    return before[0] if len(before) == 1 else home
