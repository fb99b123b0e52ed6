from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text import Span, fold, fold_words, skeleton

# Letters that fold in every way: variants, joiners, marks, presentation forms, other scripts, controls.
LETTERS = (
    "شهریيىئكکهةۀآاأءلوؤ ۱٣9AÉıİß.٫-–«»¬漢é😀ﻻﻫﺀﷲﹰ\n\r\t\x00\xa0\u200c\u200d\u200e\u202b\u0640\u064b\u0654\u0670\ufeff"
)
pages = st.text(alphabet=LETTERS) | st.text()


@pytest.mark.parametrize(
    ("page", "folded"),
    [
        ("شهرداري كرمان", "شهرداری کرمان"),
        ("می‌شود", "میشود"),
        ("پیـــمان", "پیمان"),
        ("مُهِمّ", "مهم"),
        ("مؤسسۀ رئیس هیأت", "موسسه رییس هیات"),
        ("۱۴۰۳ ٢٠٢٤", "1403 2024"),
        ("امضاء شد، جزء بود", "امضا شد، جزء بود"),
        ("خانه‌ی ما و خانه‌یمان", "خانه ما و خانهیمان"),
        ("ﻻﻫﻮﺭ", "لاهور"),
        ("İstanbul ISPARTA Ünye", "istanbul isparta ünye"),
        ("۳٫۵ – ۴", "3.5 - 4"),
        ("می¬شود", "میشود"),
        ("a\r\nb\u2028c", "a\n\nb\nc"),
        ("", ""),
    ],
)
def test_fold_gives_one_spelling(page: str, folded: str) -> None:
    assert fold(page).text == folded


@pytest.mark.parametrize(
    ("page", "word", "quote"),
    [
        ("سند امضاء شد", "امضا", "امضاء"),
        ("خانه‌ی ما", "خانه", "خانه‌ی"),
        ("مؤسسهٔ ما", "موسسه", "مؤسسهٔ"),
        ("پیـمانِ شهر‌ها", "پیمان", "پیـمانِ"),
        ("پیـمانِ شهر‌ها", "شهر", "شهر"),
        ("\u202bاصفهان\u202c", "اصفهان", "اصفهان"),
        ("دو‌شهر ﻻﻫﻮﺭ", "لاهور", "ﻻﻫﻮﺭ"),
    ],
)
def test_quote_keeps_the_letters_of_the_page(page: str, word: str, quote: str) -> None:
    folded = fold(page)
    start = folded.text.index(word)

    assert folded.quote(Span(start, start + len(word))) == quote


@given(pages)
def test_fold_is_idempotent_on_its_text(page: str) -> None:
    text = fold(page).text

    assert fold(text).text == text
    assert fold_words(page) == text


@given(pages)
def test_origins_lead_to_the_letter_they_came_from(page: str) -> None:
    folded = fold(page)
    origins = [folded.origin(offset) for offset in range(len(folded.text))]

    assert origins == sorted(origins)
    assert all(0 <= origin < len(page) for origin in origins)
    assert all(letter in fold_words(page[at]) for letter, at in zip(folded.text, origins, strict=True))


@given(pages, st.data())
def test_a_span_leads_back_and_forward_to_itself(page: str, data: st.DataObject) -> None:
    folded = fold(page)
    start = data.draw(st.integers(0, len(folded.text)))
    span = Span(start, data.draw(st.integers(start, len(folded.text))))

    back = folded.back(span)
    again = folded.forward(back)

    assert span.start == span.stop or again.holds(span)
    assert folded.back(again).holds(back)


@given(pages, st.data())
def test_a_quotation_loses_no_letter(page: str, data: st.DataObject) -> None:
    folded = fold(page)
    start = data.draw(st.integers(0, len(folded.text)))
    stop = data.draw(st.integers(start, len(folded.text)))

    assert folded.text[start:stop] in fold_words(folded.quote(Span(start, stop)))


@given(pages, st.data())
def test_neighbouring_spans_quote_the_whole_page_between_them(page: str, data: st.DataObject) -> None:
    folded = fold(page)
    cut = data.draw(st.integers(0, len(folded.text)))
    left, right = folded.back(Span(0, cut)), folded.back(Span(cut, len(folded.text)))

    between = page[left.stop : right.start] if left.stop <= right.start else ""

    assert fold_words(between) == ""


@given(pages)
def test_each_folded_word_stands_in_the_skeleton(page: str) -> None:
    words = re.findall(r"[^\W\d_ʼ]+", fold(page).text)
    letters = skeleton(page)

    assert [word for word in words if word.replace("ء", "").lower() not in letters] == []


@pytest.mark.parametrize(
    ("page", "letters"),
    [
        ("تفاهم‌نامه‌ی همكاري", "تفاهمنامههمکاری"),
        ("دو  شهر\u00a0کرمان، ٢ شهر", "دوشهرکرمان،٢شهر"),
        ("امضاءِ سند\nپایان", "امضاسند\nپایان"),
        ("ﻻﻫﻮﺭ IĞDIR", "لاهورiğdir"),
    ],
)
def test_the_skeleton_runs_words_together(page: str, letters: str) -> None:
    assert skeleton(page) == letters
