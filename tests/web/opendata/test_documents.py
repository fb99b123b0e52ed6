from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client
from tests.factories.members import member
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.audit.models import Kind, Trace
from peyvand.records.documents.actions import Facts, bring, void
from peyvand.records.documents.models import Document
from peyvand.web.shared.middleware import SANDBOX_POLICY

OF_BOND = Facts(title="نامه", places=(ISFAHAN.id, KAZAN.id))
SCAN = picture((40, 60))


@pytest.fixture(autouse=True)
def home(settings: LazySettings, tmp_path: Path) -> Path:
    settings.HOME = tmp_path
    return tmp_path


@pytest.fixture
def scan(officer: Member) -> Document:
    return bring(SCAN, 'نامه "۷".html', OF_BOND, by=officer)


def get(client: Client, document: Document, what: str = "") -> HttpResponse:
    return client.get(f"/fa/documents/{document.key}/{what}")  # type: ignore[return-value]


def test_a_file_is_an_attachment_in_a_sandbox(signed_in: Client, scan: Document, officer: Member) -> None:
    answer = get(signed_in, scan)

    assert (answer.content, answer.headers["Content-Type"]) == (SCAN, "image/jpeg")
    assert {type(words) for words in answer.headers.values()} == {str}
    assert answer.headers["Content-Security-Policy"] == SANDBOX_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D9%86")
    assert answer.headers["Content-Disposition"].endswith(".jpg")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert Trace.objects.filter(member=officer, kind=Kind.EXPORTED, what="opendata:document").count() == 1


@pytest.mark.parametrize("what", ["page/", "small/"])
def test_a_picture_is_drawn_anew_and_shown_in_the_page(signed_in: Client, scan: Document, what: str) -> None:
    answer = get(signed_in, scan, what)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/jpeg")
    assert (answer.content != SCAN, b"scanner" in SCAN, b"scanner" in answer.content) == (True, True, False)
    assert (answer.headers["Content-Security-Policy"], "Content-Disposition" in answer.headers) == (
        SANDBOX_POLICY,
        False,
    )


@pytest.mark.parametrize("what", ["", "page/", "small/"])
@pytest.mark.parametrize("visibility", ["internal", "partner"])
def test_what_is_hidden_answers_as_what_is_missing(client: Client, officer: Member, what: str, visibility: str) -> None:
    hidden = bring(SCAN, "x.jpg", replace(OF_BOND, visibility=visibility), by=officer)
    stranger = Client()
    stranger.force_login(member("p", role=Role.PARTNER))
    for who in (client, stranger):
        missing = who.get(f"/fa/documents/{'x' * 43}/{what}")
        answer = get(who, hidden, what)
        assert (answer.status_code, answer.content) == (404, missing.content)


def test_what_is_public_is_for_everybody_until_it_is_voided(client: Client, officer: Member) -> None:
    shown = bring(SCAN, "x.jpg", replace(OF_BOND, visibility="public"), by=officer)
    assert (get(client, shown).content, get(client, shown, "small/").status_code) == (SCAN, 200)

    void(shown, reason="اشتباه", by=officer)
    assert get(client, shown).status_code == 404


def test_permission_is_asked_each_time(signed_in: Client, scan: Document, officer: Member) -> None:
    assert get(signed_in, scan).status_code == 200
    officer.is_active = False
    officer.save()

    assert get(signed_in, scan).status_code == 404
