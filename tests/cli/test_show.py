"""A city's own answer, in the terminal and for programs."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import Event, SourceKind
from peyvand.records.intake.actions import accept_reading

pytestmark = pytest.mark.django_db
ROWS = [
    Said(words=f"ردیف {at}", event=Event.STANDING, places=(ISFAHAN, partner), date=None)
    for at, partner in enumerate((KAZAN, ISTANBUL))
]


@pytest.fixture(autouse=True)
def on_record() -> None:
    mina = member("mina")
    accept_reading(*source(SIGNED, VISIT, claimed=16), by=mina)
    accept_reading(*source(*ROWS, title="فهرست", published="2016-09-01", kind=SourceKind.DATASET_ROW), by=mina)


def test_a_claim_is_explained_member_by_member(peyvand: Run) -> None:
    _, out, _ = peyvand("show", "Isfahan", "--format", "json")
    answer = json.loads(out)

    kazan = {"id": KAZAN.id, "name": "Kazan", "country": "RU"}
    istanbul = {"id": ISTANBUL.id, "name": "Istanbul", "country": "TR"}
    first = answer["differences"][0]
    assert (first["rule"], first["on"], first["claimed"], first["partner"]) == (
        "any_signed_text",
        "2025-04-10",
        16,
        kazan,
    )
    assert (first["counted"], first["gap"]) == ({"least": 1, "most": 1}, 15)
    assert first["members"] == [
        {"place": kazan, "counts": True, "reason": "counts", "since": "2025-04-09"},
        {"place": istanbul, "counts": False, "reason": "no_signing", "since": None},
    ]
    assert answer["counts"][0]["left_out"] == [{"place": istanbul, "reason": "no_signing"}]


def test_lists_stand_beside_each_other(peyvand: Run) -> None:
    _, out, _ = peyvand("show", "Isfahan", "--format", "json")
    matrix = json.loads(out)["matrix"]

    assert [(one["title"], one["published"], one["kind"]) for one in matrix["sources"]] == [
        ("فهرست", "2016-09-01", "dataset_row")
    ]
    assert [(one["place"]["name"], one["n"], one["listed"][0]["instrument"]) for one in matrix["partners"]] == [
        ("Kazan", 1, "sister_city"),
        ("Istanbul", 1, "sister_city"),
    ]


def test_the_terminal_tells_the_same(peyvand: Run) -> None:
    _, told, _ = peyvand("show", "Isfahan")

    assert "  any_signed_text: 1 (Kazan)\n    - Istanbul: no signing on record" in told
    assert "  ? ordinal 16 Kazan (2025-04-10)\n    any_signed_text: 1 (+15)\n      Kazan" in told
    assert "  A  فهرست (2016-09-01)" in told
    assert "     A   1/1  Kazan" in told
