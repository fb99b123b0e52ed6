"""Every kind of page with the eyes of axe and with our own: wide and narrow, light and dark, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Request

from tests.factories.readings import KAZAN
from tests.journeys.conftest import Check
from tests.journeys.house import House, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = (390, 1024, 1600)

# Digits of the wrong script, outside of what is quoted, typed or a code.
_WRONG_DIGITS = """(digits) => {
  const wrong = new RegExp(`[${digits}]`), found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("bdi, [lang]:not(html), script, kbd, code, option") && wrong.test(node.data)) {
      found.push(node.data.replace(/\\u2068.*?\\u2069/g, "").trim());
    }
  }
  return found.filter((words) => wrong.test(words));
}"""
# What is to be pressed and is smaller than 24 px; links inside a line of words are as tall as their line.
_SMALL_TARGETS = """() => [...document.querySelectorAll("a, button, summary, input, select, textarea")]
  .filter((one) => one.checkVisibility() && !one.closest(".skip") && getComputedStyle(one).display !== "inline")
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
  .map((one) => one.outerHTML.slice(0, 120))"""
_UNSEEN_FOCUS = """() => [document.activeElement]
  .filter((one) => one !== document.body && getComputedStyle(one).outlineStyle === "none")
  .map((one) => one.outerHTML.slice(0, 100))"""
# Letters of the other script that nothing keeps from turning the line around them or from being read out wrong.
_UNMARKED_WORDS = """(letters) => {
  const other = new RegExp(`[${letters}]{3}`), found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, words = node.data.replace(/\\u2068.*?\\u2069/gs, "");
    const marked = node.parentElement.closest("bdi, [lang]:not(html), option, textarea, kbd, code, .code");
    if (!marked && other.test(words)) found.push(words.trim().slice(0, 80));
  }
  return found;
}"""
# The order of the keyboard is that of the page, and words run as their language does.
_OUT_OF_ORDER = """() => [...document.querySelectorAll("[tabindex]")].filter((one) => one.tabIndex > 0)
  .map((one) => one.outerHTML.slice(0, 100))
  .concat([...document.querySelectorAll("[lang][dir]")]
    .filter((one) => one.dir !== "auto" && (one.dir === "rtl") !== ["fa", "ar"].includes(one.lang))
    .map((one) => one.outerHTML.slice(0, 100)))"""
_TOO_WIDE = """() => document.documentElement.scrollWidth > document.documentElement.clientWidth"""


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(page: Page, faults_of: Check, office: House, language: str, scheme: str) -> None:
    """What is wrong at one width only is wrong in both schemes: colours are looked at once."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    sign_in(page)
    faults = {}
    for name, path in office.pages.items():
        for width in SIZES if scheme == "light" else SIZES[1:2]:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"/{language}{path}")
            if found := faults_of(page):
                faults[f"{name} {width}"] = found

    assert faults == {}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_fit_the_narrowest_screen_and_fingers(page: Page, office: House, language: str) -> None:
    sign_in(page)
    page.set_viewport_size({"width": 320, "height": 700})
    faults = {}
    for name, path in office.pages.items():
        page.goto(f"/{language}{path}")
        found = [page.evaluate(_TOO_WIDE), page.evaluate(_SMALL_TARGETS)]
        if found != [False, []]:
            faults[name] = found

    assert faults == {}


@pytest.mark.parametrize(("language", "others"), [("fa", "0-9"), ("en", "۰-۹")])
def test_digits_are_of_the_pages_language(page: Page, office: House, language: str, others: str) -> None:
    sign_in(page)
    found = {}
    for name, path in office.pages.items():
        page.goto(f"/{language}{path}")
        if wrong := page.evaluate(_WRONG_DIGITS, others):
            found[name] = wrong

    assert found == {}


@pytest.mark.parametrize(("language", "others"), [("en", "\u0600-\u06ff")])
def test_words_of_the_other_script_are_kept_apart(page: Page, office: House, language: str, others: str) -> None:
    sign_in(page)
    found = {}
    for name, path in office.pages.items():
        page.goto(f"/{language}{path}")
        if wrong := [*page.evaluate(_UNMARKED_WORDS, others), *page.evaluate(_OUT_OF_ORDER)]:
            found[name] = wrong

    assert found == {}


def test_whoever_skips_to_the_content_is_there(page: Page, office: House) -> None:
    page.goto("/fa/cities/isfahan/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_what_a_decision_would_change_is_a_page_like_others(page: Page, faults_of: Check, office: House) -> None:
    sign_in(page)
    page.goto("/fa/cities/istanbul/")
    page.locator("#identity summary").first.click()
    page.fill("#same-other", KAZAN.id)
    page.locator("#identity input[name=preview]").first.check()
    page.locator("#identity button").first.click()

    assert page.locator("h1").inner_text().startswith("چه تغییر خواهد کرد")
    assert faults_of(page) == []
    page.get_by_role("link", name="همان‌گونه بماند").click()
    assert page.url.endswith("/fa/cities/istanbul/")


def test_the_focus_is_seen_everywhere(page: Page, office: House) -> None:
    page.goto("/fa/bonds/isfahan--kazan/")
    unseen = []
    for _ in range(page.locator("a, button, summary").count()):
        page.keyboard.press("Tab")
        unseen += page.evaluate(_UNSEEN_FOCUS)

    assert unseen == []


def test_the_site_works_without_scripts(page: Page, office: House) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(base_url=page.context.new_page().url, java_script_enabled=False)
    context.close()
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    sign_in(page)
    page.goto(f"/fa{office.pages['desk']}")

    page.get_by_role("button", name="پذیرش").first.click()

    assert page.locator(".card.is-accepted").count() == 1


def test_the_first_view_is_light(page: Page, office: House) -> None:
    """At most 100 kB and ten requests, from this site alone (`page` holds that)."""
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))

    page.goto("/fa/bonds/isfahan--kazan/", wait_until="networkidle")

    sizes = [request.sizes()["responseBodySize"] for request in asked]
    assert len(sizes) <= 10
    assert sum(sizes) <= 100_000
