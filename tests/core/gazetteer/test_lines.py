from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.gazetteer.lines import SortedLines

letters = st.text(alphabet="abی\t漢😀", min_size=1, max_size=6)


@given(st.lists(letters, max_size=30), letters)
def test_lines_are_found_by_how_they_begin(lines: list[str], start: str) -> None:
    found = list(SortedLines.of(lines).beginning(start))

    assert found == [line for line in sorted(lines) if line.startswith(start)]


@given(st.lists(letters, max_size=30))
def test_lines_are_numbered(lines: list[str]) -> None:
    table = SortedLines.of(lines)

    assert [table[at] for at in range(len(table))] == sorted(lines) == list(table) == table[:]


@pytest.mark.parametrize("number", [-1, 1])
def test_there_is_no_line_outside(number: int) -> None:
    with pytest.raises(IndexError):
        SortedLines(b"one")[number]
