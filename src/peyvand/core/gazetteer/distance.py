"""How far two points on Earth lie apart."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

_EARTH_KM = 6371.0


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The way along the great circle between two points (latitude, longitude in degrees), in kilometres."""
    (lat_1, lon_1), (lat_2, lon_2) = one, other
    rise = sin(radians(lat_2 - lat_1) / 2) ** 2
    turn = sin(radians(lon_2 - lon_1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(rise + cos(radians(lat_1)) * cos(radians(lat_2)) * turn)))
