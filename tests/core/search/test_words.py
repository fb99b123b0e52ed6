from __future__ import annotations

import pytest

from peyvand.core.search.words import LONGEST_WORD, searched, wholes_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("پیمان‌های خواهر‌خواندگی", ["پیمان", "های", "خواهر", "خواندگی"]),
        ("كتاب‌هاي آبی، ۱۴۰۳/٠٢/10", ["کتاب", "های", "ابی", "1403", "02", "10"]),
        ("مُحَمَّد و رحمـــن", ["محمد", "و", "رحمن"]),
        ("İSTANBUL, Iğdır’da ŞEHİR", ["istanbul", "igdir", "da", "sehir"]),
        ("Große Straße in Malmö", ["grosse", "strasse", "in", "malmo"]),
        ("Cafe\u0301 Tōkyō", ["cafe", "tokyo"]),
        ("Орёл и Казань", ["орел", "и", "казань"]),
        ("喀山市与伊斯法罕", ["喀", "山", "市", "与", "伊", "斯", "法", "罕"]),
        ("\ue002vinternal \ue000", ["vinternal"]),
        ("!؟ …", []),
    ],
)
def test_words_are_those_of_one_spelling(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        ("خواهر‌خواندگی دو شهر", ["خواهرخواندگی"]),
        ("تفاهم‌نامه‌ها، تفاهم‌نامه‌ها", ["تفاهمنامهها"]),
        ("خواهر خواندگی", []),
    ],
)
def test_what_a_half_space_joins_is_one_word_too(text: str, wholes: list[str]) -> None:
    assert wholes_of(text) == wholes


@pytest.mark.parametrize("text", ["  مُحمّد‌زاده در «شهر»", "Große Straße", "ﻛﺘﺎب ی", "a\u0301 b"])
def test_each_word_leads_back_to_its_own_letters(text: str) -> None:
    ready = searched(text)
    found = ready.words()

    assert [one.word for one in found] == words_of(text)
    assert [words_of(ready.back(one).of(text)) for one in found] == [[one.word] for one in found]


def test_a_text_without_blanks_is_gone_through_once() -> None:
    assert wholes_of(f"پیمان\u200cنامه {'ب' * 400_000}") == ["پیماننامه"]


def test_a_word_without_end_is_cut() -> None:
    assert words_of("ب" * 5000) == ["ب" * LONGEST_WORD]
    assert words_of("\U00010330" * 5000) == ["\U00010330" * (LONGEST_WORD // 2)]
