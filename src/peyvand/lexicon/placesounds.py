"""Set-up: the names of each country's places by the key of their sound, for names that no list spells in Persian."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.names import Script, script_of
from peyvand.core.gazetteer.sound import keys_spelled, plain_sound
from peyvand.lexicon.placenames import useful

# Of a place of this size all names are kept, up to so many.
_LARGE, _MOST_NAMES = 15_000, 16


def sound_lines(named: Iterable[tuple[Place, Sequence[str]]]) -> Mapping[str, Sequence[str]]:
    """For each country its lines, sorted: a key, a tab, the identity, a tab, the name in Latin letters."""
    lines: defaultdict[str, set[str]] = defaultdict(set)
    for place, names in named:
        lines[place.country].update(_lines(place, names))
    return {country: sorted(found) for country, found in lines.items()}


def world_lines(named: Iterable[tuple[Place, Sequence[str]]]) -> Sequence[str]:
    """The lines of the larger towns of all countries by their usual names, sorted, each with its country at the end."""
    return sorted(
        {
            f"{key}\t{place.id}\t{name}\t{place.country}"
            for place, names in named
            if place.level is Level.CITY and place.population >= _LARGE
            for name in (*names[:1], place.name)
            for key in keys_spelled(name, place.country)
        }
    )


def _lines(place: Place, names: Sequence[str]) -> Iterator[str]:
    """The lines of one place; a further name adds nothing if it is spelled, or in a small place sounds, like another.

    The name with its marks and the plain one are kept both: the marks tell the sounds.
    """
    own = dict.fromkeys((*names[:1], place.name))
    keys: set[str] = set()
    spelled: set[str] = set()
    for name in (*own, *(name for name in names[1:] if name not in own and useful(name))):
        sound = plain_sound(name)
        if script_of(name) is not Script.LATIN or sound in spelled or len(spelled) >= _MOST_NAMES:
            continue
        spelled.add(sound)
        found = keys_spelled(name, place.country)
        yield from (
            f"{key}\t{place.id}\t{name}"
            for key in sorted(found)
            if name in own or place.population >= _LARGE or key not in keys
        )
        keys |= found
