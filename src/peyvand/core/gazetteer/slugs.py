"""Addresses of places: plain ASCII words that stay readable in any link."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from peyvand.core.gazetteer.place import Level, Place

_PLAIN = str.maketrans(
    {"ł": "l", "Ł": "L", "ə": "a", "Ə": "A", "ı": "i", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe",
     "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ħ": "h", "ŋ": "ng", "ʻ": "'", "’": "'", "‘": "'",
     "ʼ": "'", "`": "'", "ʿ": "'", "ʾ": "'", "–": "-", "—": "-"}
)  # fmt: skip
_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")


def plain_letters(name: str) -> str:
    """The name in ASCII letters: marks dropped, letters without marks of their own replaced by their usual pair."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(letter for letter in decomposed if letter < "\x80")


def slug_words(name: str) -> str:
    """A name as an address: lower case, apostrophes dropped, everything else between words one hyphen."""
    return _NOT_ADDRESS.sub("-", plain_letters(name).replace("'", "").lower()).strip("-")


def slugs_of(places: Iterable[Place], given: Iterable[str] = ()) -> dict[str, str]:
    """One address per place id, none of those that other places were ``given``.

    The largest of a name has the bare name; another adds its country, then its region, then its number. A country
    goes before cities, cities before provinces. The outcome depends on the set of places, not on their order.
    """
    taken = set(given)
    addresses: dict[str, str] = {}
    for place in sorted(places, key=_precedence):
        address = next(form for form in _forms(place) if form not in taken)
        taken.add(address)
        addresses[place.id] = address
    return addresses


def _precedence(place: Place) -> tuple[int, int, str]:
    order = (Level.COUNTRY, Level.CITY, Level.PROVINCE, Level.COUNTY, Level.DISTRICT)
    return (order.index(place.level), -place.population, place.id)


def _forms(place: Place) -> Iterable[str]:
    bare = slug_words(place.name) or slug_words(place.id)
    if place.level in (Level.PROVINCE, Level.COUNTY):
        bare = f"{bare}-{place.level.value}" if place.level.value not in bare else bare
    abroad = f"{bare}-{place.country.lower()}"
    region = slug_words(place.region)
    return (bare, abroad, *([f"{abroad}-{region}"] if region else []), f"{abroad}-{slug_words(place.id)}")
