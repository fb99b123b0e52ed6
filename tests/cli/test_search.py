from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import KAZAN, PLANNED, SIGNED, source

from peyvand.records.intake.actions import accept_reading, propose

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_record() -> None:
    mina = member("mina")
    accept_reading(*source(SIGNED), by=mina)
    propose(*source(PLANNED, title="خبری تازه", name="b.txt"), by=mina)


def test_hits_are_told_with_their_evidence(peyvand: Run) -> None:
    status, out, _ = peyvand("search", "Esfahan", "قازان", "--format", "json")
    hits = [json.loads(line) for line in out.splitlines()]

    assert (status, [hit["kind"] for hit in hits]) == (0, ["bond", "source", "statement"])
    assert hits[0]["name"] == "Isfahan – Kazan"
    assert hits[0]["meant"][1] == {
        "words": "قازان", "place": {"id": KAZAN.id, "name": "Kazan", "country": "RU"}, "near": False
    }  # fmt: skip
    assert hits[2]["evidence"] == [{"text": "پیمان خواهرخواندگی اصفهان و کازان امضا شد.", "found": ["اصفهان", "کازان"]}]


def test_for_people_each_hit_is_a_line_or_two(peyvand: Run) -> None:
    _, out, _ = peyvand("search", "امضا", "--kind", "statement")

    assert out == "statement  پیمان خواهرخواندگی اصفهان و کازان امضا شد.  2025-04-10\n"


def test_a_member_finds_what_waits(peyvand: Run) -> None:
    assert peyvand("search", "به‌زودی")[0] == 1
    assert peyvand("search", "به‌زودی", "--as", "mina")[0] == 0
    assert peyvand("search", "به‌زودی", "--as", "nobody")[0] == 2
    assert peyvand("search", "x", "--place", "ناکجاآباد")[0] == 2
