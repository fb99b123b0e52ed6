"""The door for tables: a file in, a `Table` out, or `UnreadableTable` with the reason."""

from __future__ import annotations

from pathlib import Path

from peyvand.adapters.imports.limits import LIMITS, TableLimits
from peyvand.adapters.imports.separated import read_separated
from peyvand.adapters.imports.sparql import is_json, read_sparql
from peyvand.adapters.imports.table import Table, UnreadableTable
from peyvand.adapters.imports.workbook import is_workbook, read_workbook


def open_table(path: Path | str, *, sheet: str | None = None, limits: TableLimits = LIMITS) -> Table:
    """A file of whatever kind its bytes show it to be. Raises `UnreadableTable`."""
    path = Path(path)
    try:
        if path.exists() and not path.is_file():
            raise UnreadableTable(str(path), "not_a_file")
        with path.open("rb") as file:
            data = file.read(limits.bytes + 1)
    except FileNotFoundError as fault:
        raise UnreadableTable(str(path), "missing") from fault
    except OSError as fault:
        raise UnreadableTable(str(path), "forbidden", cause=fault.strerror or "unknown") from fault
    return read_table(data, path.name, sheet=sheet, limits=limits)


def read_table(data: bytes, name: str, *, sheet: str | None = None, limits: TableLimits = LIMITS) -> Table:
    """The rows of these bytes, under a name. Raises `UnreadableTable`."""
    if len(data) > limits.bytes:
        raise UnreadableTable(name, "too_large", limit=limits.bytes)
    if is_workbook(data):
        rows = read_workbook(data, name, limits, sheet)
    elif is_json(data):
        rows = read_sparql(data, name, limits)
    else:
        rows = read_separated(data, name, limits)
    if not rows:
        raise UnreadableTable(name, "empty")
    return Table(name, rows)
