"""Where a text lets an unknown name be heard: in the countries that it speaks of, else in those that the news leaves
unsaid, else, behind a word for cities, anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.sight import Sight
from peyvand.core.gazetteer.sounding import Heard, Sounds
from peyvand.core.gazetteer.words import HeadKind

# Signs of the key that a name has at least where only a word before it says what it is.
_SIGNS = 3
# A text that speaks of more countries says nothing of where a city lies.
_MOST_COUNTRIES = 4


class Listener:
    """Hears names in one text."""

    def __init__(self, scene: Scene, sights: Sequence[Sight], sounds: Sounds) -> None:
        self._scene = scene
        self._sights = sights
        self._sounds = sounds

    @cached_property
    def countries(self) -> tuple[Sequence[str], Sequence[str]]:
        """The foreign countries that the text speaks of, if they are few: named, or as whose something is told; and
        those whose local news leaves the country unsaid, where the text does not speak of home."""
        words = self._scene.words
        told = {place.country for sight in self._sights for place, _ in sight.fit[:1]}
        told |= {glance.country for glance in self._scene.tokens.glances if glance.country}
        unsaid = () if words.home in told or len(told) > 1 else words.unsaid
        told.discard(words.home)
        return (sorted(told), unsaid) if len(told) <= _MOST_COUNTRIES else ((), ())

    @cached_property
    def provinces(self) -> frozenset[str]:
        """The words that the text calls a province: «هیئت منگیستائو» is then of «استان منگیستائوی قزاقستان»."""
        glances = enumerate(self._scene.tokens.glances)
        heads = (at for at, glance in glances if glance.head is not None and glance.head.kind is HeadKind.PROVINCE)
        called = [self._scene.word(at + 1) for at in heads]
        bare = (word.removesuffix(ending) for word in called for ending in self._scene.words.endings)
        return frozenset((*called, *bare)) - {""}

    def hear(self, name: str, *, headed: bool, anywhere: bool) -> Heard | None:
        """The town that a folded name writes, of countries spoken of or unsaid; where it may lie ``anywhere``, the one
        larger town of any country but those that must be told. ``headed``: by a word for cities."""
        for countries in self.countries:
            found = self._heard_in(name, countries, headed=headed, told=countries is self.countries[0])
            if found:
                return found[0] if len(found) == 1 else None
        heard = self._sounds.hear_anywhere(name, self._scene.words.only_told) if anywhere else Heard(None)
        return heard if heard.place else None

    def _heard_in(self, name: str, countries: Sequence[str], *, headed: bool, told: bool) -> list[Heard]:
        """The towns that a name may be, at most one of a country; a strange spelling only where no other hears it."""
        hear = self._sounds.hear
        found = [hear(name, country, signs=_SIGNS - headed, few=told) for country in countries]
        plain = [heard for heard in found if _is_named(heard)]
        if plain or not headed:
            return plain
        strange = [hear(name, country, signs=_SIGNS, headed=True) for country in countries]
        near = [hear(name, country) for country in countries]
        return [
            heard for heard in strange if heard.place is not None and sum(bool(one.candidates) for one in near) == 1
        ]


def _is_named(heard: Heard) -> bool:
    """Whether it is known how a town is called, though perhaps not which of several of that name it is."""
    return heard.place is not None or len({place.name for place in heard.candidates}) == 1
