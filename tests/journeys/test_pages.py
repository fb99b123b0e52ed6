"""Every kind of page with the eyes of axe and with our own: wide and narrow, light and dark, in both languages."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, Request

from peyvand.core.ledger.policy import LegalBar
from peyvand.core.ledger.words import Event, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions as intake
from peyvand.records.intake import uploads
from peyvand.records.intake.paging import PAGE
from peyvand.records.register import deciding, laws
from peyvand.records.register.audit import audit
from tests.factories.members import PASSWORD, member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source
from tests.journeys.conftest import Check

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PARTNERS = (KAZAN, ISTANBUL)
SIZES = (390, 1024, 1600)
ENGLISH = Said(words="The council of Freiburg signed with Isfahan on 27 October 2000.", places=(FREIBURG, ISFAHAN))

# Digits of the wrong script, outside of what is quoted, typed or a code.
_WRONG_DIGITS = """(digits) => {
  const wrong = new RegExp(`[${digits}]`), found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("bdi, [lang]:not(html), script, kbd") && wrong.test(node.data)) {
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


@pytest.fixture
def office(transactional_db: None) -> tuple[Member, dict[str, str]]:
    """An office with sources in two languages, one of them waiting; the addresses of its pages."""
    mina = member("mina", role=Role.HEAD)
    article = intake.accept_reading(*source(SIGNED, VISIT, claimed=16, areas=("culture",)), by=mina).source
    intake.accept_reading(*source(ENGLISH, title="Freiburg and Isfahan"), by=mina)
    waiting = intake.propose(*source(PLANNED, title="خبر دیگر"), by=mina)
    rows = [Said(words=f"ردیف {at}", event=Event.STANDING, places=(ISFAHAN, one)) for at, one in enumerate(PARTNERS)]
    intake.accept_reading(*source(*rows, title="فهرست", kind=SourceKind.DATASET_ROW), by=mina)
    deciding.name_network({"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}, by=mina)
    deciding.change_membership("cities-on-lakes", ISFAHAN.id, "joined", by=mina, quote=SIGNED.words, capture=article)
    deciding.former_name(ISFAHAN.id, "سپاهان", language="fa", by=mina)
    found = next(one.found for one in audit() if one.found.slug == "isfahan--kazan")
    deciding.settle(found.finding.mark, (ISFAHAN.id, KAZAN.id), by=mina, reason="سند در بایگانی است")
    public = {
        "home": "/",
        "cities": "/cities/",
        "found nothing": "/cities/?q=x",
        "city": "/cities/isfahan/",
        "bond": "/bonds/isfahan--kazan/",
        "bond of old": "/bonds/isfahan--kazan/?as_of=1400-01-01&known_at=soon",
        "source": f"/sources/{article}/",
        "lists": "/cities/isfahan/sources/",
        "networks": "/networks/",
        "network": "/networks/cities-on-lakes/",
        "how": "/how/",
        "data": "/data/",
        "missing": "/nothing/",
        "door": "/office/sign-in/",
    }
    listed = b"City,Country,Since\nKazan,Russia,2015\nColumbus,United States,2001\nFreiburg,Germany,thirteenth\n"
    upload = uploads.bring(listed, "list.csv", uploads.Facts(city=ISFAHAN.id), by=mina)
    many = [Said(words=f"ردیف {at} از فهرست بلند") for at in range(PAGE + 3)]
    long = intake.propose(*source(*many, title="فهرست بلند", kind=SourceKind.DATASET_ROW), by=mina)
    laws.bar(LegalBar(binds="US-TX", against="IR", since=date(2025, 9, 1), law="An Act"), by=mina)
    inside = {
        "inbox": "/office/inbox/",
        "paste": "/office/paste/",
        "nothing waits so": "/office/inbox/?q=x",
        "bring a list": "/office/lists/",
        "list": f"/office/lists/{upload.key}/",
        "findings": "/office/findings/?state=all",
        "policies": "/office/policies/",
        "long desk": f"/office/inbox/{long.source}/?page=2",
        "statement by hand": f"/office/inbox/{article}/state/",
        "desk": f"/office/inbox/{waiting.source}/",
        "correction": f"/office/inbox/{waiting.source}/{waiting.keys[0]}/correct/",
    }
    return mina, public | inside


def sign_in(page: Page) -> None:
    page.goto("/fa/office/sign-in/")
    page.fill("#username", "mina")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/office/inbox/")


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_shuts_anybody_out(
    page: Page, faults_of: Check, office: tuple[Member, dict[str, str]], language: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    sign_in(page)
    faults = {}
    for name, path in office[1].items():
        for width in SIZES:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"/{language}{path}")
            if found := faults_of(page):
                faults[f"{name} {width}"] = found

    assert faults == {}


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_fit_the_narrowest_screen_and_fingers(
    page: Page, office: tuple[Member, dict[str, str]], language: str
) -> None:
    sign_in(page)
    page.set_viewport_size({"width": 320, "height": 700})
    faults = {}
    for name, path in office[1].items():
        page.goto(f"/{language}{path}")
        found = [page.evaluate(_TOO_WIDE), page.evaluate(_SMALL_TARGETS)]
        if found != [False, []]:
            faults[name] = found

    assert faults == {}


@pytest.mark.parametrize(("language", "others"), [("fa", "0-9"), ("en", "۰-۹")])
def test_digits_are_of_the_pages_language(
    page: Page, office: tuple[Member, dict[str, str]], language: str, others: str
) -> None:
    sign_in(page)
    found = {}
    for name, path in office[1].items():
        page.goto(f"/{language}{path}")
        if wrong := page.evaluate(_WRONG_DIGITS, others):
            found[name] = wrong

    assert found == {}


@pytest.mark.parametrize(("language", "others"), [("en", "\u0600-\u06ff")])
def test_words_of_the_other_script_are_kept_apart(
    page: Page, office: tuple[Member, dict[str, str]], language: str, others: str
) -> None:
    sign_in(page)
    found = {}
    for name, path in office[1].items():
        page.goto(f"/{language}{path}")
        if wrong := [*page.evaluate(_UNMARKED_WORDS, others), *page.evaluate(_OUT_OF_ORDER)]:
            found[name] = wrong

    assert found == {}


def test_whoever_skips_to_the_content_is_there(page: Page, office: tuple[Member, dict[str, str]]) -> None:
    page.goto("/fa/cities/isfahan/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_what_a_decision_would_change_is_a_page_like_others(
    page: Page, faults_of: Check, office: tuple[Member, dict[str, str]]
) -> None:
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


def test_the_focus_is_seen_everywhere(page: Page, office: tuple[Member, dict[str, str]]) -> None:
    page.goto("/fa/bonds/isfahan--kazan/")
    unseen = []
    for _ in range(page.locator("a, button, summary").count()):
        page.keyboard.press("Tab")
        unseen += page.evaluate(_UNSEEN_FOCUS)

    assert unseen == []


def test_the_site_works_without_scripts(page: Page, office: tuple[Member, dict[str, str]]) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(base_url=page.context.new_page().url, java_script_enabled=False)
    context.close()
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    sign_in(page)
    page.goto(f"/fa{office[1]['desk']}")

    page.get_by_role("button", name="پذیرش").first.click()

    assert page.locator(".card.is-accepted").count() == 1


def test_the_first_view_is_light(page: Page, office: tuple[Member, dict[str, str]]) -> None:
    """At most 100 kB and ten requests, from this site alone (`page` holds that)."""
    asked: list[Request] = []
    page.on("requestfinished", lambda request: asked.append(request))

    page.goto("/fa/bonds/isfahan--kazan/", wait_until="networkidle")

    sizes = [request.sizes()["responseBodySize"] for request in asked]
    assert len(sizes) <= 10
    assert sum(sizes) <= 100_000
