from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import DatabaseError
from django.test import Client

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.roles import Role
from peyvand.records.agenda.actions import new_calendar
from peyvand.records.audit.models import Trace
from peyvand.web.shared import seeing


def traces() -> list[tuple[str, str, str]]:
    seen = Trace.objects.exclude(kind__in=["signed_in", "did"]).order_by("pk")
    return [(one.kind, one.what, one.thing) for one in seen]


def test_a_page_is_noted_once_a_day_with_its_thing(signed: str, signed_in: Client) -> None:
    for _ in range(2):
        signed_in.get(f"/fa/sources/{signed}/")
    signed_in.get("/en/office/inbox/?q=words")

    assert traces() == [("saw", "portal:source", f"source:{signed}"), ("saw", "office:inbox", "")]


def test_visitors_and_what_is_missing_leave_no_trace(signed: str, signed_in: Client, client: Client) -> None:
    client.get(f"/fa/sources/{signed}/")
    signed_in.get(f"/fa/sources/{'0' * 64}/")
    signed_in.head(f"/fa/sources/{signed}/")

    assert traces() == []


def test_files_are_noted_each_time(signed: str, signed_in: Client) -> None:
    for _ in range(2):
        b"".join(signed_in.get("/fa/data/csv/"))

    assert [one[:2] for one in traces()] == [("exported", "opendata:register")] * 2


def test_what_was_tried_in_vain_is_noted(as_role: Callable[[Role], Client]) -> None:
    officer = as_role(Role.OFFICER)
    for _ in range(2):
        officer.get("/fa/data/ledger/")

    assert traces() == [("refused", "ledger.export", "")]


def test_a_calendar_that_a_program_fetches_is_noted_for_its_member(officer: Member, client: Client) -> None:
    secret = new_calendar(by=officer)
    for _ in range(2):
        client.get(f"/calendar/{secret}.ics")

    assert traces() == [("exported", "outside:calendar", "")]


def test_secrets_in_addresses_are_not_kept(signed_in: Client) -> None:
    signed_in.get("/calendar/my-secret.ics")

    assert traces() == []


def test_a_page_is_shown_even_where_noting_fails(signed_in: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DatabaseError("disk is full")

    monkeypatch.setattr(seeing, "once_a_day", full)
    monkeypatch.setattr(seeing, "exported", full)

    assert signed_in.get("/fa/").status_code == 200
    with pytest.raises(DatabaseError):
        signed_in.get("/fa/data/csv/")
