"""Sheets of XLSX workbooks, read as they are stored: formulas are not reckoned, nothing outside is fetched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from peyvand.adapters.imports.limits import TableLimits
from peyvand.adapters.imports.table import Row, UnreadableTable, clean

_MAGIC = b"PK\x03\x04"
_OLD_MAGIC = b"\xd0\xcf\x11\xe0"
# Below this a part may be packed as tightly as it likes.
_SMALL_PART = 1_000_000


def is_workbook(data: bytes) -> bool:
    """Whether these bytes begin as workbooks do, of the present or the old kind."""
    return data.startswith((_MAGIC, _OLD_MAGIC))


def read_workbook(data: bytes, name: str, limits: TableLimits, sheet: str | None = None) -> tuple[Row, ...]:
    """The rows of a sheet: the named one, or the first that is shown. Raises `UnreadableTable`."""
    if data.startswith(_OLD_MAGIC):
        raise UnreadableTable(name, "old_workbook")
    _refuse_bombs(data, name, limits)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        return _rows(_sheet(book, name, sheet), name, limits)
    except UnreadableTable:
        raise
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, SyntaxError, OSError) as fault:
        raise UnreadableTable(name, "broken_workbook", cause=f"{type(fault).__name__}: {fault}") from fault


def _refuse_bombs(data: bytes, name: str, limits: TableLimits) -> None:
    try:
        parts = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError) as fault:
        raise UnreadableTable(name, "broken_workbook", cause=fault) from fault
    swollen = any(p.file_size > _SMALL_PART and p.file_size > limits.ratio * max(p.compress_size, 1) for p in parts)
    if swollen or len(parts) > limits.parts or sum(part.file_size for part in parts) > limits.inflated:
        raise UnreadableTable(name, "inflated", limit=limits.inflated)


def _sheet(book: Any, name: str, wanted: str | None) -> Any:
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if wanted is None and shown:
        return shown[0]
    if wanted in book.sheetnames and wanted in [sheet.title for sheet in book.worksheets]:
        return book[wanted]
    raise UnreadableTable(name, "no_sheet", wanted=wanted or "", known=", ".join(book.sheetnames))


def _rows(sheet: Any, name: str, limits: TableLimits) -> tuple[Row, ...]:
    # A sheet may claim any size for itself; its rows are as long as what they hold.
    sheet.reset_dimensions()
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        row = _row(number, cells)
        if not any(row.cells):
            continue
        if len(row.cells) > limits.columns:
            raise UnreadableTable(name, "too_many_columns", row=number, limit=limits.columns)
        if max(map(len, row.cells)) > limits.cell:
            raise UnreadableTable(name, "cell_too_long", row=number, limit=limits.cell)
        rows.append(row)
        if len(rows) > limits.rows:
            raise UnreadableTable(name, "too_many_rows", limit=limits.rows)
    return tuple(rows)


def _row(number: int, cells: Iterable[Any]) -> Row:
    held = list(cells)
    values = [_text(cell.value) for cell in held]
    while values and not values[-1]:
        values.pop()
    formulas = frozenset(at for at, cell in enumerate(held[: len(values)]) if getattr(cell, "data_type", "") == "f")
    return Row(number, tuple(values), formulas)


def _text(value: Any) -> str:
    """A value as a person would write it: a day without the midnight, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(getattr(value, "text", value)))
