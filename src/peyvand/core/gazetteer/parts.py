"""Districts: parts of a city that act in their own name, and are no more that city than its county is.

No table lists them. A district is known by its city and by its number or name there, both of which its id says:
``local:district-112931-12``, ``local:district-3191281-stari-grad``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.gazetteer.slugs import slug_words

DISTRICT = "local:district-"
_CITY = "geonames:"
_ID = re.compile(r"local:district-(\d{1,12})-([a-z0-9]+(?:-[a-z0-9]+)*)")
_NUMBERED = re.compile(r"\d{1,3}|[ivx]{1,6}")
_LONGEST = 60
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def district_of(city: Place, part: str) -> Place | None:
    """The district of a city with a number or name; None for what is no city of the table or has no such words."""
    word = slug_words(part)[:_LONGEST].strip("-")
    if city.level is not Level.CITY or not city.id.startswith(_CITY) or not word:
        return None
    number = city.id.removeprefix(_CITY)
    return replace(
        city, id=f"{DISTRICT}{number}-{word}", name=_name(city.name, word), level=Level.DISTRICT, population=0
    )


def part_of(place_id: str) -> tuple[str, str] | None:
    """The id of the city that a district is of, and the district's number or name there; None for any other id."""
    found = _ID.fullmatch(place_id)
    return (f"{_CITY}{found[1]}", found[2]) if found else None


def district_name(city: str, part: str, language: str) -> str:
    """The name to show, of the name to show of its city."""
    if language == "fa":
        return (
            f"منطقهٔ {_shown(part).translate(_PERSIAN)} {city}"
            if _NUMBERED.fullmatch(part)
            else f"{_shown(part)}، {city}"
        )
    return _name(city, part)


def _name(city: str, word: str) -> str:
    return f"{city} District {_shown(word)}" if _NUMBERED.fullmatch(word) else f"{_shown(word)}, {city}"


def _shown(word: str) -> str:
    return word.upper() if _NUMBERED.fullmatch(word) else word.replace("-", " ").title()
