from __future__ import annotations

import pytest
from tests.factories.tables import separated

from peyvand.adapters.imports.limits import TableLimits
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import Row, UnreadableTable

ROWS = [("شهر", "کشور"), ("قازان", "روسیه"), ("", ""), ("فرایبورگ", "آلمان")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_any_separator_in_any_encoding(encoding: str, separator: str) -> None:
    table = read_table(separated(ROWS, encoding, separator), "list.csv")

    assert [(row.number, row.cells) for row in table.rows] == [(1, ROWS[0]), (2, ROWS[1]), (4, ROWS[3])]


def test_old_persian_files_are_read() -> None:
    # Windows' old table of letters had no Persian yeh; writers took the Arabic one.
    rows = [("شهر", "كشور"), ("قازان", "روسيه"), ("فرايبورگ", "آلمان")]

    assert [row.cells for row in read_table(separated(rows, "cp1256"), "list.csv").rows] == rows


def test_cells_are_one_line_each() -> None:
    table = read_table(b'city,note\nKazan,"two\nlines\tand  spaces"\n', "list.csv")

    assert table.rows[1] == Row(2, ("Kazan", "two lines and spaces"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b'city,"note\nKazan', "not_separated"),
        (b"a" * 30 + b"\n", "cell_too_long"),
        (b"1,2,3,4,5\n", "too_many_columns"),
        (b"a\nb\nc\nd\n", "too_many_rows"),
        (b"x" * 2000, "too_large"),
        (b"%PDF-1.7 ...", "unreadable"),
        (b"Isfah\xe3n,\xc3\n", "unreadable"),
    ],
)
def test_file_that_is_no_table_is_refused_with_the_reason(data: bytes, code: str) -> None:
    limits = TableLimits(bytes=1000, rows=3, columns=4, cell=20)

    with pytest.raises(UnreadableTable) as refused:
        read_table(data, "list.csv", limits=limits)

    assert refused.value.code == code
