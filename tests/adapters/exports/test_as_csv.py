from __future__ import annotations

import csv
import io

from tests.factories.exports import SIGNED, hostile, written

from peyvand.adapters.exports.as_csv import COLUMNS
from peyvand.adapters.exports.model import Exported


def rows(*bonds: Exported) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", bonds).decode("utf-8-sig"), newline="")))


def test_one_line_a_bond_with_both_sides() -> None:
    (row,) = rows(SIGNED)

    assert tuple(row) == COLUMNS
    assert [row[f"{column}_a"] for column in ("name", "name_fa", "state", "since")] == [
        "Isfahan", "اصفهان", "in_force", "2000-10-27",
    ]  # fmt: skip
    assert [row[f"{column}_b"] for column in ("name", "id", "country", "state", "since")] == [
        "Freiburg", "geonames:2", "DE", "suspended", "2023-01-31",
    ]  # fmt: skip


def test_file_tells_spreadsheets_its_letters() -> None:
    assert written("csv").startswith(b"\xef\xbb\xbfbond,")


def test_no_cell_begins_a_formula() -> None:
    cells = [cell for row in rows(SIGNED, hostile()) for cell in row.values()]

    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell] == []
