"""The watch list by commands."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.sites import FEED, SIGNED, NewsSite

from peyvand.cli import watching
from peyvand.records.watching.models import Watch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site(monkeypatch: pytest.MonkeyPatch) -> NewsSite:
    made = NewsSite()
    monkeypatch.setattr(watching, "fetcher", lambda: made)
    member("mina")
    return made


def test_the_list_is_kept_printed_and_looked_at(peyvand: Run, site: NewsSite) -> None:
    site.publish(("پیمان دو شهر", SIGNED))

    added = peyvand("watch", "add", FEED, "--every", "12")
    number = Watch.objects.get().pk
    listed = json.loads(peyvand("watch", "list", "--format", "json")[1])
    looked = peyvand("watch", "run")
    again = peyvand("watch", "run")
    removed = peyvand("watch", "remove", str(number))

    assert added == (0, "", f"{number}: {FEED}, every 12 hours\n")
    assert (listed["number"], listed["added_by"], listed["failures"]) == (number, "mina", 0)
    assert looked == (0, "", f"{FEED}: 1 proposed, 0 that say nothing of a tie, 0 not read\n")
    assert (again, removed) == ((0, "", ""), (0, "", ""))
    assert peyvand("watch", "list") == (0, "", "")


def test_a_page_that_fails_is_told_with_its_reason(peyvand: Run) -> None:
    peyvand("watch", "add", FEED)

    assert peyvand("watch", "run") == (1, "", f"{FEED}: The site answers with status 404.\n")
    assert peyvand("watch", "list")[1].endswith("The site answers with status 404.\n")


@pytest.mark.parametrize("wrong", [("add", "http://127.0.0.1/"), ("add", FEED, "--every", "0"), ("remove", "7")])
def test_what_cannot_be_done_says_so(peyvand: Run, wrong: tuple[str, ...]) -> None:
    status, out, err = peyvand("watch", *wrong)

    assert (status, out, len(err.splitlines())) == (2, "", 1)
