"""Values between separators: CSV in any of its manners, in whatever encoding."""

from __future__ import annotations

import csv
import io
from collections import Counter

from peyvand.adapters.imports.limits import TableLimits
from peyvand.adapters.imports.table import Row, UnreadableTable, clean
from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.decoding import decode

_SEPARATORS = ",;\t|"
_LINES_LOOKED_AT = 30


def read_separated(data: bytes, name: str, limits: TableLimits) -> tuple[Row, ...]:
    """The rows of a file of separated values. Raises `UnreadableTable`."""
    try:
        text = decode(data, name)
    except UnreadableSource as fault:
        raise UnreadableTable(name, "unreadable", cause=fault.reason) from fault
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    rows: list[Row] = []
    try:
        for number, values in enumerate(reader, start=1):
            row = Row(number, tuple(map(clean, values)))
            if any(row.cells):
                rows.append(_within(row, name, limits))
            if len(rows) > limits.rows:
                raise UnreadableTable(name, "too_many_rows", limit=limits.rows)
    except csv.Error as fault:
        raise UnreadableTable(name, "not_separated", row=reader.line_num, cause=fault) from fault
    return tuple(rows)


def _within(row: Row, name: str, limits: TableLimits) -> Row:
    if len(row.cells) > limits.columns:
        raise UnreadableTable(name, "too_many_columns", row=row.number, limit=limits.columns)
    if max(map(len, row.cells)) > limits.cell:
        raise UnreadableTable(name, "cell_too_long", row=row.number, limit=limits.cell)
    return row


def _separator(text: str) -> str:
    """The sign that stands as often in most lines; a comma where no sign does."""
    lines = [line for line in text.split("\n", _LINES_LOOKED_AT)[:_LINES_LOOKED_AT] if line.strip()]

    def agreement(sign: str) -> tuple[int, int]:
        times, lines_alike = Counter(line.count(sign) for line in lines).most_common(1)[0]
        return (lines_alike, times) if times else (0, 0)

    return max(_SEPARATORS, key=agreement) if lines else ","
