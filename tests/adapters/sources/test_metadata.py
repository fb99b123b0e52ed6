from __future__ import annotations

import json

import pytest

from peyvand.adapters.sources import Limits
from peyvand.adapters.sources.metadata import Head, head_of
from peyvand.adapters.sources.outline import outline


def head(page: str) -> Head:
    return head_of(outline(page, "n", Limits()))


def data(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "دو شهر",
    "datePublished": "2024-05-06T10:00:00+03:30",
    "author": [{"name": "ن. پارسا"}],
    "publisher": {"name": "سرو"},
}


@pytest.mark.parametrize("value", [ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "ن"}, ARTICLE]}])
def test_json_ld_is_found_wherever_it_lies(value: object) -> None:
    assert head(data(value)) == Head(("دو شهر",), "سرو", "2024-05-06", "ن. پارسا")


def test_meta_elements_speak_where_json_ld_is_silent() -> None:
    page = (
        "<title>دو شهر | سرو</title><meta property=og:title content='دو شهر'><meta property=og:site_name content=سرو>"
        "<meta name=author content='ن. پارسا'><meta property='article:published_time' content='2024-05-06'>"
    )

    assert head(page) == Head(("دو شهر", "دو شهر | سرو"), "سرو", "2024-05-06", "ن. پارسا")


@pytest.mark.parametrize("value", ["1403/02/17", "1403-02-17", "2024-13-40", "دیروز", "20240506", ""])
def test_other_dates_are_left_to_the_reader(value: str) -> None:
    assert head(f"<meta name=date content='{value}'>").published is None


@pytest.mark.parametrize("value", ["https://example.org/a", "news@example.org"])
def test_addresses_are_no_names(value: str) -> None:
    assert head(f"<meta name=author content='{value}'>").author is None


@pytest.mark.parametrize("text", ["{", "[" * 5000, '{"@type": NaN}', "null", '"a"', "1" * 5000])
def test_broken_data_says_nothing(text: str) -> None:
    assert head(f'<script type="application/ld+json">{text}</script>') == Head()
