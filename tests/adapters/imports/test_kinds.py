from __future__ import annotations

import pytest

from peyvand.adapters.imports import office, pairs, wikidata
from peyvand.adapters.imports.kinds import Kind, Told
from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.lists.cells import CellDate, read_date
from peyvand.core.reading.lists.columns import RowStatus
from peyvand.lexicon.tables import table_words

WORDS = table_words()
SIGNED, ENDED = read_date("1379/08/06", WORDS), read_date("2023-01-31", WORDS)


def says(kind: Kind, status: str = "", *, date: CellDate | None = SIGNED, end: CellDate | None = None) -> list[str]:
    """What a row with this state and these days claims: event, modality, day, sides, code."""
    told = Told(
        instrument=Instrument.SISTER_CITY, word=None, date=date, end=end, status=RowStatus(status) if status else None
    )
    return [
        " ".join(filter(None, (one.label, one.date.edtf if one.date else "", str(len(one.sides)), one.code)))
        for one in kind.sayings(told)
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("", ["signing 2000-10-27 2"]),
        ("in_force", ["signing 2000-10-27 2"]),
        ("inactive", ["signing 2000-10-27 2"]),
        ("proposed", ["proposal 2000-10-27 2"]),
        ("negotiating", ["negotiation 2000-10-27 2"]),
        ("planned", ["signing planned 2000-10-27 2"]),
        ("suspended", ["signing 2000-10-27 2", "suspension 1"]),
        ("ended", ["signing 2000-10-27 2", "termination 1"]),
        ("expired", ["signing 2000-10-27 2", "termination 1 END6"]),
    ],
)
def test_office_tells_of_signings_and_of_its_own_side(status: str, expected: list[str]) -> None:
    assert says(office.KIND, status) == expected


def test_office_without_a_day_says_that_the_tie_stands_for_its_side() -> None:
    assert says(office.KIND, date=None) == ["standing 1"]


def test_term_of_an_agreement_is_a_planned_end() -> None:
    assert says(office.KIND, end=ENDED) == ["signing 2000-10-27 2", "termination planned 2023-01-31 1 END6"]
    assert says(office.KIND, "ended", end=ENDED) == ["signing 2000-10-27 2", "termination 2023-01-31 1"]


@pytest.mark.parametrize("kind", [pairs.KIND, wikidata.KIND])
def test_lists_of_others_say_that_a_tie_stands_and_since_when(kind: Kind) -> None:
    assert says(kind) == ["standing 2000-10-27 2"]
    assert says(kind, end=ENDED) == ["standing 2000-10-27 2", "termination 2023-01-31 2"]


def test_moments_of_wikidata_say_no_more_than_was_known() -> None:
    read = [wikidata.KIND.read_date(cell, WORDS) for cell in ("2000-01-01T00:00:00Z", "2000-10-27", "once")]

    assert [one.edtf if one else None for one in read] == ["2000", "2000-10-27", None]
