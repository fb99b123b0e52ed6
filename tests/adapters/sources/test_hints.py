from __future__ import annotations

import pytest

from peyvand.adapters.sources.hints import Hint, Region, place_of


@pytest.mark.parametrize(
    ("names", "region", "hint"),
    [
        ("news-related", Region.OUTSIDE, Hint.NONE),
        ("newsRelated", Region.OUTSIDE, Hint.NONE),
        ("commentlist", Region.OUTSIDE, Hint.NONE),
        ("news_nav news_pdate_c", Region.BAR, Hint.LABEL),
        ("post-tags", Region.TAGS, Hint.NONE),
        ("img-caption", Region.CAPTION, Hint.NONE),
        ("rutitr", Region.PLAIN, Hint.KICKER),
        ("item introtext", Region.PLAIN, Hint.LEAD),
        ("entry-title", Region.PLAIN, Hint.TITLE),
        ("articleBody", Region.PLAIN, Hint.BODY),
        ("single has-sidebar no-comments", Region.PLAIN, Hint.NONE),
        ("elementor-widget-menu", Region.PLAIN, Hint.NONE),
        ("", Region.PLAIN, Hint.NONE),
    ],
)
def test_names_say_where_an_element_belongs(names: str, region: Region, hint: Hint) -> None:
    assert place_of(names) == (region, hint)
