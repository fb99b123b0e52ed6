"""Cities that a page names again: without the words that told them, by letters, short, or whole."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from peyvand.core.gazetteer import Place
from peyvand.core.gazetteer.names import Script
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.hearing import Hearing
from peyvand.core.reading.frames.row import cut_words
from peyvand.core.text import fold_words

# A first word that may stand for a whole name has so many letters.
_SHORTEST_SHORT = 5
# Words between a city and the letters that stand for it, and how many letters.
_TITLE, _INITIALS = 3, 5


class Again(Hearing):
    """Knows the names that a page has told to be cities."""

    def _repeated(self, known: Mapping[str, Place], seen: Container[int]) -> Iterator[City]:
        """Names that a page told to be towns, where they stand again without the words that told it."""
        names = {tuple(cut_words(name)): place for name, place in known.items()}
        starts = {name[0] for name in names}
        lengths = sorted(map(len, names), reverse=True)
        for at, word in enumerate(self.row.words):
            bare = next((form for form in (word, *self._without_small(word)) if form in starts), None)
            if bare is None or at in seen:
                continue
            for length in lengths:
                place = names.get((bare, *self.row.words[at + 1 : at + length]))
                if place and all(self.row.soft[at + 1 : at + length]):
                    yield City(at, at + length, place, "", self._headed(at), at + length, self._is_joined(at))
                    break

    def _without_small(self, word: str) -> Iterator[str]:
        """A word without small words written on to it."""
        return (word[len(small) :] for small in self.words.prefixes if word.startswith(small))

    def _by_initials(self, cities: Sequence[City]) -> Iterator[City]:
        """ "Kathmandu Metropolitan City (KMC)": the city wherever the letters that the page gives it stand."""
        if not self.words.capitals:
            return
        known: dict[str, City] = {}
        for at in range(1, len(self.row) - 1):
            if self.row.gaps[at].endswith("(") and self.row.gaps[at + 1].startswith(")") and self._are_initials(at):
                before = [city for city in cities if 0 <= at - city.stop <= _TITLE]
                if before and self.row.words[before[-1].first][0] == self.row.words[at][0]:
                    known[self.row.words[at]] = before[-1]
        passed = {at for at in range(1, len(self.row)) if self.row.gaps[at].endswith("(")} | {
            city.first for city in cities
        }
        for at, word in enumerate(self.row.words):
            if word in known and at not in passed and self._are_initials(at):
                yield City(at, at + 1, known[word].place, "", True, at + 1)

    def _are_initials(self, at: int) -> bool:
        span = self.row.span(at, at + 1)
        return 1 < span.stop - span.start <= _INITIALS and self.folded.quote(span).isupper()

    def _short_names(self, places: Iterable[Place]) -> dict[str, Place]:
        """Names by which a page calls a town again: the first word of a longer one, if it is long and no other's."""
        found: dict[str, set[Place]] = {}
        for place in places:
            first, *others = cut_words(fold_words(place.name))
            if others and len(first) >= _SHORTEST_SHORT and self.words.script is Script.LATIN:
                found.setdefault(first, set()).add(place)
        return {name: places.pop() for name, places in found.items() if len(places) == 1}

    def _lengthened(self, cities: Iterable[City]) -> Iterator[City]:
        """A name that the page has longer elsewhere, and writes longer here too: «Novi Grad'ı» is not Novi."""
        found = list(cities)
        longer = {
            tuple(self.row.words[city.first : city.stop]): city.place for city in found if city.stop - city.first > 1
        }
        for city in found:
            words = (
                tuple(self.row.words[city.first : stop]) for stop in range(city.stop + 1, city.first + self.longest)
            )
            whole = next((name for name in words if name in longer and all(self._are_soft(city.first, name))), None)
            yield city._replace(stop=city.first + len(whole), place=longer[whole]) if whole else city

    def _are_soft(self, first: int, name: Sequence[str]) -> Iterator[bool]:
        yield from self.row.soft[first + 1 : first + len(name)]
