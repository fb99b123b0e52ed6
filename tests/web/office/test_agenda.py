"""The work list on its page, and the calendar that other programs read."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source
from tests.web.office.test_cases import words

from peyvand.records.accounts.models import Member
from peyvand.records.agenda.models import Assignment, Snooze
from peyvand.records.casework.actions import open_case
from peyvand.records.intake.actions import propose

PAGE = "/en/office/agenda/"


@pytest.fixture
def mina(officer: Member) -> Client:
    propose(*source(SIGNED, title="خبر"), by=officer)
    open_case(ISFAHAN.id, KAZAN.id, by=officer, on=date(2025, 3, 1))
    client = Client()
    client.force_login(officer)
    return client


def test_all_that_waits_stands_on_one_page(mina: Client) -> None:
    told = words(mina.get(PAGE))

    assert "خبر 1 waits" in told
    assert "Proposal – Isfahan – Kazan can be begun" in told
    assert "خبر" not in words(mina.get(f"{PAGE}?kind=gate"))


def test_an_item_is_given_away_and_put_off(mina: Client) -> None:
    member("sara")
    item = re.search(r'name="item" value="(source:[0-9a-f]+)"', mina.get(PAGE).content.decode())
    assert item
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    assert mina.post(f"{PAGE}note/", {"what": "assign", "item": item[1], "to": "sara"}).status_code == 302
    assert "for sara" in words(mina.get(PAGE))
    assert mina.post(f"{PAGE}note/", {"what": "snooze", "item": item[1], "until": tomorrow}).status_code == 302

    assert (Assignment.objects.count(), Snooze.objects.count()) == (1, 1)
    assert "خبر" not in words(mina.get(PAGE))
    assert "put off to" in words(mina.get(f"{PAGE}?snoozed=1"))


@pytest.mark.parametrize(
    "form",
    [{"what": "assign", "item": "x"}, {"item": "gate:1:0:a", "until": "soon"}, {"what": "assign", "to": "nobody"}],
)
def test_what_cannot_be_is_told(mina: Client, form: dict[str, str]) -> None:
    assert mina.post(f"{PAGE}note/", form).status_code == 422


def test_a_calendar_program_reads_what_is_due_by_its_secret_address(mina: Client) -> None:
    shown = words(mina.post(f"{PAGE}calendar/"))
    secret = re.search(r"/calendar/([\w-]+)\.ics", shown)
    assert secret
    feed = Client().get(f"/calendar/{secret[1]}.ics")

    assert (feed.status_code, feed.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert "BEGIN:VEVENT" in feed.content.decode()
    assert Client().get("/calendar/guess.ics").status_code == 404
    assert secret[1] not in words(mina.get(PAGE))


def test_health_tells_how_the_worker_stands(db: None) -> None:
    assert Client().get("/healthz").json() == {"ok": True, "worker": {"well": True, "late": [], "jobs": {}}}
