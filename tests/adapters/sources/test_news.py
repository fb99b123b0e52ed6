"""Five layouts of news pages as content systems make them, and what is left of each (``pages/*.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.adapters.sources import Captured, UnreadableSource, capture_bytes, capture_file

PAGES = Path(__file__).parent / "pages"
LAYOUTS = ("modern", "municipal", "tables", "wordpress", "bare")
PARAGRAPH = "شهرداران دو شهر پیمان دوستی را دیروز در تالار شهرداری رودبار امضا کردند."


def captured(page: str) -> Captured:
    return capture_bytes(f"<html>{page}</html>".encode(), "n.html")


def blocks(page: str) -> list[str]:
    return captured(page).text.split("\n\n")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_of_a_page_its_article_is_left(layout: str) -> None:
    article = (PAGES / f"{layout}.txt").read_text("utf-8").removesuffix("\n")

    assert capture_file(PAGES / f"{layout}.html").text == article


def test_an_old_page_in_an_old_encoding_is_read_alike() -> None:
    page = (PAGES / "tables.html").read_text("utf-8")

    assert capture_bytes(page.encode("cp1256"), "n").text == capture_bytes(page.encode(), "n").text


@pytest.mark.parametrize(
    ("layout", "facts"),
    [
        (
            "modern",
            ("شهردار رودبار از امضای سند دوستی با شهر لوکا خبر داد", "سروستان‌نیوز", "2024-05-12", "نیلوفر پارسا"),
        ),
        ("municipal", ("هیئت کاشمر به کاپان می‌رود", None, None, None)),
        ("tables", ("بجنورد و مرو پيمان دوستي بستند", None, None, None)),
        ("wordpress", ("دزفول و ناصریه به هم نزدیک‌تر می‌شوند", "نگاه جنوب", "2023-11-20", "سارا بهمنی")),
        ("bare", ("ایلخچی و شکی همکار می‌شوند", None, None, None)),
    ],
)
def test_a_page_says_these_things_of_itself(layout: str, facts: tuple[str | None, ...]) -> None:
    page = capture_file(PAGES / f"{layout}.html")

    assert (page.title, page.publisher, page.published, page.author) == facts


def test_a_headline_may_stand_in_the_head_alone() -> None:
    page = captured(f"<title>رودبار و لوکا دوست شدند - سرو</title><div><p>{PARAGRAPH}</p><p>{PARAGRAPH}</p></div>")

    assert page.text.split("\n\n")[0] == page.title == "رودبار و لوکا دوست شدند"


def test_a_lead_without_a_name_stands_between_headline_and_body() -> None:
    lead = f"به گفتهٔ شهردار، {PARAGRAPH}"
    page = f"<h1>رودبار و لوکا</h1><div>{lead}</div><div><p>{PARAGRAPH} الف</p><p>{PARAGRAPH} ب</p></div>"

    assert blocks(page)[:2] == ["رودبار و لوکا", lead]


def test_a_box_under_a_heading_of_links_is_left_out() -> None:
    box = f"<div><h4>آخرین اخبار</h4><p>{PARAGRAPH} کهنه</p></div>"

    assert blocks(f"<h1>رودبار و لوکا</h1><p>{PARAGRAPH}</p>{box}<p>{PARAGRAPH} تازه</p>") == [
        "رودبار و لوکا",
        PARAGRAPH,
        f"{PARAGRAPH} تازه",
    ]


def test_long_comments_do_not_outweigh_a_short_article() -> None:
    comments = f"<div class=comments>{f'<p>{PARAGRAPH} آفرین</p>' * 5}</div>"

    assert blocks(f"<h1>رودبار و لوکا</h1><div><p>{PARAGRAPH}</p></div>{comments}") == ["رودبار و لوکا", PARAGRAPH]


def test_names_of_boxes_are_not_believed_where_they_hide_everything() -> None:
    article = f"<div class=sidebar><p>{PARAGRAPH}</p><p>{PARAGRAPH} ب</p><p>{PARAGRAPH} پ</p></div>"

    assert PARAGRAPH in blocks(f"<h1>رودبار و لوکا</h1>{article}")


def test_the_day_of_the_visit_is_not_the_articles() -> None:
    page = (
        f"<div id=top><div>۱۲ آذر ۱۴۰۴</div></div><div><h1>رودبار و لوکا</h1><i>۵ مهر ۱۴۰۲</i><p>{PARAGRAPH}</p></div>"
    )

    assert blocks(page) == ["رودبار و لوکا", "۵ مهر ۱۴۰۲", PARAGRAPH]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(UnreadableSource) as refusal:
        captured("<body><script>1</script><img src=x></body>")

    assert refusal.value.code == "no_article"
