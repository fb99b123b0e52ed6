"""The body that a role acts for, in plain English."""

from __future__ import annotations

from peyvand.core.gazetteer import Level, Place
from peyvand.core.reading.persons.roles import RolePhrase, city_of

_CITY_NAMES = {
    "municipality": "{} Municipality", "council": "{} City Council", "province": "{} Province",
    "university": "University of {}", "consulate": "Consulate in {}", "committee": "{} City Council",
}  # fmt: skip
# What a role without a body of its own serves.
_BY_CODE = {
    "deputy_mayor": "municipality", "council_chair": "council", "council_vice_chair": "council",
    "council_member": "council", "council_speaker": "council", "governor": "province", "deputy_governor": "province",
    "international_director": "municipality",
}  # fmt: skip


def body_of(role: RolePhrase, home: Place | None) -> str | None:
    """The body in English («Qom City Council»), None where the role does not say; ``home`` stands in for a town."""
    if role.head.name == "counterpart":
        # «همتای خود» serves another place than the speaker, and the words do not say which.
        return None
    countries = [m.place.name for m in role.places if m.place and m.place.level is Level.COUNTRY]
    if role.code in ("ambassador", "consul", "diplomat"):
        return _mission(role, countries)
    if role.body == "ministry":
        name = role.ministry or "Government"
        return f"{name} of {countries[-1]}" if countries else role.ministry or None
    place = city_of(role)
    if place is None and (countries or role.body in ("university", "trade", "team", "port", "state")):
        return None
    place = place or home
    if place is None:
        return None
    if role.code == "mayor":
        return place.name
    if place.level is Level.COUNTY:
        return place.name
    kind = role.body if role.body in _CITY_NAMES else _BY_CODE.get(role.code, "")
    return _CITY_NAMES[kind].format(place.name) if kind else None


def _mission(role: RolePhrase, countries: list[str]) -> str | None:
    """«سفیر ایران در گرجستان», «سرکنسول عراق در کرمانشاه»."""
    city = city_of(role)
    seat = city.name if city else countries[1] if len(countries) > 1 else None
    if not countries:
        return None
    house = "Consulate" if role.code == "consul" else "Embassy"
    return f"{house} of {countries[0]} in {seat}" if seat else f"{house} of {countries[0]}"
