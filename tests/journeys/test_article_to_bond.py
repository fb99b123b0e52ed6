"""An article is pasted, judged with the keyboard, and its bond is on its page with the proof: in two languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.factories.members import PASSWORD, member
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "پیمان خواهرخواندگی اصفهان و کازان امضا شد"
SENTENCE = "شهرداران اصفهان و کازان روز ۲۰ فروردین ۱۴۰۴ در کاخ چهلستون پیمان خواهرخواندگی دو شهر را امضا کردند"
ARTICLE = f"به گزارش روابط عمومی شهرداری اصفهان، {SENTENCE}.\n\nکد خبر: ۱۲۳۴۵"


def sign_in(page: Page, language: str) -> None:
    page.goto(f"/{language}/office/inbox/")
    expect(page.locator("#username")).to_be_focused()
    page.keyboard.type("mina")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"^[^?]+/office/inbox/$"))


def paste(page: Page) -> None:
    page.get_by_label(re.compile("Title|عنوان")).fill(TITLE)
    page.locator("textarea").fill(ARTICLE)
    page.locator("#published").fill("1404/01/20")
    page.locator("#published").press("Enter")
    expect(page.locator(".card").first).to_be_visible()


def accept_all(page: Page) -> None:
    """From the first card on, with one key; the focus goes to the next that waits by itself."""
    page.keyboard.press("Tab")
    page.locator(".keys a").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".card").first).to_be_focused()
    for left in range(page.locator(".card[data-waits]").count() - 1, -1, -1):
        page.keyboard.press("a")
        expect(page.locator(".card[data-waits]")).to_have_count(left)
        expect(page.locator(".card:focus")).to_have_count(1)


@pytest.mark.parametrize(
    ("language", "truth"),
    [
        ("fa", "اصفهان و کازان از ۲۰ فروردین ۱۴۰۴ خواهرخوانده‌اند."),
        ("en", "Isfahan and Kazan have been sister cities since 9 April 2025."),
    ],
)
def test_an_article_becomes_a_bond_with_its_proof(page: Page, faults_of: Check, language: str, truth: str) -> None:
    member("mina")
    sign_in(page, language)
    assert faults_of(page) == []
    paste(page)
    assert faults_of(page) == []

    accept_all(page)
    assert faults_of(page) == []

    page.goto(f"/{language}/bonds/isfahan--kazan/")
    expect(page.locator(".lead")).to_contain_text(truth)
    assert faults_of(page) == []

    page.locator(".quote a", has_text=re.compile("See it|در متن")).first.click()
    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    expect(marked).to_contain_text("کازان")
    assert faults_of(page) == []
