from __future__ import annotations

from pathlib import Path

import pytest
from tests.factories.tables import separated, workbook

from peyvand.adapters.imports.opening import open_table
from peyvand.adapters.imports.table import UnreadableTable

ROWS = [("city", "country"), ("Kazan", "Russia")]


@pytest.mark.parametrize("data", [separated(ROWS), workbook(ROWS), b'[{"city": "Kazan", "country": "Russia"}]'])
def test_kind_of_file_is_known_by_its_bytes(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(data)

    assert [row.cells for row in open_table(path).rows] == ROWS


def test_file_that_is_not_there_or_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="There is no such file"):
        open_table(tmp_path / "none.csv")
    with pytest.raises(UnreadableTable, match="This is not a file"):
        open_table(tmp_path)
