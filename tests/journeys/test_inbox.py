"""The inbox grown up: fields completed while typing, words marked in the source, many cards at once, and undoing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions as intake
from peyvand.records.intake.queries import desk as desk_of
from peyvand.records.register.shown import StatementShown
from tests.factories.members import PASSWORD, member
from tests.factories.readings import PLANNED, SIGNED, VISIT, Said, source
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Letters outside the plane that browsers count by, so that an offset of theirs is not one of the source.
MARKED = "شهرداران دو شهر نامه‌ای نوشتند"
PLAIN = Said(words=f"📜📜 امروز {MARKED} و رفتند.")


@pytest.fixture
def mina(transactional_db: None) -> Member:
    return member("mina")


def enter(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url(f"**{address}")


def statements(by: Member, capture: str) -> list[StatementShown]:
    found = desk_of(by, capture)
    assert found
    return [one.item for one in found.proposals if isinstance(one.item, StatementShown)]


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [("fa", "والنس", "والنسیا، اسپانیا"), ("en", "Valenc", "Valencia, Spain")],
)
def test_a_correction_is_completed_while_it_is_typed(
    page: Page, mina: Member, faults_of: Check, language: str, typed: str, offered: str
) -> None:
    proposed = intake.propose(*source(SIGNED), by=mina)
    enter(page, f"/{language}/office/inbox/{proposed.source}/")
    page.locator(".card").first.focus()
    page.keyboard.press("c")
    page.locator("#second").press("Control+a")
    page.keyboard.type(typed)
    expect(page.locator(f'#second_offers option[value="{offered}"]')).to_have_count(1)
    assert faults_of(page) == []

    page.locator("#second").fill(offered)
    page.locator("#speaker").fill("امین مرتضوی")
    page.locator("#speaker").press("Enter")

    expect(page.locator(".card.is-accepted")).to_have_count(1)
    (new,) = [one for one in statements(mina, proposed.source) if one.judged.status is Status.ACCEPTED]
    assert (new.resolution.places[1], new.statement.speaker) == ("geonames:2509954", "امین مرتضوی")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_words_marked_in_the_source_become_a_statement(
    page: Page, mina: Member, faults_of: Check, language: str
) -> None:
    proposed = intake.propose(*source(PLAIN, SIGNED), by=mina)
    enter(page, f"/{language}/office/inbox/{proposed.source}/")
    mark(page, ".desk-text p[data-at]:has(mark)", MARKED)
    expect(page.locator("#state-marked")).to_be_visible()
    page.locator("#state-link").click()

    expect(page.locator("#quote")).to_have_value(MARKED)
    # The script of the page listens from then on.
    page.wait_for_load_state()
    mark(page, "#marking", SIGNED.words)
    expect(page.locator("#quote")).to_have_value(SIGNED.words)
    mark(page, "#marking", MARKED)
    page.locator("#first").fill("Isfahan, Iran")
    page.locator("#second").fill("Kazan, Russia")
    page.locator("#event").select_option("negotiation")
    assert faults_of(page) == []
    page.locator(".wide-form .button.first").click()

    expect(page.locator(".card.is-accepted")).to_have_count(1)
    (new,) = [one for one in statements(mina, proposed.source) if one.judged.status is Status.ACCEPTED]
    assert (new.quote, new.statement.event) == (MARKED, "negotiation")


def mark(page: Page, where: str, words: str) -> None:
    """Mark words as a mouse does."""
    page.evaluate(
        """([where, words]) => {
          const root = document.querySelector(where), walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
          throw new Error("no such words");
        }""",
        [where, words],
    )


@pytest.mark.parametrize("language", ["fa", "en"])
def test_what_was_just_said_is_undone_with_one_key(page: Page, mina: Member, faults_of: Check, language: str) -> None:
    proposed = intake.propose(*source(SIGNED, PLANNED, VISIT), by=mina)
    enter(page, f"/{language}/office/inbox/{proposed.source}/")
    page.locator(".card").first.focus()
    page.keyboard.press("a")
    expect(page.locator("#card-2")).to_be_focused()
    expect(page.locator("[data-undo]")).to_be_visible()
    assert faults_of(page) == []
    page.keyboard.press("z")

    expect(page.locator("#card-1[data-waits]")).to_be_focused()
    assert statements(mina, proposed.source)[0].judged.status is Status.WITHDRAWN


def test_chosen_cards_are_accepted_together_by_keyboard_alone(page: Page, mina: Member, faults_of: Check) -> None:
    proposed = intake.propose(*source(SIGNED, PLANNED, VISIT), by=mina)
    enter(page, f"/fa/office/inbox/{proposed.source}/")
    page.locator(".card").first.focus()
    for key in ("x", "j", "j", "x"):
        page.keyboard.press(key)
    page.locator("#chosen summary").press("Enter")
    assert faults_of(page) == []
    page.locator("#chosen button[value=accept]").press("Enter")

    expect(page.locator(".card.is-accepted")).to_have_count(2)
    expect(page.locator("#card-2[data-waits]")).to_have_count(1)


def test_single_keys_can_be_turned_off_and_stay_off(page: Page, mina: Member) -> None:
    proposed = intake.propose(*source(SIGNED, PLANNED), by=mina)
    enter(page, f"/fa/office/inbox/{proposed.source}/")
    page.locator(".keys-told summary").click()
    page.locator("#keys-switch").click()
    page.reload()
    page.locator(".card").first.focus()
    page.keyboard.press("a")
    page.keyboard.press("j")

    expect(page.locator(".card[data-waits]")).to_have_count(2)
    expect(page.locator("#card-1")).to_be_focused()
