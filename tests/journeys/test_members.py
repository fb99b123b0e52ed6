"""Members in a real browser: invited, let in by two steps, known by a passkey, and put out from elsewhere."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from peyvand.adapters.factors.codes import code_at
from peyvand.records.accounts.models import Member, Passkey
from peyvand.records.accounts.permissions import Role
from tests.factories.members import PASSWORD, member
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CODES = re.compile(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}")


def sign_in(page: Page, language: str, name: str, password: str = PASSWORD) -> None:
    page.goto(f"/{language}/office/sign-in/")
    page.fill("#username", name)
    page.fill("#password", password)
    page.press("#password", "Enter")


def fresh_code(secret: str) -> str:
    """The code of the next step: that of this one may have been used, and a clock may go ahead by one."""
    return code_at(secret, int(time.time()) // 30 + 1)


def secret_on(page: Page) -> str:
    return "".join((page.locator("code.key").first.text_content() or "").split())


@pytest.fixture
def device(page: Page) -> Iterator[str]:
    """A telephone that keeps passkeys and knows its owner."""
    tools = page.context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    made: dict[str, Any] = tools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield made["authenticatorId"]
    tools.detach()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_from_an_invitation_to_signing_in_with_a_code(page: Page, faults_of: Check, language: str) -> None:
    member("admin", role=Role.ADMINISTRATOR)
    sign_in(page, language, "admin")
    page.wait_for_url("**/office/inbox/")
    page.goto(f"/{language}/office/members/invite/")
    page.fill("#display_name", "پریسا رضایی")
    page.fill("#email", "parisa@example.org")
    page.select_option("#role", "officer")
    page.select_option("#language", language)
    assert faults_of(page) == []
    page.get_by_role("button", name={"fa": "فرستادن دعوت", "en": "Send the invitation"}[language]).click()
    link = page.locator("code.key").text_content() or ""
    assert link in mail.outbox[0].body
    page.locator("header form button").click()

    page.goto(link)
    page.fill("#username", "parisa")
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    assert faults_of(page) == []
    page.press("#again", "Enter")
    page.wait_for_url("**/sign-in/begin/")
    assert faults_of(page) == []
    secret = secret_on(page)
    page.fill("#code", code_at(secret, int(time.time()) // 30))
    page.press("#code", "Enter")
    expect(page.locator(".recovery li")).to_have_count(10)
    assert faults_of(page) == []
    page.locator("main a.button").click()
    expect(page).to_have_url(re.compile("/account/factors/$"))
    page.locator("header form button").click()

    sign_in(page, language, "parisa")
    page.wait_for_url("**/sign-in/second/")
    assert faults_of(page) == []
    page.fill("#code", fresh_code(secret))
    page.press("#code", "Enter")
    page.wait_for_url("**/office/inbox/")
    expect(page.locator("header .self")).to_have_text("پریسا رضایی")
    assert page.request.get(link).status == 404


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_passkey_is_made_and_used(page: Page, device: str, faults_of: Check, language: str) -> None:
    member("mina")
    sign_in(page, language, "mina")
    page.wait_for_url("**/office/inbox/")
    page.goto(f"/{language}/office/account/factors/")
    assert faults_of(page) == []
    page.fill("#passkey_name", "تلفن مینا")
    page.locator("form[data-passkey] button").click()
    expect(page.locator(".recovery li")).to_have_count(10)
    assert Passkey.objects.get().name == "تلفن مینا"
    page.locator("header form button").click()

    sign_in(page, language, "mina")
    page.wait_for_url("**/sign-in/second/")
    assert faults_of(page) == []
    page.locator("form[data-passkey] button").click()
    page.wait_for_url("**/office/inbox/")
    page.locator("header form button").click()

    page.goto(f"/{language}/office/sign-in/")
    assert faults_of(page) == []
    page.locator("form[data-passkey] button").click()
    page.wait_for_url("**/office/inbox/")
    assert Passkey.objects.get().used_at is not None


def test_without_a_telephone_a_recovery_code_opens(page: Page, device: str) -> None:
    member("mina")
    sign_in(page, "fa", "mina")
    page.goto("/fa/office/account/factors/")
    page.locator("form[data-passkey] button").click()
    code = CODES.findall(page.locator(".recovery").text_content() or "")[4]
    page.locator("header form button").click()

    sign_in(page, "fa", "mina")
    page.locator("details summary").click()
    page.fill("#recovery", code.lower())
    page.press("#recovery", "Enter")
    page.wait_for_url("**/office/inbox/")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_session_is_ended_from_elsewhere(
    page: Page, chromium: Browser, live_server: LiveServer, faults_of: Check, language: str
) -> None:
    member("mina")
    other = chromium.new_context(base_url=live_server.url).new_page()
    sign_in(other, language, "mina")
    other.wait_for_url("**/office/inbox/")
    sign_in(page, language, "mina")
    page.wait_for_url("**/office/inbox/")
    page.goto(f"/{language}/office/account/")
    expect(page.locator(".sessions > li")).to_have_count(2)
    assert faults_of(page) == []
    page.locator(".sessions button").click()
    expect(page.locator(".sessions > li")).to_have_count(1)

    other.goto(f"/{language}/office/inbox/")
    expect(other).to_have_url(re.compile("/sign-in/"))
    page.goto(f"/{language}/office/inbox/")
    expect(page).to_have_url(re.compile("/inbox/$"))
    other.context.close()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_administrator_sees_and_changes_members(page: Page, faults_of: Check, language: str) -> None:
    mina = member("mina")
    member("admin", role=Role.ADMINISTRATOR)
    sign_in(page, language, "admin")
    page.wait_for_url("**/office/inbox/")
    page.goto(f"/{language}/office/members/")
    assert faults_of(page) == []
    page.get_by_role("link", name="mina").click()
    page.fill("#display_name", "مینا کریمی")
    page.fill("#city", {"fa": "اصفهان", "en": "Isfahan"}[language])
    page.fill("#serves_until", "1420-01-01")
    assert faults_of(page) == []
    page.locator("#facts button.first").click()
    expect(page.locator("h1")).to_contain_text("مینا کریمی")
    page.locator("#going .acts > a").click()
    assert faults_of(page) == []

    mina = Member.objects.get(pk=mina.pk)
    assert (mina.city, str(mina.serves_until)) == ("geonames:418863", "2041-03-20")
