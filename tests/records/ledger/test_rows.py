from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.factories.readings import SIGNED, source

from peyvand.core.ledger.policy import USUAL, Policies
from peyvand.core.ledger.statement import DateSaid, Resolution
from peyvand.core.ledger.verdict import Verdict
from peyvand.core.ledger.words import DateBasis, Judgement
from peyvand.records.ledger.rows import canonical, pack, parse, unpack

STATEMENT = source(SIGNED)[1].statements[0].statement
RESOLUTION = Resolution(
    statement=STATEMENT.key,
    places=("geonames:1", "geonames:2"),
    date="2025-04-09",
    date_basis=DateBasis.SAID,
    date_said=DateSaid(calendar="solar_hijri", value="1404-01-20", text="بیستم فروردین"),
)
VERDICT = Verdict(
    statement="a" * 64,
    judgement=Judgement.ACCEPTED,
    reason="",
    member="1",
    follows=None,
    at=datetime(2025, 4, 9, 8, 0, 0, 5, UTC),
)


@pytest.mark.parametrize("value", [STATEMENT, RESOLUTION, VERDICT, USUAL, Policies(dormant_after=timedelta(days=9))])
def test_what_is_packed_unpacks_to_an_equal_value(value: object) -> None:
    packed = json.loads(json.dumps(pack(value)))

    assert unpack(type(value), packed) == value


def test_statement_comes_back_from_what_it_says_with_the_same_key() -> None:
    assert unpack(type(STATEMENT), parse(canonical(STATEMENT.said()))).key == STATEMENT.key


def test_verdict_comes_back_from_what_it_says_with_the_same_key() -> None:
    assert unpack(Verdict, parse(canonical(VERDICT.said()))).key == VERDICT.key


def test_older_row_takes_defaults() -> None:
    packed = {"statement": "a" * 64, "places": ["geonames:1", "geonames:2"]}

    assert unpack(Resolution, packed) == Resolution(statement="a" * 64, places=("geonames:1", "geonames:2"))


def test_days_are_packed_as_iso() -> None:
    assert pack((date(2025, 4, 9), None)) == ("2025-04-09", None)


def test_canonical_text_does_not_depend_on_order() -> None:
    assert canonical({"ب": 1, "الف": 2}) == canonical({"الف": 2, "ب": 1})
