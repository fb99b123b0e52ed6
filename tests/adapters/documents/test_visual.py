from __future__ import annotations

import pytest

from peyvand.adapters.documents.visual import logical, runs_from_right


@pytest.mark.parametrize(
    ("seen", "read"),
    [
        ("رهش ود", "دو شهر"),
        ("۱۴۰۲/۷/۵ :خیرات", "تاریخ: ۱۴۰۲/۷/۵"),
        ("۱۴۰۲ رهم ۵", "۵ مهر ۱۴۰۲"),
        ("Kazan City رهش و روشک رد", "در کشور و شهر Kazan City"),
        ("«رهش ود نیا»", "«این دو شهر»"),
        ("(Kazan) نازاک", "کازان (Kazan)"),
        ("The city of نازاک in Tatarstan", "The city of کازان in Tatarstan"),
        ("plain (2025) words.", "plain (2025) words."),
        ("", ""),
    ],
)
def test_a_drawn_line_is_read_in_its_order(seen: str, read: str) -> None:
    assert logical(seen) == read


def test_shapes_stand_for_their_letters_and_one_glyph_for_two() -> None:
    assert logical(["ﻡ", "ﻼ", "ﺳ"]) == "سلام"
    assert logical(["م", "لا", "س"]) == "سلام"


def test_vowel_signs_stay_with_their_letter() -> None:
    assert logical(["ب", "\u064f", "ن"]) == "نب\u064f"


def test_the_page_decides_for_a_line_of_both_directions() -> None:
    assert logical("Kazan City رهش", from_right=True) == "شهر Kazan City"
    assert logical("Kazan City", from_right=True) == "Kazan City"


def test_the_page_decides_for_a_line_without_letters() -> None:
    assert (logical(".(2025", from_right=True), logical(".(2025")) == ("2025).", ".(2025")


def test_a_page_runs_as_most_of_its_letters_do() -> None:
    assert [runs_from_right(words) for words in (["ab", "شهر", "ود"], ["ab", "cd", "ود"], [])] == [True, False, False]
