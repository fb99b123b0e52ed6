from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text.formulas import inert


@pytest.mark.parametrize("cell", ["=1+1", "+98 31", "-5", "@SUM(A1)", " =x", "\t=x", "\u00a0=x", "＝1", "\rx"])
def test_cell_that_would_begin_a_formula_does_not(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Kazan", "a=b", "۱۳۷۹/۸/۶", "«=»", "'=x"])
def test_other_cells_stay(cell: str) -> None:
    assert inert(cell) == cell


@given(st.text(max_size=20))
def test_no_cell_comes_out_beginning_a_formula(cell: str) -> None:
    assert inert(cell).lstrip(" \t\r\n\x00\u00a0")[:1] not in tuple("=+-@＝＋－＠")
