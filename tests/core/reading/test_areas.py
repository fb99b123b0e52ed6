"""Fields that a text ties to a bond, and words that only look like one."""

from __future__ import annotations

import pytest

from peyvand.core.reading.areas import find_areas
from peyvand.core.text import Span, fold
from peyvand.lexicon.areas import area_words

WORDS = area_words("fa")


def areas(text: str) -> list[str]:
    folded = fold(text)
    return [area.area for area in find_areas(folded, WORDS, [Span(0, len(folded.text))])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "متن شامل همکاری در زمینه توسعه پایدار، کیفیت زندگی، گردشگری، بازرگانی و مدیریت شهری است.",
            ["sustainable_development", "quality_of_life", "tourism", "trade", "urban_management"],
        ),
        ("معرق و سفالگری و مرمت بافت تاریخی از محورهای سند است.", ["handicrafts", "heritage"]),
        ("درباره پسماند، آتش نشانی و فضاي سبز گفتگو شد.", ["waste", "emergency", "environment"]),
        ("ده دانشجو برای کارآموزی اعزام می‌شوند.", ["education"]),
        ("نمایشگاه مشترک صنایعدستی برپا خواهد شد.", ["handicrafts"]),
        ("حمل‌ونقل سازگار با محیط زیست و خدمات شهری از زمینه‌های همکاری است.", ["transport", "urban_services"]),
        ("ظرفیت‌ها در راستای توسعه گردشگری و همکاری فرهنگی؛ مدیریت شهری و سرمایه‌گذاری", [
            "tourism", "culture", "urban_management", "economy"]),
        ("موضوع همکاری، فاضلاب‌های صنعتی است.", ["water"]),
    ],
)  # fmt: skip
def test_fields_of_cooperation(sentence: str, found: list[str]) -> None:
    assert areas(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "لایحه خرید اتوبوس در همان جلسه تصویب شد.",
        "رئیس کمیسیون فرهنگی، گردشگری و سرمایه‌گذاری شورا از پیوند دو شهر گفت.",
        "رایزن فرهنگی در این گفت‌وگو حاضر بود.",
        "مرکز دیپلماسی عمومی و رسانه‌ای موضوع همکاری را پی می‌گیرد.",
        "شهری خلاق در زمینه صنایع‌دستی شناخته شده است.",
        "این شهر پایتخت فرهنگی، اقتصادی و ورزشی کشور و دارای پیوندهای بسیار است.",
        "هیچ تبادل هنرمند یا دانشجویی انجام نشد.",
        "جشنواره مشترک سفال برگزار نخواهد شد.",
        "سیزدهمین نمایشگاه مدیریت شهری با دعوت از همه برگزار شد.",
        "به گزارش روابط عمومی و امور رسانه‌ای شهرداری، پیوند دو شهر تمدید شد.",
        "سفیر درباره پسماند گفت‌وگو کرد.",
        "شرکت‌های بسیاری در زمینه گردشگری آمدند.",
        "خبر در رسانه‌ها درباره پیمان منتشر شد.",
    ],
)
def test_what_is_no_field_of_the_bond(sentence: str) -> None:
    assert areas(sentence) == []


def test_a_denial_ends_at_but() -> None:
    assert areas("جشنواره مشترک سفال برگزار نشد، ولی تبادل دانش‌آموزان ادامه دارد.") == ["education"]


def test_each_field_is_given_once_with_the_pages_own_letters() -> None:
    text = "همكاري در گـردشگري آغاز شد. همکاری در گردشگری می‌ماند."
    (area,) = find_areas(fold(text), WORDS, [Span(0, len(fold(text).text))])

    assert area.evidence.text == "گـردشگري"
    assert area.evidence.span.of(text) == area.evidence.text
