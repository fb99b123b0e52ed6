"""The desk with the keyboard alone: reasons, corrections, and two editors at once."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions as intake
from tests.factories.members import PASSWORD, member
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(page: Page, transactional_db: None) -> tuple[Page, Member, intake.Proposed]:
    """Mina at her desk, the first card in focus, and Sara, who works on the same source elsewhere."""
    proposed = intake.propose(*source(SIGNED, PLANNED, VISIT), by=member("mina"))
    page.goto(f"/fa/office/inbox/{proposed.source}/")
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(f"**/office/inbox/{proposed.source}/")
    page.locator(".card").first.focus()
    return page, member("sara"), proposed


def number_in_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_j_and_k_move_between_cards_and_light_the_text(desk: tuple[Page, Member, intake.Proposed]) -> None:
    page, _sara, _proposed = desk
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")

    assert number_in_focus(page) == "card-2"
    expect(page.locator("mark.lit")).to_have_text(PLANNED.words)


def test_a_card_is_rejected_with_its_reason(desk: tuple[Page, Member, intake.Proposed]) -> None:
    page, _sara, _proposed = desk
    page.keyboard.press("r")
    page.keyboard.type("نام شهر اشتباه است")
    page.keyboard.press("Enter")

    expect(page.locator("#card-1 .verdict")).to_contain_text("نام شهر اشتباه است")
    expect(page.locator("#card-2")).to_be_focused()


def test_keys_typed_into_a_reason_are_letters(desk: tuple[Page, Member, intake.Proposed]) -> None:
    page, _sara, _proposed = desk
    page.keyboard.press("r")
    page.keyboard.type("ajkc")

    expect(page.locator("#reason-1")).to_have_value("ajkc")
    page.keyboard.press("Escape")
    assert number_in_focus(page) == "card-1"


def test_a_verdict_is_taken_back(desk: tuple[Page, Member, intake.Proposed]) -> None:
    page, _sara, _proposed = desk
    page.keyboard.press("a")
    expect(page.locator("#card-2")).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("u")

    expect(page.locator("#card-1 .verdict")).to_contain_text("رأی پس گرفته شد")


def test_the_slower_editor_sees_the_others_verdict_and_keeps_the_words(
    desk: tuple[Page, Member, intake.Proposed],
) -> None:
    page, sara, proposed = desk
    intake.accept(proposed.keys[0], by=sara)
    page.keyboard.press("r")
    page.keyboard.type("من نپذیرفتم")
    page.keyboard.press("Enter")

    expect(page.locator("#card-1 .notice.fault")).to_be_visible()
    expect(page.locator("#card-1 .verdict")).to_contain_text("sara")
    expect(page.locator("#reason-1")).to_have_value("من نپذیرفتم")
    expect(page.locator("#card-1")).to_be_focused()


def test_a_misread_statement_is_corrected(desk: tuple[Page, Member, intake.Proposed]) -> None:
    page, _sara, _proposed = desk
    page.keyboard.press("c")
    expect(page).to_have_url(re.compile("/correct/$"))
    page.locator("#modality").select_option("planned")
    page.locator("#date").press("Enter")

    expect(page.locator(".card.is-accepted")).to_have_count(1)
    expect(page.locator(".card.is-rejected")).to_have_count(1)
