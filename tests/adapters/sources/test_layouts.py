"""Five kinds of news page: what each leaves of an article, and the day that only stands on it for people to see."""

from __future__ import annotations

import pytest
from tests.factories.pages import BODY, DATES, LAYOUTS, LEAD, MORE_DATES, NOISE, TITLE

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import Captured, capture_bytes

WITHOUT_METADATA = ("municipal", "tables", "bare")


def captured(layout: str, date: str) -> Captured:
    return capture_bytes(LAYOUTS[layout](date).encode(), "n.html")


@pytest.mark.parametrize("date", [*DATES, *MORE_DATES])
@pytest.mark.parametrize("layout", WITHOUT_METADATA)
def test_a_day_that_only_stands_on_the_page_is_its_day(layout: str, date: str) -> None:
    page = captured(layout, date)

    assert (page.published, read_capture(page).source.published) == (None, "2023-09-27")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headline_lead_and_body_are_left_and_nothing_else(layout: str) -> None:
    page = captured(layout, DATES[0])

    assert page.title == TITLE
    assert [words for words in (TITLE, LEAD, *BODY) if words not in page.text] == []
    assert [words for words in NOISE if words in page.text] == []


@pytest.mark.parametrize("layout", ["modern", "wordpress"])
def test_a_day_in_the_head_is_believed_first(layout: str) -> None:
    assert captured(layout, "۱ دی ۱۴۰۴").published == "2023-09-27"


@pytest.mark.parametrize("language", ["xx", "../fa", "", "fa-IR"])
def test_a_page_may_say_any_language_of_itself(language: str) -> None:
    page = f"<html lang='{language}'>{LAYOUTS['municipal'](DATES[0]).removeprefix('<html>')}"

    assert capture_bytes(page.encode(), "n.html").text == captured("municipal", DATES[0]).text
