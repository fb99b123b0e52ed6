from __future__ import annotations

import pytest

from peyvand.core.text import FurnitureWords, Span, fold
from peyvand.core.text.rows import Row, classify


def row(line: str, words: FurnitureWords) -> Row:
    text = fold(line).text
    return classify(text, Span(0, len(text)), True, words)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("صفحه نخست", "navigation"),
        ("صفحه نخست درباره ما", "navigation"),
        ("صفحه نخست / اخبار / دیدار شهردار با سفیر", "navigation"),
        ("#رودبار #لوکا", "tags"),
        ("۱۲۰ بازدید", "tools"),
        ("چاپ | ذخیره | بازگشت", "tools"),
        ("• چاپ", "tools"),
        ("بازديد:٣٤٥", "tools"),
        ("کدخبر 118843", "code"),
        ("کد خبر", "code"),
        ("تاریخ انتشار ۵ مهر ۱۴۰۳", "published"),
        ("تاریخ انتشار ۵ مهر ۱۴۰۳ توسط دفتر خبر", "published"),
        ("تاریخ انتشار دفتر خبر در ۵ مهر ۱۴۰۳", "published"),
        ("تاریخ انتشار ۵ مهر ۱۴۰۳ نشان می‌داد که شهرها دوست می‌مانند", ""),
        ("به‌روز شده در ۵ مهر ۱۴۰۳", "updated"),
        ("بیشتر بخوانید: ده جای دیدنی", "related"),
        ("دیدگاه‌ها (۳)", "comments"),
        ("همه حقوق این سایت محفوظ است.", "rights"),
        ("۱۳:۴۵", "date"),
        ("رودبار - ۵ مهر ۱۴۰۳", "date"),
        ("اول | دوم | سوم‌تر", "menu"),
        ("---", "rule"),
        ("چاپ دوم کتاب شهرهای دوست رسید", ""),
        ("کد امنیتی سامانه‌ها دگرگون شد", ""),
        ("نشست پنجم مهر شورا برگزار شد", ""),
        ("همایش شهرهای دوست در ۵ مهر ۱۴۰۳", ""),
        ("ورزشی‌نویسان میهمان شهردار شدند", ""),
        ("نظر شما درباره بودجه چیست", ""),
        ("نام: رودبار", ""),
        ("به‌روز شده‌ترین نقشه شهر رسید", ""),
    ],
)
def test_a_line_is_known_by_its_label_or_shape(words: FurnitureWords, line: str, kind: str) -> None:
    assert row(line, words).kind == kind


def test_a_code_beside_a_date_is_no_part_of_it(words: FurnitureWords) -> None:
    line = row("کد خبر ۹۱۱ - ۵ مهر ۱۴۰۳", words)

    assert [label.code for label in line.labels] == [Span(7, 10)]
    assert line.dates == (Span(13, 23),)


def test_a_sentence_without_spaces_that_begins_with_a_date_is_no_date(words: FurnitureWords) -> None:
    line = "2024.05.06,海港城市与湖边城市在市政厅签署了协议。"
    assert classify(line, Span(0, len(line)), False, words).kind == ""
