"""A case in a real browser: from the proposal to the signature, both languages, gate by gate with its evidence."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from peyvand.core.procedure.pack import Proof
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions
from peyvand.records.casework.actions import Answer
from peyvand.records.casework.models import Case
from peyvand.records.intake.actions import accept_reading
from tests.factories.members import PASSWORD, member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, Said, source
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MILAN = "geonames:3173435"
PROOFS = dict.fromkeys(Proof, "۱۲")
LONG_AGO = date(2025, 1, 10)


@pytest.fixture
def reza(transactional_db: None) -> Member:
    return member("reza", role=Role.HEAD)


def enter(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#username", "reza")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(f"**{address}")


def close(page: Page, step: str, on: str, **typed: str) -> None:
    card = page.locator(f"#step-{step}")
    card.locator("details:has(button[value=done]) > summary").click()
    card.locator("details:has(button[value=done]) input[name=on]").fill(on)
    for name, words in typed.items():
        card.locator(f"[name={name}]").first.fill(words)
    card.locator("button[value=done]").click()
    expect(page.locator(f"#step-{step} > header")).to_contain_text("انجام" if "/fa/" in page.url else "done")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_kazan_from_the_proposal_to_the_signature(page: Page, reza: Member, language: str, faults_of: Check) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=reza, on=LONG_AGO)
    address = f"/{language}/office/cases/{case.pk}/"
    enter(page, address)
    paper = {"document": "پرونده ۷"}
    close(page, "0-proposal", "1403/10/21", **paper)
    close(page, "0-council", "1403/11/05", **paper, number="۱۲", vote="۱۱ موافق", text="متن مصوبه")
    close(page, "0-interior", "1403/12/01", **paper, number="۳۴")
    close(page, "0-foreign", "1403/12/10", **paper, number="۵۶")
    close(page, "0-drafting", "1403/12/12", **paper)
    close(page, "0-form_check", "1403/12/15", **paper)
    assert faults_of(page) == []
    close(page, "0-signing", "1404/01/20", **paper)

    page.goto(f"/{language}/bonds/isfahan--kazan/")
    expect(page.locator("main")).to_contain_text("۲۰ فروردین ۱۴۰۴" if language == "fa" else "9 April 2025")


@pytest.mark.parametrize(("language", "before", "after"), [
    ("fa", "مهلت آن جاری است", "موافقت با سکوت"),
    ("en", "its clock runs", "agreed by silence"),
])  # fmt: skip
def test_thirty_days_of_silence_run_out(
    page: Page, reza: Member, language: str, before: str, after: str, faults_of: Check
) -> None:
    today = timezone.localdate()
    for days, word in ((29, before), (30, after)):
        case = actions.open_case(ISFAHAN.id, MILAN, by=reza, on=today - timedelta(days=31))
        draft = Answer(on=today - timedelta(days=31), proofs=PROOFS)
        actions.close(case, 1, "draft", draft, by=reza, follows=None)
        actions.ask(case, 1, "notice", on=today - timedelta(days=days), by=reza, follows=None)
        address = f"/{language}/office/cases/{case.pk}/"
        enter(page, address) if days == 29 else page.goto(address)
        expect(page.locator("#step-1-notice > header")).to_contain_text(word)
    assert faults_of(page) == []

    page.goto(f"/{language}/office/agenda/?kind=gate")
    expect(page.locator("main")).to_contain_text(after)
    assert faults_of(page) == []


@pytest.mark.parametrize(("language", "permit"), [("fa", "مجوز (استانبول)"), ("en", "Permit (Istanbul)")])
def test_a_turkish_tie_that_was_signed_without_its_permit_is_found(
    page: Page, reza: Member, language: str, permit: str, faults_of: Check
) -> None:
    case = actions.open_case(ISFAHAN.id, ISTANBUL.id, by=reza, on=LONG_AGO)
    signed = Said(words="پیمان خواهرخواندگی اصفهان و استانبول امضا شد.", places=(ISFAHAN, ISTANBUL))
    accept_reading(*source(signed), by=reza)
    enter(page, f"/{language}/office/cases/{case.pk}/")

    expect(page.locator(".finding").first).to_contain_text(permit)
    assert faults_of(page) == []


@pytest.mark.parametrize("language", ["fa", "en"])
def test_of_two_officers_at_one_gate_one_wins_and_the_other_loses_no_word(
    page: Page, reza: Member, language: str, faults_of: Check
) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=reza, on=LONG_AGO)
    enter(page, f"/{language}/office/cases/{case.pk}/")
    card = page.locator("#step-0-council")
    card.locator("details:has(button[value=done]) > summary").click()
    for name, words in {"document": "مصوبه من", "number": "۹۹", "vote": "۸ موافق"}.items():
        card.locator(f"[name={name}]").first.fill(words)
    first(case)
    card.locator("button[value=done]").click()

    expect(page.locator("#step-0-council [role=alert]")).to_contain_text("۹۹")
    expect(page.locator("#step-0-council .left-out")).to_contain_text("۱۲")
    assert faults_of(page) == []


def first(case: Case) -> None:
    """Somebody else closes the gate meanwhile."""
    actions.close(case, 0, "council", Answer(on=LONG_AGO, proofs=PROOFS), by=member("sara"), follows=None)


def test_a_case_goes_on_paper_and_on_a_narrow_screen(page: Page, reza: Member, faults_of: Check) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=reza, on=LONG_AGO)
    enter(page, f"/fa/office/cases/{case.pk}/")
    page.set_viewport_size({"width": 390, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert faults_of(page) == []
    page.emulate_media(media="print")
    assert page.locator(".acts").first.is_hidden()
    assert page.locator(".paper-only").is_visible()
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_case_is_opened_and_its_gate_closed_by_keyboard_alone(page: Page, reza: Member) -> None:
    enter(page, "/fa/office/cases/new/")
    page.locator("#own").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("اصفهان، ایران")
    page.keyboard.press("Tab")
    page.keyboard.type("کازان، روسیه")
    page.keyboard.press("Enter")
    page.wait_for_url("**/office/cases/*/")

    page.locator("#step-0-proposal details:has(button[value=done]) > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("نامهٔ ۱۲")
    page.keyboard.press("Enter")

    expect(page.locator("#step-0-proposal > header")).to_contain_text("انجام")
    assert page.evaluate("location.hash") == "#step-0-proposal"
