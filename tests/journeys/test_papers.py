"""A letter in a real browser: it comes in with its scan, is answered, belongs to a gate, and is seen from the bond."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework.actions import open_case
from peyvand.records.casework.models import Case
from peyvand.records.contacts.actions import Facts, keep
from peyvand.records.documents.models import Document, Tie
from peyvand.records.intake.actions import accept_reading
from peyvand.records.letters.models import Letter
from tests.factories.members import PASSWORD, member
from tests.factories.pictures import picture
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, source
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SUBJECT = "دعوت شهردار اصفهان به سابانتوی"


@pytest.fixture
def mina(transactional_db: None) -> Member:
    made = member("mina", role=Role.HEAD)
    made.city = ISFAHAN.id
    made.save()
    keep(Facts(name="Ильсур Метшин", names=(("fa", "ایلسور متشین"),), place=KAZAN.id), by=made)
    accept_reading(*source(SIGNED), by=made)
    return made


@pytest.fixture
def kazan(mina: Member) -> Case:
    return open_case(ISFAHAN.id, KAZAN.id, by=mina, on=date(2025, 3, 1))


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "نامه کازان.jpg"
    path.write_bytes(picture())
    return path


def enter(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(f"**{address}")


def fill(page: Page, **typed: str) -> None:
    for name, words in typed.items():
        page.fill(f"#{name}", words)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_letter_comes_in_is_answered_and_closes_in_on_a_gate(
    page: Page, kazan: Case, scan: Path, language: str, faults_of: Check
) -> None:
    case = f"/{language}/office/cases/{kazan.pk}/"
    enter(page, case)
    card = page.locator("#step-0-council")
    card.locator("details:has(a[href*='letters/new']) > summary").click()
    card.locator("a[href*='letters/new']").click()
    fill(page, subject=SUBJECT, senders="ایلسور متشین", receivers="شهردار اصفهان", date="5 июля 2024", partner="کازان")
    page.select_option("#visibility", "public")
    page.set_input_files("#scan", scan)
    page.click("main form button.first")
    if page.locator("select[name=partner_place]").count():
        # More than one place bears the name; and a browser keeps no file.
        page.select_option("select[name=partner_place]", KAZAN.id)
        page.set_input_files("#scan", scan)
        page.click("main form button.first")
    expect(page.locator("h1")).to_contain_text(SUBJECT)
    assert faults_of(page) == []
    letter = Letter.objects.get()
    assert page.locator(".sheet img").evaluate("image => image.complete && image.naturalWidth") == 255

    page.locator("main a[href*='answers=']").click()
    expect(page.locator("#receivers")).to_have_value(f"Ильсур Метшин #{letter.parties.get(side='from').contact_id}")
    fill(page, date="۲۰ تیر ۱۴۰۳")
    page.click("main form button.first")
    expect(page.locator("#thread li")).to_have_count(2)

    assert Tie.objects.get(thing="letter").ref == f"{kazan.pk}/0/council"
    page.goto(case)
    expect(page.locator("#step-0-council .letters")).to_contain_text(SUBJECT)
    page.goto(f"/{language}/bonds/isfahan--kazan/")
    expect(page.locator("#papers")).to_contain_text(SUBJECT)
    assert faults_of(page) == []
    with page.expect_download() as saved:
        page.locator("#papers a[download]").first.click()
    assert (saved.value.path().read_bytes(), saved.value.suggested_filename) == (scan.read_bytes(), scan.name)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_hostile_file_is_refused_and_no_word_is_lost(
    page: Page, mina: Member, tmp_path: Path, language: str, faults_of: Check
) -> None:
    evil = tmp_path / "scan.pdf"
    evil.write_bytes(b"<script>alert(document.cookie)</script>")
    enter(page, f"/{language}/office/letters/new/?direction=incoming")
    fill(page, subject=SUBJECT, senders="ناشناس", receivers="شهردار", date="1403/4/15")
    page.set_input_files("#scan", evil)
    page.click("main form button.first")

    expect(page.locator("#scan_fault")).to_contain_text("PDF")
    expect(page.locator("#subject")).to_have_value(SUBJECT)
    assert faults_of(page) == []
    assert (Letter.objects.count(), Document.objects.count()) == (0, 0)


def test_of_two_who_change_a_letter_the_second_sees_both(page: Page, mina: Member) -> None:
    enter(page, "/fa/office/letters/new/?direction=outgoing")
    fill(page, subject=SUBJECT, senders="شهردار", receivers="کازان", date="1403/4/15")
    page.click("main form button.first")
    address = page.url
    page.goto(f"{address}edit/")
    Letter.objects.update(subject="از همکار", version=1)
    fill(page, subject="از من")
    page.click("main form button.first")

    expect(page.locator("[role=alert]").first).to_contain_text("از همکار")
    expect(page.locator("#subject")).to_have_value("از من")
    page.click("main form button.first")
    expect(page.locator("h1")).to_contain_text("از من")


def test_the_register_goes_on_paper_and_on_a_narrow_screen(page: Page, mina: Member, faults_of: Check) -> None:
    enter(page, "/fa/office/letters/new/?direction=outgoing")
    fill(page, subject=SUBJECT, senders="شهردار", receivers="کازان", date="1403/4/15")
    page.click("main form button.first")
    page.set_viewport_size({"width": 390, "height": 800})
    for address in ("letters/", "letters/register/", "documents/", "contacts/"):
        page.goto(f"/fa/office/{address}")
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        assert faults_of(page) == []
    page.goto("/fa/office/letters/register/")
    page.emulate_media(media="print")
    assert page.locator(".mast nav").first.is_hidden()
