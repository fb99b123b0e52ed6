"""What axe cannot see, on every kind of page in both languages: names, ids, titles, tables, letters, cut words."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Page

from tests.journeys.house import House, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# Each asks a page for what is wrong on it, as a line a fault.
_FAULTS = {
    "two of one id": """() => {
      const seen = new Set();
      return [...document.querySelectorAll("[id]")].map((one) => one.id).filter((id) => seen.has(id) || !seen.add(id));
    }""",
    "a field without a name": """() => [...document.querySelectorAll("input:not([type=hidden]), select, textarea")]
      .filter((one) => !one.labels.length && !one.ariaLabel && !one.hasAttribute("aria-labelledby"))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "a table without headings": """() => [...document.querySelectorAll("table")]
      .filter((one) => !one.querySelector("th[scope]") || one.querySelector("th:not([scope])"))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "a link that says nothing": """() => [...document.querySelectorAll("a")]
      .filter((one) => /^(here|more|click|link|اینجا|بیشتر|کلیک کنید)$/i.test(one.textContent.trim()))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "pressed, and no control": """() => [...document.querySelectorAll("body *")]
      .filter((one) => getComputedStyle(one).cursor === "pointer" || one.onclick)
      .filter((one) => !one.closest("a, button, summary, label, input, select, textarea, option"))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "scrolls, and no key reaches it": """() => [...document.querySelectorAll("body *")]
      .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowY)
        && one.scrollHeight > one.clientHeight + 1 || ["auto", "scroll"].includes(getComputedStyle(one).overflowX)
        && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => one.tabIndex < 0 && !one.querySelector("a, button, input, select, textarea, [tabindex='0']"))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "a picture without words": """() => [...document.querySelectorAll("img, svg")]
      .filter((one) => one.tagName === "IMG" ? !one.hasAttribute("alt") : !one.closest("[aria-hidden=true]")
        && !one.ariaLabel && !one.querySelector("title") && !one.hasAttribute("aria-labelledby"))
      .filter((one) => one.checkVisibility())
      .map((one) => one.outerHTML.slice(0, 120))""",
    "words cut off": """() => [...document.querySelectorAll("main *, header *, footer *")]
      .filter((one) => getComputedStyle(one).overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1)
      .filter((one) => getComputedStyle(one).clipPath === "none" && !one.closest("svg"))
      .map((one) => one.outerHTML.slice(0, 120))""",
    "words of no page's language": """() => {
      const html = document.documentElement, right = html.lang === "fa" ? "rtl" : "ltr";
      return html.dir === right ? [] : [`${html.lang} ${html.dir}`];
    }""",
}
# Arabic letters for Persian ones, and half-spaces that were lost, in what the site itself says.
_LETTERS = r"""() => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, words = node.data.replace(/\u2068.*?\u2069/gs, "");
    if (node.parentElement.closest("bdi, [lang]:not(html), script, textarea")) continue;
    if (/[\u064a\u0643\u0649]|(^|\s)ن?می\s+[\u0622-\u06cc]/.test(words)) found.push(words.trim().slice(0, 80));
  }
  return found;
}"""


@pytest.mark.parametrize("language", ["fa", "en"])
def test_pages_have_no_fault_that_axe_does_not_look_for(page: Page, office: House, language: str) -> None:
    sign_in(page)
    faults, titles = {}, defaultdict(list)
    for name, path in office.pages.items():
        page.goto(f"/{language}{path}")
        titles[page.title()].append(path.partition("?")[0])
        found = {fault: wrong for fault, look in _FAULTS.items() if (wrong := page.evaluate(look))}
        if language == "fa" and (wrong := page.evaluate(_LETTERS)):
            found["letters"] = wrong
        if found:
            faults[name] = found

    assert faults == {}
    assert {title: paths for title, paths in titles.items() if len(set(paths)) > 1} == {}


@pytest.mark.parametrize("zoomed", [640, 320])
def test_pages_at_two_and_four_times_their_size_lose_nothing(page: Page, office: House, zoomed: int) -> None:
    """A window of 1280 px at 200 % is one of 640, at 400 % one of 320."""
    sign_in(page)
    page.set_viewport_size({"width": zoomed, "height": 500})
    wide = []
    for name, path in office.pages.items():
        page.goto(f"/fa{path}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)

    assert wide == []


def test_colours_that_a_reader_forces_leave_every_mark(page: Page, office: House) -> None:
    sign_in(page)
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    page.goto(f"/fa{office.pages['case']}")

    assert page.locator(".mk").first.evaluate("one => getComputedStyle(one).stroke") != "none"
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
