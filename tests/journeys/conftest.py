"""A browser without a network, and axe to look at the pages with the eyes of those who cannot see them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.house import House, house

ROOT = Path(__file__).parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
# Everything that the guidelines ask for at levels A and AA, and what is held to be good practice besides.
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

Check = Callable[[Page], list[str]]


def pytest_configure() -> None:
    # Playwright's loop runs in this thread, and Django takes that for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "the journeys need Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, live_server: LiveServer) -> Iterator[Page]:
    """A fresh browser on the site. What it complains of, and whom else it asks, are faults."""
    context = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda told: faults.append(told.text) if _is_fault(told) else None)
    opened.on("pageerror", lambda fault: faults.append(str(fault)))
    opened.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(live_server.url) else None)
    yield opened
    context.close()
    assert faults == []


@pytest.fixture
def office(transactional_db: None) -> House:
    """An office with something on every kind of page."""
    return house()


def _is_fault(told: ConsoleMessage) -> bool:
    """Chromium calls the missing page, the conflict or the refusal that a test asks for an error as well."""
    answered = any(status in told.text for status in ("409 (Conflict)", "422 (Unprocessable"))
    wanted = told.location["url"].endswith("/nothing/") or answered
    return told.type == "error" and not wanted


@pytest.fixture
def faults_of() -> Check:
    """What axe finds wrong on a page, as a line each."""
    assert AXE.exists(), "npm did not bring axe-core"
    script = AXE.read_text("utf-8")

    def found(page: Page) -> list[str]:
        # In the page's own frame: its policy lets no script in from elsewhere.
        page.evaluate(script)
        result: dict[str, Any] = page.evaluate("rules => axe.run({runOnly: rules})", _RULES)
        return [f"{fault['id']}: {node['html'][:160]}" for fault in result["violations"] for node in fault["nodes"]]

    return found
