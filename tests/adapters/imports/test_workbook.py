from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from tests.factories.tables import workbook

from peyvand.adapters.imports.limits import LIMITS, TableLimits
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.adapters.imports.workbook import read_workbook


def refused(data: bytes, limits: TableLimits = LIMITS, sheet: str | None = None) -> str:
    with pytest.raises(UnreadableTable) as fault:
        read_table(data, "list.xlsx", sheet=sheet, limits=limits)
    return fault.value.code


def test_values_as_a_person_would_write_them() -> None:
    rows = [
        ("شهر", "تاریخ", "n"),
        ("قازان", datetime(2015, 4, 9), 16.0),  # noqa: DTZ001 - workbooks know no zones
        (None, None, None),
        ("پونا", date(2019, 1, 2), 1.5),
    ]

    table = read_table(workbook(rows), "list.xlsx")

    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("شهر", "تاریخ", "n")),
        (2, ("قازان", "2015-04-09", "16")),
        (4, ("پونا", "2019-01-02", "1.5")),
    ]


def test_formulas_are_marked_and_not_reckoned() -> None:
    table = read_table(workbook([("city", "n"), ("Kazan", "=1+1")]), "list.xlsx")

    assert (table.rows[1].cells, table.rows[1].formulas) == (("Kazan", "=1+1"), frozenset({1}))


def test_sheet_by_name_and_hidden_sheets_are_passed_over() -> None:
    book = openpyxl.Workbook()
    book.active.title = "draft"
    book.active.append(("draft",))
    book.active.sheet_state = "hidden"
    book.create_sheet("list").append(("city", "country"))
    made = io.BytesIO()
    book.save(made)

    assert read_workbook(made.getvalue(), "list.xlsx", LIMITS)[0].cells == ("city", "country")
    assert read_workbook(made.getvalue(), "list.xlsx", LIMITS, "draft")[0].cells == ("draft",)
    assert refused(made.getvalue(), sheet="none") == "no_sheet"


def test_workbook_of_the_old_kind_is_named() -> None:
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100) == "old_workbook"


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", b"PK\x03\x04" + b"\x00" * 400])
def test_broken_archives_are_refused(data: bytes) -> None:
    assert refused(data) == "broken_workbook"


def test_archive_that_is_no_workbook_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("letter.txt", "dear city")

    assert refused(made.getvalue()) == "broken_workbook"


def test_parts_that_swell_are_refused_before_they_are_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)

    assert refused(made.getvalue()) == "inflated"
    assert refused(workbook([("city",)]), TableLimits(inflated=100)) == "inflated"


def test_entities_are_not_unfolded() -> None:
    hostile = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([("city",)]))) as whole, zipfile.ZipFile(made, "w") as archive:
        for part in whole.namelist():
            archive.writestr(part, hostile if part == "xl/workbook.xml" else whole.read(part))

    assert refused(made.getvalue()) == "broken_workbook"


def test_sheet_that_is_too_large_is_refused() -> None:
    rows = [("a", "b", "c")] * 5

    assert refused(workbook(rows), TableLimits(rows=4)) == "too_many_rows"
    assert refused(workbook(rows), TableLimits(columns=2)) == "too_many_columns"
    assert refused(workbook([("a" * 50,)]), TableLimits(cell=40)) == "cell_too_long"
