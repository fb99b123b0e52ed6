from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.adapters.sources import Limits, UnreadableSource
from peyvand.adapters.sources.hints import Region
from peyvand.adapters.sources.outline import Outline, outline


def made(page: str, limits: Limits | None = None) -> Outline:
    return outline(page, "n", limits or Limits())


def texts(page: str) -> list[str]:
    return [block.text for block in made(page).blocks]


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("<p>یک<p>دو", ["یک", "دو"]),
        ("<div>یک<br>دو <b>سه</b> چهار</div>پنج", ["یک", "دو سه چهار", "پنج"]),
        ("<ul><li>یک<li>دو<ul><li>سه</ul><li>چهار</ul>", ["یک", "دو", "سه", "چهار"]),
        ("<table><tr><td>یک<td>دو<tr><td>سه</table>", ["یک", "دو", "سه"]),
        ("<p>خواهر<b>خوانده</b>‌ها</p>", ["خواهرخوانده‌ها"]),
        ("<p> می&zwnj;رود\n&nbsp; و </p>", ["می‌رود و"]),
        ("<span class=date>۵ مهر</span><span class=code>کد ۱</span>", ["۵ مهر", "کد ۱"]),
        ("<div class=tags><a>یک</a><a>دو</a></div>", ["یک", "دو"]),
    ],
)
def test_blocks_end_where_lines_end(page: str, blocks: list[str]) -> None:
    assert texts(page) == blocks


def test_blocks_know_their_region_and_links() -> None:
    page = made("<nav>یک</nav><div class=tags>دو</div><div hidden>سه</div><p><a>چهار</a></p><p>پنج")

    assert [(block.region, block.is_linked) for block in page.blocks] == [
        (Region.OUTSIDE, False),
        (Region.TAGS, False),
        (Region.OUTSIDE, False),
        (Region.PLAIN, True),
        (Region.PLAIN, False),
    ]


def test_elements_know_their_blocks() -> None:
    page = made("<div>یک<p>دو</p></div><div>سه</div>")

    assert [(e.name, b, s) for e, b, s in zip(page.elements, page.begins, page.ends, strict=True)] == [
        ("page", 0, 3),
        ("div", 0, 2),
        ("p", 1, 2),
        ("div", 2, 3),
    ]


def test_the_head_is_kept() -> None:
    page = made(
        '<html lang=fa><title> شهر \n ما </title><meta property="og:title" content="ت"><meta name=author content=ن>'
        '<script type="application/ld+json">{}</script><time datetime="2024-05-06">'
    )

    assert (page.language, page.title, page.data) == ("fa", "شهر ما", ["{}"])
    assert page.meta == {"og:title": "ت", "author": "ن", "time": "2024-05-06"}


def test_deep_elements_are_read_as_if_they_stood_at_the_limit() -> None:
    page = made("<div>" * 50 + "یک" + "</div>" * 50 + "دو", Limits(depth=5))

    assert [block.text for block in page.blocks] == ["یک", "دو"]
    assert len(page.elements) == 5


def test_a_page_of_too_many_tags_is_refused() -> None:
    with pytest.raises(UnreadableSource) as refusal:
        made("<b>" * 11, Limits(tags=10))

    assert (refusal.value.code, refusal.value.details) == ("too_complex", {"limit": 10})


tags = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<a>", "</a>", "<b>", "</b>", "<li>", "<td>", "<tr>", "</table>", "<br>"]
)


@given(st.lists(tags | st.sampled_from(["یک", "دو "])))
def test_no_word_is_lost_or_said_twice(parts: list[str]) -> None:
    said = "".join(part for part in parts if part in ("یک", "دو "))

    assert "".join("".join(texts("".join(parts))).split()) == "".join(said.split())
