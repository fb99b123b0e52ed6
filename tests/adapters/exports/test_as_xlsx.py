from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from tests.factories.exports import BONDS, HEAD, SIGNED, hostile, written

from peyvand.adapters.exports import as_xlsx
from peyvand.adapters.exports.model import CannotHold, Exported


def book(*bonds: Exported, language: str = "fa") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(written("xlsx", bonds, replace(HEAD, language=language))))


def test_persian_sheets_run_from_right_to_left() -> None:
    made = book(*BONDS)

    assert made.sheetnames == ["پیوندها", "منابع", "یافته‌ها", "درباره"]
    assert [sheet.sheet_view.rightToLeft for sheet in made] == [True] * 4
    assert [cell.value for cell in made["پیوندها"][2]][:7] == [
        "اصفهان", "IR", "فرایبورگ", "DE", "پیمان خواهرخواندگی", "برقرار", "2000-10-27",
    ]  # fmt: skip


def test_english_sheets_run_from_left_to_right() -> None:
    made = book(*BONDS, language="en")

    assert made.sheetnames == ["Bonds", "Sources", "Findings", "About"]
    assert not any(sheet.sheet_view.rightToLeft for sheet in made)
    assert [cell.value for cell in made["Bonds"][2]][9] == "suspended"


def test_no_cell_is_a_formula() -> None:
    cells = [cell for sheet in book(hostile()) for row in sheet.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert [cell.value for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))] == []


def test_long_words_are_cut_where_a_cell_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_xlsx, "LETTERS", 20)

    assert max(len(str(cell.value)) for row in book(SIGNED)["منابع"].iter_rows() for cell in row) == 20


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(as_xlsx, "ROWS", 2)

    with pytest.raises(CannotHold, match="no more than 2 rows"):
        written("xlsx")
