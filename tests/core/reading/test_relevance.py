"""The first pass: no page that gives a statement is passed over, whatever its spelling, and most others are."""

from __future__ import annotations

from pathlib import Path

import pytest

from peyvand.core.reading.relevance import bond_words, may_matter
from peyvand.core.reading.vocabulary import Sense, Vocabulary
from peyvand.lexicon import lexicon

GOLDEN = Path(__file__).parents[2] / "golden" / "reading"
PACT = Vocabulary.of(
    {
        ("پیمان",): Sense(frozenset({"pact"})),
        ("پیمانها",): Sense(frozenset({"pact"})),
        ("خواهر", "خوانده"): Sense(frozenset({"sister_city"})),
        ("امضا",): Sense(frozenset({"sign"})),
    }
)


def test_only_the_least_runs_of_letters_are_looked_for() -> None:
    assert bond_words(PACT) == ("پیمان", "خواهرخوانده")


def test_other_labels_may_be_asked_for() -> None:
    assert bond_words(PACT, ["sign"]) == ("امضا",)


@pytest.mark.parametrize(
    "page",
    [
        "پیمان دو شهر",
        "پيمان‌نامه",
        "پیـــمان",
        "پیمانهای تازه",
        "خواهر‌خواندهٔ ما",
        "خواهر  خوانده",
        "دو شهر خواهر\u00a0خوانده",
        "«پِیمان»",
        "ﭘﯿﻤﺎﻥ",
    ],
)
def test_a_bond_is_seen_in_any_spelling(page: str) -> None:
    assert may_matter(page, bond_words(PACT))


@pytest.mark.parametrize("page", ["", "بهای میوه در بازار بالا رفت.", "خواهر.\nخوانده شد", "پیم، ان"])
def test_a_page_without_any_is_passed_over(page: str) -> None:
    assert not may_matter(page, bond_words(PACT))


def test_no_golden_article_with_a_statement_is_passed_over() -> None:
    words = bond_words(lexicon("fa").reading.vocabulary)
    drawn = [path.read_text("utf-8") for path in sorted(GOLDEN.glob("*.txt"))]
    stating = [page.replace("⟦", "") for page in drawn if "⟦" in page]

    assert stating
    assert all(may_matter(page, words) for page in stating)


@pytest.mark.parametrize(
    "page",
    [
        "تیم ملی والیبال با نتیجه سه بر یک پیروز شد و به مرحله بعد رسید.",
        "بارش برف در محورهای کوهستانی آغاز شد و رانندگان باید زنجیر چرخ همراه داشته باشند.",
        "نرخ ارز امروز کاهش یافت و شاخص بورس با رشد همراه شد.",
    ],
)
def test_other_news_is_passed_over(page: str) -> None:
    assert not may_matter(page, bond_words(lexicon("fa").reading.vocabulary))
