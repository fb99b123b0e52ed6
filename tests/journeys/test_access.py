"""What is open to a member, and the audit, in a real browser: in both languages, on a telephone and on a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from peyvand.records.accounts.roles import Role
from peyvand.records.audit.actions import record
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register import queries
from tests.factories.members import PASSWORD, grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, KAZAN, SIGNED, source
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SIZES = ((390, 844), (1280, 900))


@pytest.fixture
def office() -> int:
    """A head of office, an officer of one city, and some lines of the audit; the officer's number."""
    member("parisa", role=Role.HEAD)
    sara = member("sara")
    accept_reading(*source(SIGNED), by=sara)
    grant(sara, ISFAHAN.id)
    grant(sara, KAZAN.id, FREIBURG.id)
    record(sara, "case.open", thing="case:7", places=(ISFAHAN.id, KAZAN.id))
    assert queries.bond((ISFAHAN.id, KAZAN.id))
    return sara.pk


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_of_access_and_audit_stand_and_can_be_used(
    page: Page, office: int, language: str, faults_of: Check
) -> None:
    page.goto(f"/{language}/office/sign-in/")
    page.fill("#username", "parisa")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(f"**/{language}/office/**")
    for path in (f"members/{office}/access/", "audit/", f"audit/members/{office}/", "audit/bonds/isfahan--kazan/"):
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"/{language}/office/{path}")

            assert faults_of(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.goto(f"/{language}/office/audit/?thing=case:7")
    assert page.locator("main .lines li").count() == 1
