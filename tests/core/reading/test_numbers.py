"""Numbers in figures and in words, as Persian pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.reading.numbers import number_at, read_number
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold_words
from peyvand.lexicon.numbers import number_words

NAMES = number_words("fa")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("هفت", 7), ("هژده", 18), ("سیزدهم", 13), ("شانزدهمین", 16), ("سی‌ویکم", 31), ("سی و یکم", 31), ("سیویکم", 31),
        ("بیست‌وسومین", 23), ("بیست و سوم", 23), ("سی‌اُم", 30), ("سی ام", 30), ("دویست و هشتمین", 208),
        ("صدو دوازدهمین", 112), ("صد و نودوهشتمین", 198), ("یکصد و بیست و ششمین", 126), ("۱۶مین", 16), ("٢٣", 23),
        ("۱۶ امین", 16), ("دو هزار و پانصد", 2500), ("۲ هزار و ۵۰۰", 2500), ("نخستین", 1), ("اول", 1), ("صفر", 0),
    ],
)  # fmt: skip
def test_numbers_are_read(written: str, value: int) -> None:
    assert read_number(fold_words(written), NAMES) == value


@pytest.mark.parametrize("written", ["", "شهر", "هفت شهر", "بیست ده", "صد و", "۱۰۰ و ۵۰", "خواهر", "پنج و بیست"])
def test_what_is_no_whole_number_is_none(written: str) -> None:
    assert read_number(fold_words(written), NAMES) is None


@pytest.mark.parametrize(("written", "ordinal"), [("نهمین شهر", True), ("نه شهر", False), ("۹ مین شهر", True)])
def test_ordinals_are_told_from_cardinals(written: str, ordinal: bool) -> None:
    number = number_at(word_line(fold_words(written)), 0, NAMES)

    assert number is not None
    assert (number.value, number.ordinal) == (9, ordinal)


UNITS = ["یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"]
TENS = ["بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"]
HUNDREDS = ["صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"]


@given(
    st.integers(0, 8), st.integers(0, 7), st.integers(0, 8), st.sampled_from([" و ", "\u200cو\u200c", "و", " و", "و "])
)
def test_parts_add_up_however_they_are_joined(hundred: int, ten: int, unit: int, joint: str) -> None:
    written = joint.join((HUNDREDS[hundred], TENS[ten], UNITS[unit]))

    assert read_number(fold_words(written), NAMES) == 100 * (hundred + 1) + 10 * (ten + 2) + unit + 1
