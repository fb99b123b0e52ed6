from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.lists.cells import (
    read_coordinates,
    read_date,
    read_degrees,
    read_instrument,
    read_moment,
    read_number,
    read_status,
    read_total,
)
from peyvand.core.reading.lists.columns import RowStatus
from peyvand.lexicon.tables import table_words

WORDS = table_words()


@pytest.mark.parametrize(
    ("cell", "edtf", "value"),
    [
        ("1379/08/06", "2000-10-27", "1379-08-06"),
        ("۱۳۷۹/۸/۶", "2000-10-27", "1379-08-06"),
        ("۶ آبان ۱۳۷۹", "2000-10-27", "1379-08-06"),
        ("2000-10-27", "2000-10-27", "2000-10-27"),
        ("27.10.2000", "2000-10-27", "2000-10-27"),
        ("27 October 2000", "2000-10-27", "2000-10-27"),
        ("October 2000", "2000-10", "2000-10"),
        ("2021-06", "2021-06", "2021-06"),
        ("۱۳۹۹/۱۲", "2021-02-19/2021-03-20", "1399-12"),
        ("1379", "2000-03-20/2001-03-20", "1379"),
        (" 2000 ", "2000", "2000"),
    ],
)
def test_date_in_its_own_calendar(cell: str, edtf: str, value: str) -> None:
    found = read_date(cell, WORDS)

    assert found is not None
    assert (found.edtf, found.said.value, found.conflict) == (edtf, value, False)


@pytest.mark.parametrize("cell", ["", "soon", "1379/13/40", "79/8/6", "999", "5000", "1990 و 1995", "-"])
def test_cell_without_one_date(cell: str) -> None:
    assert read_date(cell, WORDS) is None


def test_two_calendars_that_do_not_agree() -> None:
    found = read_date("۱۴۰۱/۱۰/۲۸ (2023-01-19)", WORDS)

    assert found is not None
    assert found.conflict


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2000-10-27T00:00:00Z", "2000-10-27"),
        ("2000-10-01T00:00:00Z", "2000-10"),
        ("2000-01-01T00:00:00Z", "2000"),
        ("+2000-01-01T00:00:00Z", "2000"),
    ],
)
def test_moment_says_no_more_than_was_known(cell: str, edtf: str) -> None:
    found = read_moment(cell)

    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize("cell", ["2000-10-27", "T", "2000-13-40T00:00:00Z", "_:b1"])
def test_no_moment(cell: str) -> None:
    assert read_moment(cell) is None


@pytest.mark.parametrize(
    ("cell", "instrument"),
    [
        ("پیمان خواهرخواندگی", Instrument.SISTER_CITY),
        ("تفاهم نامه خواهر خواندگی", Instrument.SISTER_CITY),
        ("یادداشت تفاهم", Instrument.MOU),
        ("Twinning agreement", Instrument.SISTER_CITY),
        ("MoU", Instrument.MOU),
        ("Friendship city", Instrument.FRIENDSHIP),
        ("اعلام آمادگی", Instrument.INTENT),
        ("طرح مشترک", Instrument.PROJECT),
        ("other", None),
    ],
)
def test_kind_of_tie(cell: str, instrument: Instrument | None) -> None:
    assert read_instrument(cell, WORDS) is instrument


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("فعال", RowStatus.IN_FORCE),
        ("غیرفعال", RowStatus.INACTIVE),
        ("به حالت تعلیق", RowStatus.SUSPENDED),
        ("در حال پیگیری", RowStatus.NEGOTIATING),
        ("To be signed", RowStatus.PLANNED),
        ("Terminated in 2022", RowStatus.ENDED),
        ("expired", RowStatus.EXPIRED),
        ("Proposed", RowStatus.PROPOSED),
        ("؟", None),
    ],
)
def test_state_of_a_tie(cell: str, status: RowStatus | None) -> None:
    assert read_status(cell, WORDS) is status


def test_numbers_and_degrees() -> None:
    assert [read_number(cell) for cell in ("۱٬۵۴۷٬۱۶۴", "1,547,164", "42.0", "many", "")] == [
        1_547_164, 1_547_164, 42, None, None,
    ]  # fmt: skip
    assert [read_degrees(cell, 90) for cell in ("32.65", "۳۲٫۶۵", "91", "north", "nan")] == [
        32.65, 32.65, None, None, None,
    ]  # fmt: skip


def test_coordinates_in_both_manners() -> None:
    assert read_coordinates("32.65, 51.67") == (32.65, 51.67)
    assert read_coordinates("Point(51.67 32.65)") == (32.65, 51.67)
    assert read_coordinates("Point(32.65 151.67)") is None
    assert read_coordinates("here") is None


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        (("جمع کل", "", "۱۶"), 16),
        (("تعداد: ۱۶",), 16),
        (("Total", "12"), 12),
        (("1", "Total City", "2000"), None),
        (("Total",), None),
        (("Kazan", "12"), None),
    ],
)
def test_total_that_a_row_states(cells: tuple[str, ...], total: int | None) -> None:
    assert read_total(cells, WORDS) == total


@given(st.text(max_size=60))
def test_any_cell_is_read_without_a_fault(cell: str) -> None:
    for read in (read_moment, read_number, read_coordinates):
        read(cell)
    read_date(cell, WORDS)
    read_status(cell, WORDS)
