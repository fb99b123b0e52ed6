from __future__ import annotations

import pytest

from peyvand.core.text import FurnitureWords, Part, divide, fold

PARAGRAPH = "شهردار رودبار در جمع خبرنگاران از امضای سند دوستی با لوکا خبر داد."
HEADLINE = "رودبار و لوکا دوست شدند"


@pytest.mark.parametrize(
    "above",
    ["", "شهری\n\n", "خبرگزاری سرو\n\n", "سیاسی\nشهری\nجهان\n\n", "شهردار رودبار عنوان شد\n", "شهردار رودبار؛\n"],
)
def test_the_headline_is_neither_rubric_nor_masthead_nor_kicker(words: FurnitureWords, above: str) -> None:
    folded = fold(f"{above}{HEADLINE}\n{PARAGRAPH}\n{PARAGRAPH}")
    title = divide(folded, words).title

    assert title is not None
    assert folded.quote(title) == HEADLINE


@pytest.mark.parametrize(
    "title", ["خواهرخواندگی چیست؟", "شهردار رودبار: با لوکا دوست شدیم", "پیوند رودبار", "«لوکا» دوست ما شد!"]
)
def test_headlines_come_in_many_shapes(words: FurnitureWords, title: str) -> None:
    folded = fold(f"{title}\n\n{PARAGRAPH}")
    found = divide(folded, words).title

    assert found is not None
    assert folded.quote(found) == title


def test_a_subtitle_is_a_title_too(words: FurnitureWords) -> None:
    folded = fold(f"{HEADLINE}\nسندی سه‌ساله برای زیتون\n{PARAGRAPH}\n{PARAGRAPH}")

    assert [folded.quote(span) for span in divide(folded, words).of(Part.TITLE)] == [HEADLINE, "سندی سه‌ساله برای زیتون"]


def test_a_page_of_kickers_still_says_something(words: FurnitureWords) -> None:
    folded = fold("شهردار رودبار:\nشهردار لوکا:")

    assert [part for part, _ in divide(folded, words).article] == [Part.LEAD, Part.BODY]
