"""What each column of a list holds, by the words of its heading and the look of its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from peyvand.core.calendar import CalendarWords
from peyvand.core.gazetteer.matching import ListWords
from peyvand.core.ledger.words import Instrument
from peyvand.core.text import fold_words

_ITEM_NUMBER = re.compile(r"q[1-9]\d{0,11}", re.IGNORECASE)
# "label_en", "city1", "itemLabel": headings that programs write, as words.
_JOINS = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=\w)(?=[۰-۹])|[_/.:()\[\]-]+")
_CODE = TypeVar("_CODE", bound=StrEnum)


class Role(StrEnum):
    """What a column says. Those up to population are of one of the two places."""

    NAME = "name"
    COUNTRY = "country"
    REGION = "region"
    ID = "id"
    GEONAMES = "geonames"
    PLACE = "place"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    COORDINATES = "coordinates"
    POPULATION = "population"
    DATE = "date"
    END = "end"
    INSTRUMENT = "instrument"
    STATUS = "status"


OF_THE_TIE = frozenset({Role.DATE, Role.END, Role.INSTRUMENT, Role.STATUS})


class Side(StrEnum):
    """Whose column it is: of the list's own place, or of the partner."""

    OWN = "own"
    OTHER = "other"


class RowStatus(StrEnum):
    """What a list says of a tie's state."""

    IN_FORCE = "in_force"
    INACTIVE = "inactive"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    PLANNED = "planned"
    SUSPENDED = "suspended"
    ENDED = "ended"
    EXPIRED = "expired"


class Field(NamedTuple):
    """One column's meaning. ``side`` is None for what belongs to the tie."""

    role: Role
    side: Side | None = None

    @property
    def name(self) -> str:
        """The name by which people give it: ``partner``, ``city_country``, ``date``."""
        if self.side is None:
            return str(self.role)
        place = "city" if self.side is Side.OWN else "partner"
        return place if self.role is Role.NAME else f"{place}_{self.role}"


FIELDS = {
    field.name: field
    for field in (
        *(Field(role, side) for side in Side for role in Role if role not in OF_THE_TIE),
        *(Field(role) for role in Role if role in OF_THE_TIE),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """The words of lists, of all languages together, each sense as the pattern that finds its forms."""

    roles: Mapping[Role, re.Pattern[str]]
    sides: Mapping[Side, re.Pattern[str]]
    instruments: Mapping[Instrument, re.Pattern[str]]
    statuses: Mapping[RowStatus, re.Pattern[str]]
    totals: re.Pattern[str]
    calendars: tuple[CalendarWords, ...]
    names: ListWords


def longest(patterns: Mapping[_CODE, re.Pattern[str]], text: str) -> tuple[_CODE, str] | None:
    """The sense with the longest form in a folded text, and that form; the first sense of equals."""
    found = [(code, form.group()) for code, pattern in patterns.items() for form in pattern.finditer(text)]
    return max(found, key=lambda pair: len(pair[1]), default=None)


def columns_of(header: Sequence[str], samples: Sequence[Sequence[str]], words: TableWords) -> dict[int, Field]:
    """The fields of the columns that are understood, by position; ``samples`` are the first rows.

    A column of places without a side is of the partner, if no other is; what stands beside names is of the nearest
    name before it. A second column for a field is left out.
    """
    read = {at: _heading(heading, words) for at, heading in enumerate(header)}
    known = {at: (_by_cells(role, at, samples), side) for at, (role, side) in read.items() if role}
    names = _sided_names(known)
    fields: dict[int, Field] = {}
    for at, (role, side) in known.items():
        place = side or names.get(at) or _side_beside(at, names)
        field = Field(role, None if role in OF_THE_TIE else place)
        if field not in fields.values():
            fields[at] = field
    return fields


def knows_header(header: Sequence[str], words: TableWords) -> bool:
    """Whether a row looks like the headings of a list: two at least are understood, and none is a number."""
    understood = [heading for heading in header if _heading(heading, words)[0]]
    return len(understood) >= 2 and not any(cell.strip().isdigit() for cell in header)


def _heading(heading: str, words: TableWords) -> tuple[Role | None, Side | None]:
    text = " ".join(fold_words(_JOINS.sub(" ", heading)).split())
    side = longest(words.sides, text)
    special = longest({role: pattern for role, pattern in words.roles.items() if role is not Role.NAME}, text)
    if special:
        return special[0], side[0] if side else None
    if side or words.roles[Role.NAME].search(text):
        return Role.NAME, side[0] if side else None
    return None, None


def _by_cells(role: Role, at: int, samples: Sequence[Sequence[str]]) -> Role:
    """A column of names that holds item numbers is one of identities."""
    cells = [row[at].strip() for row in samples if at < len(row) and row[at].strip()]
    numbered = bool(cells) and all(_ITEM_NUMBER.fullmatch(cell) for cell in cells)
    return Role.ID if role is Role.NAME and numbered else role


def _sided_names(known: Mapping[int, tuple[Role, Side | None]]) -> dict[int, Side]:
    """The sides of the columns that name places (by name, or by identity where they have no name)."""
    names = {at: side for at, (role, side) in known.items() if role is Role.NAME}
    names = names or {at: side for at, (role, side) in known.items() if role is Role.ID}
    taken = {side for side in names.values() if side}
    open_ones = [at for at, side in names.items() if side is None]
    free = [Side.OWN, Side.OTHER] if len(open_ones) > 1 else [Side.OTHER, Side.OWN]
    left = iter([side for side in free if side not in taken])
    return {at: side or next(left, Side.OTHER) for at, side in names.items()}


def _side_beside(at: int, names: Mapping[int, Side]) -> Side:
    before = [name for name in names if name < at]
    if before:
        return names[max(before)]
    return names[min(names)] if names else Side.OTHER
