from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text.joiner import JoinerWords, joined, restore

WORDS = JoinerWords(
    present=("گوی", "رس"),
    past=("گفت", "رسید"),
    preverbs=("بر", "در"),
    impersonal=("توان",),
    heh=("لانه",),
    adjectives=("بلند",),
    second_parts=("نشین",),
    compounds=("پیش‌بینی", "گفت‌وگو"),
    whole=("تنها", "میهن"),
)


@pytest.mark.parametrize(
    ("page", "whole"),
    [
        ("میگوید نمیرسند میتوان", "می‌گوید نمی‌رسند می‌توان"),
        ("درنمیرسد برمیگویند", "درنمی‌رسد برمی‌گویند"),
        ("گفتهاند نگفتهایم رسیدهاست", "گفته‌اند نگفته‌ایم رسیده‌است"),
        ("لانهای لانههای لانههایشان", "لانه‌ای لانه‌های لانه‌هایشان"),
        ("باغهای کتابهایی", "باغ‌های کتاب‌هایی"),
        ("بلندترین کهنترین", "بلندترین کهن‌ترین"),
        ("کوهنشینها", "کوه‌نشین‌ها"),
        ("پیشبینیها گفتوگوهای", "پیش‌بینی‌ها گفت‌وگوهای"),
        ("تنها تنهایی میهن میهنی", "تنها تنهایی میهن میهنی"),
        ("می‌گوید باغ‌های", "می‌گوید باغ‌های"),
        ("ميگويد", "مي‌گويد"),
        ("گـفتـهاند", "گـفتـه‌اند"),
        ("abc ۱۲ !", "abc ۱۲ !"),
    ],
)
def test_missing_half_spaces_are_put_in(page: str, whole: str) -> None:
    assert joined(page, WORDS) == whole


def test_offsets_are_those_of_the_page() -> None:
    assert restore("او میگوید: باغهای", WORDS) == (5, 14)


@given(st.text(alphabet="میگویدرستنهاباغ‌ ی\u0640"))
def test_nothing_but_half_spaces_is_added_and_none_twice(page: str) -> None:
    whole = joined(page, WORDS)

    assert whole.replace("\u200c", "") == page.replace("\u200c", "")
    assert joined(whole, WORDS) == whole
