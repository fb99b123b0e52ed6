"""A list on its way in, in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.factories.tables import WORLD, separated

import peyvand.lexicon
from peyvand.records.accounts.models import Member
from peyvand.records.intake import batches, queries
from peyvand.records.ledger.models import Entry, Kind
from peyvand.web.office.views import lists

ROWS = [
    ("City", "Country", "Since"),
    ("Kazan", "Russia", "2015"),
    ("Columbus", "United States", "2001"),
    ("Freiburg", "Germany", "thirteenth"),
]


@pytest.fixture(autouse=True)
def small_world(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: WORLD)
    settings.HOME = tmp_path


def brought(client: Client, rows: list[tuple[str, ...]] = ROWS, **form: str) -> str:
    """The address of the page of a list that was brought."""
    file = SimpleUploadedFile("list.csv", separated(rows))
    answer = client.post("/en/office/lists/", {"file": file, "kind": "office", "city": "Isfahan", **form})
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def test_a_list_shows_how_it_is_read_before_anything_is_written(officer: Member, signed_in: Client) -> None:
    page = signed_in.get(brought(signed_in)).content.decode()

    assert "several places have this name" in page
    assert "This is no date that can be read: \u2068thirteenth\u2069" in page
    assert "Columbus, OH, US, 905,748" in page
    assert Entry.objects.count() == 0


def test_a_namesake_is_told_and_a_column_left_out(officer: Member, signed_in: Client) -> None:
    address = brought(signed_in)
    form = {
        "action": "look", "kind": "office", "city": "Isfahan", "name_0": "Columbus", "country_0": "United States",
        "place_0": "geonames:4256038", "column_3": "", "read_3": "date",
    }  # fmt: skip
    assert signed_in.post(address, form).status_code == 302
    page = signed_in.get(address).content.decode()

    assert ("Names that wait for a place" in page, "Rows that are left out" in page) == (False, False)
    signed_in.post(address, {"action": "accept", "reason": "as the secretariat has it"})
    (verdict,) = Entry.objects.filter(kind=Kind.VERDICT)
    assert Entry.objects.filter(kind=Kind.STATEMENT).count() == 3
    found = queries.desk(officer, verdict.subject)
    assert found
    assert found.whole.reason == "as the secretariat has it"


def test_rows_that_are_left_out_are_a_file_too(signed_in: Client) -> None:
    text = signed_in.get(brought(signed_in) + "left-out/").content.decode()

    assert [line.split(",")[0] for line in text.splitlines()] == ["\ufeffrow", "4", "3"]


def test_a_long_import_goes_on_where_it_stopped(
    officer: Member, signed_in: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "_STEP", 1)
    monkeypatch.setattr(lists, "_SECONDS", -1.0)
    address = brought(signed_in, [("City", "Country"), ("Kazan", "Russia"), ("Freiburg", "Germany")])

    page = signed_in.post(address, {"action": "enter"}).content.decode()
    assert "1 statements are in, 1 are still to come." in page
    assert address in signed_in.get("/en/office/lists/").content.decode()

    signed_in.post(address, {"action": "enter"})
    answer = signed_in.post(address, {"action": "enter"})
    assert answer.headers["Location"].startswith("/en/office/inbox/")
    assert signed_in.get(address).status_code == 404


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"city": "Atlantis"}, "No place of this name is known."),
        ({"city": "Columbus"}, "Several places bear this name. Choose one."),
        ({"published": "yesterday"}, "This is no date."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(signed_in: Client, form: dict[str, str], told: str) -> None:
    address = brought(signed_in)
    answer = signed_in.post(address, {"action": "look", "kind": "office", "city": "Isfahan", **form})

    assert (answer.status_code, told in answer.content.decode()) == (422, True)


def test_a_file_is_needed_and_may_be_dropped(signed_in: Client) -> None:
    assert signed_in.post("/en/office/lists/", {"kind": "pairs"}).status_code == 422
    address = brought(signed_in, [("xq", "zq"), ("qq", "vq")])
    assert "No row of headings was found" in signed_in.get(address).content.decode()
    signed_in.post(address, {"action": "drop"})
    assert signed_in.get(address).status_code == 404


def test_a_city_that_several_are_called_is_asked_for_with_the_file_kept(signed_in: Client) -> None:
    file = SimpleUploadedFile("list.csv", separated(ROWS))
    answer = signed_in.post("/en/office/lists/", {"file": file, "kind": "office", "city": "Columbus"})
    page = answer.content.decode()

    assert (answer.status_code, 'name="city_place"' in page) == (422, True)
    address = page.split('action="/en/office/lists/', 1)[1].split('"', 1)[0]
    form = {"kind": "office", "city": "Columbus", "city_place": "geonames:4509177"}
    assert signed_in.post(f"/en/office/lists/{address}", form).status_code == 302
