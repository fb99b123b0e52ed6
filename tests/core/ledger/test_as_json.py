from __future__ import annotations

import json
from datetime import date

from tests.factories.telling import OURS, THEIRS, bond_of, told

from peyvand.core.ledger.as_json import bond_json, counted_json
from peyvand.core.ledger.counts import count_sisters
from peyvand.core.ledger.policy import CountRule


def placed(place: str) -> dict[str, object]:
    return {"id": place}


def test_a_bond_as_other_programs_read_it():
    fact = told("signing", when="2025-02-01", by="press", published="2025-02-02", kind="signed_text")

    shown = json.loads(json.dumps(bond_json(bond_of(fact), placed, slug="ours--theirs")))

    (event,) = shown["events"]
    standing = {
        "instrument": "sister_city", "state": "in_force", "since": "2025-02-01", "known": "documented",
        "channel": "official", "words": [], "law": None, "shown_by": [event["key"]],
    }  # fmt: skip
    assert (shown["id"], shown["places"]) == ("ours--theirs", [{"id": OURS}, {"id": THEIRS}])
    assert [side["standing"] for side in shown["sides"]] == [standing, standing]
    assert shown["sides"][0]["progress"] == {
        "toward": "sister_city",
        "reached": "signed",
        "approvals": {"got": [], "of": ["city_council", "interior_ministry", "foreign_ministry"]},
        "scheduled": None,
        "steps": [{"reached": "signed", "shown_by": [event["key"]]}],
    }
    assert (event["event"], event["modality"], event["date"]) == ("signing", "done", "2025-02-01")
    assert [(one["statement"], one["source"], one["evidence"]["text"]) for one in event["witnesses"]] == [
        (fact.statement.key, "press", fact.quote)
    ]
    assert shown["findings"] == []


def test_a_finding_names_its_statements():
    plan = told("event", "planned", "2025-05-01", instrument=None)

    shown = bond_json(bond_of(plan), placed, slug="x")

    assert shown["findings"] == [
        {
            "code": "planned_past",
            "mark": bond_of(plan).findings[0].mark,
            "statements": [plan.statement.key],
            "details": {"event": "event", "instrument": "", "date": "2025-05-01"},
        }
    ]


def test_a_count_carries_its_list():
    bond = bond_of(told("signing", when="2025-02-01", instrument="mou"))
    counted = count_sisters([bond], OURS, CountRule.ANY_SIGNED_TEXT, date(2025, 6, 2))

    assert counted_json(counted, placed) == {
        "rule": "any_signed_text",
        "n": 0,
        "places": [],
        "left_out": [{"place": {"id": THEIRS}, "reason": "lower_instrument"}],
    }
