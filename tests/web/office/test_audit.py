"""The audit on screen, and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.roles import Role
from peyvand.records.audit.actions import record
from peyvand.records.audit.models import Trace


@pytest.fixture
def auditor(as_role: Callable[[Role], Client], officer: Member) -> Client:
    record(officer, "case.open", thing="case:7", places=(ISFAHAN.id, KAZAN.id))
    record(officer, "statement.judge", thing="statement:" + "a" * 64, detail="accepted")
    return as_role(Role.AUDITOR)


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_lines_stand_in_words_with_their_things(auditor: Client) -> None:
    page = text_of(auditor, "/en/office/audit/")

    assert "open and end cases" in page
    assert "Isfahan, Kazan" in page
    assert 'href="/en/office/cases/7/"' in page


def test_a_member_has_a_page_of_their_own(auditor: Client, officer: Member) -> None:
    page = text_of(auditor, f"/en/office/audit/members/{officer.pk}/?kind=did")

    assert ("judge statements" in page, "see the audit" in page) == (True, False)
    assert auditor.get("/en/office/audit/members/999/").status_code == 404


@pytest.mark.usefixtures("signed")
def test_lines_and_bonds_lead_to_the_audit_of_a_bond(auditor: Client) -> None:
    link = 'href="/en/office/audit/bonds/isfahan--kazan/"'

    assert link in text_of(auditor, "/en/office/audit/")
    assert link in text_of(auditor, "/en/bonds/isfahan--kazan/")
    assert link not in text_of(Client(), "/en/bonds/isfahan--kazan/")


@pytest.mark.usefixtures("signed")
def test_a_bond_and_a_city_have_pages_of_their_own(auditor: Client) -> None:
    for path in ("bonds/isfahan--kazan", "cities/kazan"):
        assert "open and end cases" in text_of(auditor, f"/en/office/audit/{path}/?thing=case:7")
    assert auditor.get("/en/office/audit/bonds/kazan--isfahan/").status_code == 404


def test_looking_at_the_audit_is_in_it(auditor: Client) -> None:
    text_of(auditor, "/en/office/audit/")

    assert "the audit" in text_of(auditor, "/en/office/audit/?kind=saw")
    assert Trace.objects.filter(what="office:audit", kind="saw").count() == 1


def test_a_date_that_is_none_is_told(auditor: Client) -> None:
    answer = auditor.get("/en/office/audit/?since=yesterday")

    assert (answer.status_code, "This is no date." in answer.content.decode()) == (422, True)


def test_the_audit_is_taken_away_as_a_table_and_that_is_noted(auditor: Client) -> None:
    made = member("=cmd")
    record(made, "case.open")

    body = b"".join(auditor.get("/fa/office/audit/file/?kind=did"))

    rows = list(csv.DictReader(io.StringIO(body.decode())))
    assert [(row["member"], row["what"], row["thing"]) for row in rows if row["what"] == "case.open"] == [
        ("mina", "case.open", "case:7"),
        ("'=cmd", "case.open", ""),
    ]
    assert Trace.objects.filter(what="office:audit_file", kind="exported").count() == 1


@pytest.mark.parametrize(("role", "expected"), [(Role.ADMINISTRATOR, (200, 403)), (Role.OFFICER, (403, 403))])
def test_others_do_not(as_role: Callable[[Role], Client], role: Role, expected: tuple[int, int]) -> None:
    browser = as_role(role)

    assert tuple(browser.get(f"/fa/office/audit/{path}").status_code for path in ("", "file/")) == expected
