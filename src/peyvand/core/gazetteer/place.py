"""A place: one identity with many names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    CITY = "city"
    DISTRICT = "district"
    COUNTY = "county"
    PROVINCE = "province"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place. ``name`` is the plain English name.

    ``id`` is ``geonames:N``, ``iso:XX`` (a country or a first-level code) or ``local:…``.
    ``country`` is ISO 3166-1 alpha-2; ``region`` the first-level name or code; latitude and longitude in degrees.
    """

    id: str
    name: str
    country: str
    level: Level = Level.CITY
    region: str = ""
    latitude: float = 0.0
    longitude: float = 0.0
    population: int = 0
