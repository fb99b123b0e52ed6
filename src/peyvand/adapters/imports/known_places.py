"""What a further table says of the places that a list names by number or by an unclear name.

It is a data set's own table of places, or the list of what waits, filled in by a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from peyvand.adapters.imports.layout import Layout, lay_out
from peyvand.adapters.imports.table import Row, Table, UnreadableTable
from peyvand.core.gazetteer import Gazetteer
from peyvand.core.gazetteer.matching import Asked
from peyvand.core.gazetteer.names import name_key
from peyvand.core.reading.lists.cells import read_coordinates, read_degrees, read_number
from peyvand.core.reading.lists.columns import Role, Side, TableWords


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Places by their identity in the data set, and by name and country as the list writes them."""

    by_id: Mapping[str, Asked] = field(default_factory=dict)
    by_name: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def chosen(cls, names: Iterable[tuple[str, str, str]]) -> KnownPlaces:
        """Of names that a person has told the place of: name and country as the list writes them, and the id."""
        return cls(by_name={_key(name, country): place for name, country, place in names})

    def told(self, asked: Asked, identity: str) -> Asked:
        """What a row asks for, with all that is known of it; what the row says itself goes before."""
        if known := self.by_id.get(identity):
            asked = replace(
                known,
                name=asked.name if asked.name and asked.name != identity else known.name,
                country=asked.country or known.country,
                place=asked.place or known.place,
            )
        chosen = self.by_name.get(_key(asked.name, asked.country))
        return replace(asked, place=chosen) if chosen and not asked.place else asked


def read_places(table: Table, words: TableWords, given: Mapping[str, str], gazetteer: Gazetteer) -> KnownPlaces:
    """The table of places. Raises `UnreadableTable`, also for an identity that no place has."""
    layout = lay_out(table, words, given)
    side = Side.OTHER if layout.has(Side.OTHER) else Side.OWN
    by_id: dict[str, Asked] = {}
    by_name: dict[tuple[str, str], str] = {}
    for row in layout.rows:
        asked = ask(row, layout, side, gazetteer)
        if asked.place and gazetteer.place(asked.place) is None:
            raise UnreadableTable(table.name, "no_place", row=row.number, place=asked.place)
        if identity := row.cell(layout.column(Role.ID, side)):
            by_id[identity] = asked
        elif asked.name and asked.place:
            by_name[_key(asked.name, asked.country)] = asked.place
    return KnownPlaces(by_id, by_name)


def ask(row: Row, layout: Layout, side: Side, gazetteer: Gazetteer) -> Asked:
    """What a row says of one of its places. A GeoNames number counts where the gazetteer has it."""

    def cell(role: Role) -> str:
        return row.cell(layout.column(role, side))

    geonames = f"geonames:{cell(Role.GEONAMES)}"
    at = read_coordinates(cell(Role.COORDINATES)) or (
        read_degrees(cell(Role.LATITUDE), 90),
        read_degrees(cell(Role.LONGITUDE), 180),
    )
    located = None not in at
    return Asked(
        name=cell(Role.NAME) or cell(Role.ID),
        country=cell(Role.COUNTRY),
        region=cell(Role.REGION),
        latitude=at[0] if located else None,
        longitude=at[1] if located else None,
        population=read_number(cell(Role.POPULATION)),
        place=cell(Role.PLACE) or (geonames if gazetteer.place(geonames) else ""),
    )


def _key(name: str, country: str) -> tuple[str, str]:
    return name_key(name), name_key(country)
