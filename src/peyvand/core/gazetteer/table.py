"""One place as one line of text, and the way back: what the set-up writes and the gazetteer reads on demand."""

from __future__ import annotations

from typing import NamedTuple

from peyvand.core.gazetteer.place import Level, Place

_FIELDS = 10


class Row(NamedTuple):
    """A line of the table of places. ``slug`` is its address; ``persian`` its Persian display name or empty."""

    place: Place
    slug: str
    persian: str


def write_row(row: Row) -> str:
    """The line for one place: ten fields between tabs, the identity first (lines are sorted by it)."""
    place = row.place
    fields = (
        place.id, row.slug, place.level.value, place.name, place.country, place.region,
        f"{place.latitude:.4f}", f"{place.longitude:.4f}", str(place.population), row.persian,
    )  # fmt: skip
    if any("\t" in field or "\n" in field for field in fields):
        raise ValueError(f"{place.id}: a field holds a tab or a line end")
    return "\t".join(fields)


def read_row(line: str) -> Row:
    """The place on a line of the table. Raises ValueError when the line has another shape."""
    fields = line.split("\t")
    if len(fields) != _FIELDS:
        raise ValueError(f"a place has {_FIELDS} fields, not {len(fields)}: {line[:60]!r}")
    place_id, slug, level, name, country, region, latitude, longitude, population, persian = fields
    place = Place(
        id=place_id, name=name, country=country, level=Level(level), region=region,
        latitude=float(latitude), longitude=float(longitude), population=int(population),
    )  # fmt: skip
    return Row(place, slug, persian)
