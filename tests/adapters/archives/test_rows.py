from __future__ import annotations

from tests.factories.crawls import SIGNED, page

from peyvand.adapters.archives.outputs import SOURCE_FIELDS, STATEMENT_FIELDS
from peyvand.adapters.archives.rows import captured_of, source_row, statement_rows
from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import capture_bytes

CAPTURED = capture_bytes(page(SIGNED), "https://a.example/1")
READING = read_capture(CAPTURED)


def test_a_source_comes_back_from_its_row() -> None:
    assert captured_of(source_row(CAPTURED, READING)) == CAPTURED


def test_rows_have_the_columns_they_are_written_in() -> None:
    (statement,) = statement_rows(READING)

    assert sorted(source_row(CAPTURED, READING)) == sorted(SOURCE_FIELDS)
    assert sorted(statement) == sorted(STATEMENT_FIELDS)


def test_a_statement_row_quotes_its_source() -> None:
    (row,) = statement_rows(READING)

    assert (row["a_name"], row["b_name"], row["event"], row["date"]) == ("Isfahan", "Kazan", "signing", "2025-04-09")
    assert CAPTURED.text[row["start"] : row["end"]] == row["quote"]
