"""All findings on one page: the same as the command's, settled and taken back where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.test import Client
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, SIGNED, Said
from tests.web.conftest import Accept

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.register import deciding
from peyvand.records.register.audit import audit

PAGE = "/en/office/findings/"


def marks(page: str) -> set[str]:
    return set(re.findall(r'name="mark" value="([0-9a-f]+)"', page))


def shown(client: Client, query: str = "") -> str:
    return client.get(f"{PAGE}{query}").content.decode()


def test_it_is_what_the_command_finds(accept: Accept, signed_in: Client) -> None:
    accept(SIGNED, Said(places=(ISFAHAN, FREIBURG)), claimed=16)

    assert marks(shown(signed_in)) == {one.found.finding.mark for one in audit()} != set()


def test_findings_are_asked_for_by_kind_and_city(accept: Accept, signed_in: Client) -> None:
    accept(SIGNED, Said(places=(ISFAHAN, FREIBURG)), claimed=16)

    assert len(marks(shown(signed_in, "?code=count_differs"))) == 1
    assert marks(shown(signed_in, "?city=فرایبورگ")) == marks(shown(signed_in, "?city=freiburg")) != set()
    assert "No finding fits." in shown(signed_in, "?code=stale&city=kazan")


def test_a_finding_is_settled_and_taken_back_where_it_stands(signed: str, officer: Member, signed_in: Client) -> None:
    (document,) = [one.found for one in audit() if one.found.finding.code == "no_primary_source"]
    form = {"mark": document.finding.mark, "on": [ISFAHAN.id, KAZAN.id], "reason": "سند در بایگانی است", "next": PAGE}

    assert signed_in.post("/en/office/decide/settle/", form).headers["Location"] == PAGE
    assert document.finding.mark not in marks(shown(signed_in))
    page = shown(signed_in, "?state=settled")
    assert "سند در بایگانی است" in page

    key = re.search(r'name="key" value="([0-9a-f]{64})"', page)
    assert key
    signed_in.post("/en/office/decide/revoke/", {"key": key[1], "next": PAGE})
    assert document.finding.mark in marks(shown(signed_in))


def test_what_new_statements_bring_back_is_marked(
    accept: Accept, signed: str, officer: Member, signed_in: Client
) -> None:
    (document,) = [one.found for one in audit() if one.found.finding.code == "no_primary_source"]
    deciding.settle(document.finding.mark, (ISFAHAN.id, KAZAN.id), by=officer, reason="خبرگزاری گفت")
    assert "back with new statements" not in shown(signed_in)

    accept(Said(words="اصفهان و کازان خواهرخوانده شدند."), name="دوم", title="خبری دیگر")

    assert "back with new statements" in shown(signed_in)
    assert len(marks(shown(signed_in, "?state=reopened"))) == 1
    assert [one.reopened for one in audit() if one.found.finding.code == "no_primary_source"] == [True]


def test_who_may_only_look_is_shown_no_form(signed: str, as_role: Callable[[Role], Client]) -> None:
    page = shown(as_role(Role.AUDITOR))

    assert ("No document yet" in page, marks(page)) == (True, set())
