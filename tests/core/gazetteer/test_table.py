from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Level, Place
from peyvand.core.gazetteer.table import Row, read_row, write_row

ROW = Row(
    Place(
        id="geonames:1",
        name="Xi'an",
        country="CN",
        level=Level.CITY,
        region="26",
        latitude=34.2583,
        longitude=108.9286,
        population=6_501_190,
    ),
    "xian",
    "شیان",
)


def test_place_is_read_as_it_was_written() -> None:
    assert read_row(write_row(ROW)) == ROW


def test_line_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="10 fields, not 2"):
        read_row("geonames:1\tx")


def test_field_with_a_tab_is_refused() -> None:
    with pytest.raises(ValueError, match="geonames:1: a field holds a tab"):
        write_row(ROW._replace(persian="شی\tآن"))
