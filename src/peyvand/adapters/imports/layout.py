"""Where a table's headings stand, which column is which field, and what is no row of the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peyvand.adapters.imports.table import Row, Table, UnreadableTable
from peyvand.core.reading.lists.columns import FIELDS, Field, Role, Side, TableWords, columns_of, knows_header
from peyvand.core.text import fold_words

# Titles and notes may stand above the headings of an office's list.
_LOOKED_AT = 15
_SAMPLES = 25
IGNORED = "-"


@dataclass(frozen=True, slots=True)
class Layout:
    """A table understood: the rows above the list (titles, headings), the headings, the fields of columns, the rows."""

    above: tuple[Row, ...]
    header: Row
    fields: Mapping[int, Field]
    rows: tuple[Row, ...]

    def column(self, role: Role, side: Side | None = None) -> int | None:
        """The column of a field, if there is one."""
        return next((at for at, field in self.fields.items() if field == Field(role, side)), None)

    def heading(self, role: Role, side: Side | None = None) -> str:
        """The heading of a field's column; empty where there is none."""
        return self.header.cell(self.column(role, side))

    def has(self, side: Side) -> bool:
        """Whether the list names the places of this side."""
        return self.column(Role.NAME, side) is not None or self.column(Role.ID, side) is not None


def lay_out(table: Table, words: TableWords, given: Mapping[str, str]) -> Layout:
    """Understand a table; ``given`` maps headings (or numbers of columns, from 1) to names of fields, ``-`` for none.

    Raises `UnreadableTable` where no headings are found, or what is given is not there.
    """
    at = _header_at(table, words, given)
    header, rows = table.rows[at], table.rows[at + 1 :]
    chosen = {_column(table, header, column): name for column, name in given.items()}
    fields = columns_of(header.cells, [row.cells for row in rows[:_SAMPLES]], words)
    fields = {column: field for column, field in fields.items() if column not in chosen}
    for column, name in chosen.items():
        if name == IGNORED:
            continue
        if name not in FIELDS:
            raise UnreadableTable(table.name, "no_field", wanted=name, known=", ".join(FIELDS))
        fields = {other: field for other, field in fields.items() if field != FIELDS[name] or other in chosen}
        if FIELDS[name] in fields.values():
            raise UnreadableTable(table.name, "field_twice", wanted=name)
        fields[column] = FIELDS[name]
    return Layout(table.rows[:at], header, dict(sorted(fields.items())), rows)


def _header_at(table: Table, words: TableWords, given: Mapping[str, str]) -> int:
    headings = {_key(column) for column in given if not column.isdigit()}
    looked_at = table.rows[:_LOOKED_AT]
    named = [at for at, row in enumerate(looked_at) if headings and headings & {_key(cell) for cell in row.cells}]
    known = named or [at for at, row in enumerate(looked_at) if knows_header(row.cells, words)]
    if known:
        return known[0]
    if given:
        return 0
    raise UnreadableTable(table.name, "no_header", looked=len(looked_at))


def _column(table: Table, header: Row, column: str) -> int:
    if column.isdigit() and 1 <= int(column) <= len(header.cells):
        return int(column) - 1
    for at, cell in enumerate(header.cells):
        if cell and _key(cell) == _key(column):
            return at
    raise UnreadableTable(table.name, "no_column", wanted=column, known=", ".join(filter(None, header.cells)))


def _key(heading: str) -> str:
    return " ".join(fold_words(heading).split())


def read_map(name: str, pairs: Sequence[str]) -> dict[str, str]:
    """The mapping that people give as ``column=field``. Raises `UnreadableTable` for anything else."""
    given: dict[str, str] = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column.strip():
            raise UnreadableTable(name, "bad_map", given=pair)
        given[column.strip()] = field.strip() or IGNORED
    return given
