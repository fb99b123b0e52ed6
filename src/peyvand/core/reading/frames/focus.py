"""What was spoken of last while an article is read, and what was found for a step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from peyvand.core.reading.frames.cast import Pair
from peyvand.core.reading.frames.cities import City
from peyvand.core.reading.frames.line import Sentence


class Found(NamedTuple):
    """The pairs of a step, and why these."""

    pairs: tuple[Pair, ...] = ()
    why: str = ""


@dataclass(slots=True)
class Focus:
    """What was spoken of last while an article is read."""

    pair: Pair | None = None
    last: City | None = None
    paragraph: int = -1
    # The only city of the sentence before, and which sentence that was.
    single: City | None = None
    at: int = -1
    # Pairs that the article names together, by each of their cities.
    known: dict[str, dict[frozenset[str], Pair]] = field(default_factory=dict)
    # The pairs of the last sentence that told of any, in order.
    recent: tuple[Pair, ...] = ()
    # The cities that items of a list tell of, by their paragraphs.
    items: dict[int, City] = field(default_factory=dict)

    def learn(self, pairs: Sequence[Pair]) -> None:
        """Remember pairs that were named together."""
        for pair in pairs:
            key = frozenset(city.place.id for city in pair)
            for city in pair:
                self.known.setdefault(city.place.id, {}).setdefault(key, pair)

    def known_pair(self, city: City, home: City | None) -> Pair | None:
        """The only pair that a city is named in, or the one with the city at home."""
        pairs = self.known.get(city.place.id, {})
        if home is not None and home.place.id != city.place.id:
            own = pairs.get(frozenset((city.place.id, home.place.id)))
            if own is not None:
                return own
        return next(iter(pairs.values())) if len(pairs) == 1 else None

    def neighbour(self, sentence: Sentence, home: City) -> City | None:
        """The other city of the home country that alone was named in the sentence before."""
        if self.single is None or sentence.at - self.at != 1 or self.single.place.id == home.place.id:
            return None
        return self.single if self.single.place.country == home.place.country else None

    def move(self, sentence: Sentence, pairs: Sequence[Pair]) -> None:
        """Go on behind a sentence."""
        self.recent = tuple(pairs) or self.recent
        if len({frozenset(city.place.id for city in pair) for pair in pairs}) == 1:
            self.pair = pairs[-1]
        self.single = sentence.cities[0] if len(sentence.cities) == 1 else None
        self.at = sentence.at
        if sentence.cities and (self.paragraph != sentence.paragraph or self.last is None):
            self.last = sentence.cities[0]
            self.paragraph = sentence.paragraph
