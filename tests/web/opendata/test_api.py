from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_hits_come_with_their_evidence_and_licence(client: Client, signed: str) -> None:
    told = client.get("/api/v1/search/", {"q": "امضا", "kind": "statement"}).json()

    assert told.keys() == {"ok", "data", "near", "licence", "next"}
    (hit,) = told["data"]
    assert (hit["source"], hit["evidence"][0]["found"], told["next"]) == (signed, ["امضا"], None)


def test_what_waits_is_no_answer_even_to_members(signed_in: Client, proposed: str) -> None:
    assert signed_in.get("/api/v1/search/", {"q": "به‌زودی"}).json()["data"] == []


def test_a_place_is_named_by_its_address(client: Client, signed: str) -> None:
    assert len(client.get("/api/v1/search/", {"q": "کازان", "place": "kazan"}).json()["data"]) == 5
    assert client.get("/api/v1/search/", {"q": "کازان", "place": "nowhere"}).json()["data"] == []


@pytest.mark.parametrize(
    ("asked", "fault"),
    [
        ({"year": "x"}, {"at": "year", "why": "malformed"}),
        ({"after": "x"}, {"at": "after", "why": "malformed"}),
        ({"tier": "0", "after": "9223372036854775808"}, {"at": "after", "why": "malformed"}),
        ({"kind": "x" * 3000}, {"at": "kind", "why": "malformed"}),
        ({"sort": "1"}, {"at": "sort", "why": "unknown"}),
    ],
)
def test_what_is_not_understood_is_refused(client: Client, asked: dict[str, str], fault: dict[str, str]) -> None:
    answer = client.get("/api/v1/search/", {"q": "x", **asked})

    assert (answer.status_code, answer.json()["errors"]) == (422, [fault])
