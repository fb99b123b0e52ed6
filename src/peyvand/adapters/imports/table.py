"""A table as a file holds it: rows of cells as plain text, each with the number that people find it by."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from peyvand.core.text.marking import gettext_noop as _

# What no text can hold and no database stores: NUL and halves of surrogate pairs. A sign stands in their place.
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")

REASONS = {
    "missing": _("There is no such file."),
    "not_a_file": _("This is not a file."),
    "forbidden": _("The file cannot be opened: {cause}."),
    "empty": _("There are no rows in it."),
    "too_large": _("It is larger than the {limit:,} bytes that are read."),
    "inflated": _("Its parts would unpack to more than the {limit:,} bytes that are read."),
    "too_many_rows": _("It has more than {limit:,} rows; divide it."),
    "too_many_columns": _("Row {row} has more than {limit:,} columns."),
    "cell_too_long": _("Row {row} has a cell of more than {limit:,} characters."),
    "unreadable": "{cause}",
    "not_separated": _("Row {row} cannot be read as values between separators: {cause}."),
    "broken_workbook": _("This is no XLSX workbook that can be read: {cause}."),
    "old_workbook": _("This is a workbook of the old kind (XLS): save it as XLSX or CSV."),
    "no_sheet": _("The workbook has no sheet {wanted}; it has: {known}."),
    "not_json": _("This is no JSON: {cause}."),
    "not_sparql": _("This is no result of a query in the JSON of SPARQL."),
    "no_header": _("No row of headings was found in the first {looked} rows; name the columns: --map column=field."),
    "no_column": _("There is no column {wanted}; there are: {known}."),
    "no_field": _("There is no field {wanted}; there are: {known}."),
    "bad_map": _("{given} is not column=field."),
    "field_missing": _("No column was understood as {wanted}; there are: {known}. Say which: --map column={wanted}."),
    "no_place": _("Row {row}: no place has the identity {place}."),
    "field_twice": _("Two columns are given as {wanted}."),
}


class UnreadableTable(ValueError):
    """A file that cannot be taken in: ``code`` is a key of `REASONS`, ``details`` what its sentence names."""

    def __init__(self, name: str, code: str, **details: object) -> None:
        self.name = name
        self.code = code
        self.details = details
        super().__init__(f"{name}: {REASONS[code].format(**details)}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``number`` counts as programs for tables show it, from 1; ``formulas`` are columns that hold one."""

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()

    def cell(self, at: int | None) -> str:
        """The cell of a column; empty where the row has none."""
        return self.cells[at] if at is not None and at < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file that hold anything, headings and titles among them."""

    name: str
    rows: tuple[Row, ...] = field(repr=False)


def clean(value: str) -> str:
    """A cell in one line: white space of any kind is one space. Everything else stays as written."""
    return " ".join(_IMPOSSIBLE.sub("\ufffd", value).split())
