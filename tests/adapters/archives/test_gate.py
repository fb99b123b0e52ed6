from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.factories.crawls import SIGNED, WEATHER, page

from peyvand.adapters.archives.gate import may_speak_of_ties, words_of

GOLDEN = sorted((Path(__file__).parents[2] / "golden" / "reading").glob("*.txt"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_no_article_on_ties_is_passed_over(path: Path) -> None:
    text = path.read_text("utf-8").split("\n———")
    says_something = bool(re.search(r"^\d+ \w+ \w+:", text[-1], re.MULTILINE))

    assert may_speak_of_ties(text[0]) or not says_something


@pytest.mark.parametrize(
    "text",
    [
        SIGNED,
        "بر پایهٔ گفت‌وگوی دو طرف، بوستانی در کازان به نام اصفهان می‌شود.",
        "Lyon and Gyumri have been twin towns since 1999.",
        "The mayor of Graz will visit Pécs in May.",
        "The city council approved a memorandum of understanding with Padua.",
    ],
)
def test_texts_on_ties_are_let_in(text: str) -> None:
    assert may_speak_of_ties(text)


@pytest.mark.parametrize(
    "text",
    [
        WEATHER,
        "نویسندهٔ کتاب از رانندگان خواست که فرستنده‌ها را خاموش کنند.",
        "The team won its match after two goals in the last minute.",
        "",
    ],
)
def test_other_texts_are_passed_over(text: str) -> None:
    assert not may_speak_of_ties(text)


def test_a_page_is_its_words_and_what_its_head_says() -> None:
    shown = words_of(
        "<title>الف</title><script>var a='پیمان<b>';</script><style>p{}</style><meta content='ب'><p>پ&zwnj;ت<b>ث</b>"
    )

    assert [sign in shown for sign in ("الف", "پیمان", "{}", "ب", "پ\u200cت", "ث")] == [
        True,
        False,
        False,
        True,
        True,
        True,
    ]


def test_what_a_page_says_of_itself_to_machines_is_read() -> None:
    assert "پیمان" in words_of("<script type='application/ld+json'>{'headline': 'پیمان'}</script>")


@pytest.mark.parametrize("piece", ["<", "<script>", "<script ", "&#1", "<a b='"])
def test_a_hostile_page_is_no_burden(piece: str) -> None:
    assert len(words_of(piece * 20_000)) <= 200_000


def test_words_that_tags_cut_are_known() -> None:
    assert may_speak_of_ties(words_of(page("پیمان خواهر<b>خواندگی</b> دو شهر").decode()))
