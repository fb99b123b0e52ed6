"""Places that members type into forms: what a name comes to, and what completes it while it is typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from peyvand.core.gazetteer import Place
from peyvand.lexicon.asking import places_beginning, places_named
from peyvand.web.shared.naming import Naming

_MOST_NAMESAKES = 8
_MOST_OFFERED = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field may be completed to: the words that it then has, and what tells them from others."""

    value: str
    beside: str = ""


def resolved_place(name: str, chosen: str, naming: Naming) -> tuple[str, tuple[Place, ...]]:
    """The id of the place of a name, or the places to choose from. A choice made before stands while its name does."""
    found = places_named(name, naming.gazetteer)[:_MOST_NAMESAKES] if name else ()
    if chosen and (name == naming.place(chosen) or chosen in {place.id for place in found}):
        return chosen, ()
    if len(found) == 1:
        return found[0].id, ()
    return "", found


def offered_places(letters: str, naming: Naming) -> list[Offer]:
    """Places whose name begins with some letters, in words that mean just that place wherever words can."""
    return list(_offers(places_beginning(letters, naming.gazetteer, _MOST_OFFERED), naming))


def offered_of(ids: Iterable[str], naming: Naming) -> list[Offer]:
    """Known places as offers, each once: those that a page speaks of."""
    places = (naming.gazetteer.place(one) for one in dict.fromkeys(ids))
    return list(_offers((place for place in places if place), naming))


def _offers(places: Iterable[Place], naming: Naming) -> Iterator[Offer]:
    comma = "، " if naming.language == "fa" else ", "
    for place in places:
        name, country = naming.place(place.id), naming.country(place.country)
        alone = [one.id for one in places_named(name, naming.gazetteer)] == [place.id]
        yield Offer(name if alone or not country else f"{name}{comma}{country}", country)
