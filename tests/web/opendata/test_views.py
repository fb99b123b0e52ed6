"""Files to take away: for the times and the audience of the page, each with its sources."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, SIGNED, Said
from tests.web.conftest import Accept

from peyvand.adapters.exports.formats import WRITERS
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.permissions import Role
from peyvand.web.opendata import files


def body(answer: HttpResponseBase) -> bytes:
    content: Iterator[bytes] = answer.streaming_content  # type: ignore[attr-defined]
    return b"".join(content)


def lines(client: Client, address: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in body(client.get(address)).splitlines()]


@pytest.fixture
def internal(accept: Accept) -> str:
    """A letter that says that Isfahan and Freiburg have signed."""
    return accept(Said(places=(ISFAHAN, FREIBURG)), kind=SourceKind.LETTER)


@pytest.mark.parametrize("form", WRITERS)
def test_every_format_is_a_file_with_its_name(signed: str, client: Client, form: str) -> None:
    answer = client.get(f"/fa/data/{form}/?as_of=1404-03-12")

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == WRITERS[form].media_type
    assert answer.headers["Content-Disposition"] == f'attachment; filename="peyvand-2025-06-02{WRITERS[form].suffix}"'
    assert len(body(answer)) == int(answer.headers["Content-Length"]) > 200


def test_a_file_answers_for_the_times_of_the_page(signed: str, client: Client) -> None:
    head, *bonds = lines(client, "/en/cities/isfahan/data/jsonl/?as_of=2025-06-02&known_at=2020-01-01")

    assert (head["as_of"], str(head["known_at"])[:10], bonds) == ("2025-06-02", "2020-01-01", [])
    assert len(lines(client, "/en/cities/isfahan/data/jsonl/?as_of=2025-06-02")) == 2


def test_each_bond_brings_its_sources(signed: str, client: Client) -> None:
    (row,) = csv.DictReader(io.StringIO(body(client.get("/fa/data/csv/")).decode("utf-8-sig")))

    assert [one["source"] for one in json.loads(row["sources"])] == [signed]


def test_a_city_has_its_own_bonds_alone(accept: Accept, client: Client) -> None:
    accept(SIGNED, Said(places=(KAZAN, FREIBURG)))

    assert [one["id"] for one in lines(client, "/fa/cities/isfahan/data/jsonl/")[1:]] == ["isfahan--kazan"]
    assert len(lines(client, "/fa/data/jsonl/")) == 3


def test_what_only_the_office_sees_is_given_to_members_who_ask(
    signed: str, internal: str, client: Client, signed_in: Client
) -> None:
    for browser in (client, signed_in):
        assert [one["id"] for one in lines(browser, "/fa/data/jsonl/")[1:]] == ["isfahan--kazan"]
    assert client.get("/fa/data/jsonl/?internal=1").status_code == 403
    assert client.get("/fa/cities/freiburg/data/jsonl/").status_code == 404
    answer = signed_in.get("/fa/data/jsonl/?internal=1")
    assert (internal in body(answer).decode(), "internal" in answer.headers["Content-Disposition"]) == (True, True)


def test_a_day_that_is_none_and_a_format_that_is_none_make_no_file(signed: str, client: Client) -> None:
    assert client.get("/fa/data/csv/?as_of=yesterday").status_code == 400
    assert client.get("/fa/data/pdf/").status_code == 404
    assert client.get("/fa/cities/nowhere/data/csv/").status_code == 404


def test_pages_lead_to_their_files(signed: str, client: Client, signed_in: Client) -> None:
    page = client.get("/en/cities/isfahan/?as_of=1404/03/12").content.decode()

    assert 'href="/en/cities/isfahan/data/xlsx/?as_of=2025-06-02"' in page
    assert "internal=1" not in page
    assert 'href="/en/data/geojson/"' in client.get("/en/data/").content.decode()
    assert "/en/data/csv/?internal=1" in signed_in.get("/en/data/").content.decode()


def test_the_ledger_is_for_those_who_may_have_it(
    signed: str, client: Client, as_role: Callable[[Role], Client]
) -> None:
    auditor = as_role(Role.AUDITOR)

    assert json.loads(body(auditor.get("/fa/data/ledger/")).splitlines()[0])["peyvand"] == "ledger/1"
    assert "/en/data/ledger/" in auditor.get("/en/data/").content.decode()
    assert "/en/data/ledger/" not in client.get("/en/data/").content.decode()
    assert as_role(Role.PRESS).get("/fa/data/ledger/").status_code == 403


def test_many_who_ask_at_once_are_asked_to_wait(signed: str, client: Client) -> None:
    for _ in range(files._AT_ONCE):
        assert files._turns.acquire(blocking=False)
    try:
        answer = client.get("/fa/data/csv/")
    finally:
        files._turns.release(files._AT_ONCE)

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "20")
    assert body(client.get("/fa/data/csv/"))
