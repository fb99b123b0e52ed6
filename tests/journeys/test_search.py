"""The search in a real browser: by keys alone, in both languages, on narrow and wide screens, without scripts too."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from peyvand.records.contacts import actions as contacts
from peyvand.records.intake import actions as intake
from tests.factories.members import member
from tests.factories.readings import KAZAN, PLANNED, SIGNED, VISIT, source
from tests.journeys.conftest import Check
from tests.journeys.test_pages import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def office(transactional_db: None) -> None:
    """An accepted article, one that waits, and a person."""
    mina = member("mina")
    intake.accept_reading(*source(SIGNED, VISIT, claimed=16), by=mina)
    intake.propose(*source(PLANNED, title="خبری تازه", name="new.txt"), by=mina)
    contacts.keep(contacts.Facts(name="ژوبین راد", role="دبیر", place=KAZAN.id), by=mina)


@pytest.mark.parametrize(("language", "width"), [("fa", 390), ("fa", 1280), ("en", 390), ("en", 1280)])
def test_the_page_is_whole_in_both_languages(
    page: Page, faults_of: Check, office: None, language: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{language}/search/?q=Esfahan+کازان")

    expect(page.locator("#found mark").first).to_have_text("اصفهان" if language == "fa" else "Isfahan")
    assert faults_of(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto(f"/{language}/search/?q=کازان&year=x")
    expect(page.locator("#year")).to_have_attribute("aria-invalid", "true")
    page.goto(f"/{language}/search/?q=هیچ‌چیز")
    assert faults_of(page) == []


def test_a_city_is_reached_by_keys_alone(page: Page, faults_of: Check, office: None) -> None:
    page.goto("/fa/search/")

    page.keyboard.press("/")
    page.keyboard.type("کاز", delay=40)
    expect(page.locator("#suggested a").first).to_have_text(re.compile("کازان"))
    assert faults_of(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#suggested a")).to_have_count(0)
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("ا", delay=40)
    expect(page.locator("#suggested a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/fa/cities/kazan/$"))


def test_a_member_finds_what_waits_and_whom_one_knows(page: Page, faults_of: Check, office: None) -> None:
    sign_in(page)
    page.get_by_role("link", name="جست‌وجو", exact=True).press("Enter")
    page.fill("#q", "به‌زودی")
    page.locator("#q").press("Enter")
    expect(page.locator("#found .name")).to_have_count(2)

    page.fill("#q", "زوبین")
    page.locator("#q").press("Enter")
    expect(page.locator("#found")).to_contain_text("نزدیک‌ترین")
    expect(page.locator("#found .name")).to_have_text("ژوبین راد")
    assert faults_of(page) == []


def test_without_scripts_the_form_finds_all_the_same(chromium: Browser, live_server: LiveServer, office: None) -> None:
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    plain = context.new_page()
    plain.goto("/en/")
    plain.fill("#q", "خواهر خواندگی")
    plain.locator("#q").press("Enter")
    plain.locator("#found .name").first.click()

    expect(plain).to_have_url(re.compile("/en/sources/"))
    context.close()
