"""Articles that carry one another's text are found when they come in: a link between the two is an entry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TypeVar

from django.db.models import Q

from peyvand.core.ledger.copies import Copy
from peyvand.core.ledger.words import SourceKind
from peyvand.core.text import Part, divide, fold
from peyvand.core.text.likeness import ALIKE, likeness
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.loader import LexiconFault
from peyvand.records.ledger.drafts import Draft, copy_draft
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.register.identity import Pair, pair_of

_T = TypeVar("_T")
# What was printed later than this repeats a form of words rather than a report.
_NEAR = timedelta(days=31)
_OWN_WORDS = frozenset({Part.LEAD, Part.BODY})
# Below the number of variables that SQLite takes.
_AT_ONCE = 250


def links(captures: Collection[str]) -> list[Draft]:
    """Links between these articles and any that speaks of the same pair of places near the same day, or of which no day
    is known. Whatever comes in first, the same articles are linked."""
    ours = _articles(captures)
    if not ours:
        return []
    pairs = sorted({pair_of((one, other)) for one, others in _beside(ours).items() for other in others})
    read = _Reading(_articles({capture for pair in pairs for capture in pair}, _near_to(ours.values())) | ours)
    return [copy_draft(copy) for pair in pairs if (copy := read.compared(pair))]


class _Reading:
    """Articles and their own words, each cut out of its page once."""

    def __init__(self, sources: dict[str, Source]) -> None:
        self._sources = sources
        self._words: dict[str, Sequence[str]] = {}

    def compared(self, pair: Pair) -> Copy | None:
        if not all(capture in self._sources for capture in pair) or not self._near(pair):
            return None
        like = likeness(self._own_words(pair[0]), self._own_words(pair[1]))
        return Copy(captures=pair, likeness=round(100 * like)) if like >= ALIKE else None

    def _near(self, pair: Pair) -> bool:
        first, second = (self._sources[capture].published for capture in pair)
        return first is None or second is None or abs(first - second) <= _NEAR

    def _own_words(self, capture: str) -> Sequence[str]:
        if capture not in self._words:
            source = self._sources[capture]
            self._words[capture] = own_words(source.text, source.language)
        return self._words[capture]


def own_words(text: str, language: str) -> list[str]:
    """The words of an article's lead and body; of the whole page where nobody knows the furniture of its language."""
    folded = fold(text)
    try:
        parts = divide(folded, furniture_words(language or "fa")).parts
    except LexiconFault:
        return folded.text.split()
    return [word for part, span in parts if part in _OWN_WORDS for word in span.of(folded.text).split()]


def _near_to(sources: Iterable[Source]) -> Q:
    """Those that came out near one of these, or of which that cannot be known."""
    days = [source.published for source in sources]
    known = [day for day in days if day]
    if len(known) < len(days):
        return Q()
    return Q(published=None) | Q(published__range=(min(known) - _NEAR, max(known) + _NEAR))


def _articles(captures: Collection[str], near: Q | None = None) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for some in _some(sorted(captures)):
        articles = Source.objects.filter(near or Q(), capture__in=some, kind=SourceKind.ARTICLE)
        found |= {one.capture: one for one in articles.only("capture", "text", "language", "published")}
    return found


def _beside(captures: Collection[str]) -> dict[str, set[str]]:
    """For each of these sources, the others that something on the same pair of places was read in."""
    own = _pairs_of(Entry.objects.filter(kind=Kind.STATEMENT, subject__in=list(captures)).values_list("key", "subject"))
    speaking = _sources_on({pair for pairs in own.values() for pair in pairs})
    return {
        capture: {other for pair in pairs for other in speaking[pair]} - {capture} for capture, pairs in own.items()
    }


def _pairs_of(statements: Iterable[tuple[str, str]]) -> dict[str, set[Pair]]:
    captures = dict(statements)
    pairs: dict[str, set[Pair]] = defaultdict(set)
    for some in _some(list(captures)):
        resolved = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=some)
        for key, first, second in resolved.values_list("subject", "place_a", "place_b"):
            pairs[captures[key]].add(pair_of((first, second)))
    return pairs


def _sources_on(pairs: Collection[Pair]) -> dict[Pair, set[str]]:
    speaking: dict[Pair, set[str]] = defaultdict(set)
    for some in _some(sorted(pairs)):
        named = Q(pk__in=[])
        for first, second in some:
            named |= Q(place_a=first, place_b=second) | Q(place_a=second, place_b=first)
        resolved = Entry.objects.filter(named, kind=Kind.RESOLUTION).values_list("subject", "place_a", "place_b")
        on = {key: pair_of((first, second)) for key, first, second in resolved}
        for keys in _some(list(on)):
            said = Entry.objects.filter(kind=Kind.STATEMENT, key__in=keys).values_list("key", "subject")
            for key, capture in said:
                speaking[on[key]].add(capture)
    return speaking


def _some(items: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
