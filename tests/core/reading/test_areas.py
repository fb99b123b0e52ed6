"""Fields that a text ties to a bond, and words that only look like one."""

from __future__ import annotations

import pytest

from peyvand.core.reading.areas import find_areas, without
from peyvand.core.text import Span, fold
from peyvand.lexicon.areas import area_words

WORDS = area_words("fa")


def areas(text: str) -> list[str]:
    folded = fold(text)
    return [area.area for area in find_areas(folded, WORDS, [Span(0, len(folded.text))])]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("امیدواریم این کار آغاز طرح‌هایی در گردشگری و تجارت باشد.", ["tourism", "trade"]),
        ("استاندار از همکاری استان در صنعت و گردشگری سخن گفت.", []),
        ("این پیمان در روابط فرهنگی دو کشور اثر دارد.", ["culture"]),
        ("با نظر به شرایط اقلیمی همکاری دو شهر آغاز می‌شود.", []),
        (
            "متن شامل همکاری در زمینه توسعه پایدار، کیفیت زندگی، گردشگری، بازرگانی و مدیریت شهری است.",
            ["sustainable_development", "quality_of_life", "tourism", "trade", "urban_management"],
        ),
        ("این تفاهم‌نامه ترافیک، نوسازی شهری و آموزش را در بر می‌گیرد.", ["transport", "urban_management", "education"]),
        ("سفیر گفت این سند به گردشگری دو ملت کمک می‌کند.", ["tourism"]),
        ("آنان درباره پسماند و زیرساخت شهری حرف زدند.", ["waste", "urban_management"]),
        ("معرق و سفالگری و مرمت بافت تاریخی از محورهای سند است.", ["handicrafts", "heritage"]),
        ("درباره پسماند، آتش نشانی و فضاي سبز گفتگو شد.", ["waste", "emergency", "environment"]),
        ("ده دانشجو برای کارآموزی اعزام می‌شوند.", ["education"]),
        ("نمایشگاه مشترک صنایعدستی برپا خواهد شد.", ["handicrafts"]),
        ("حمل‌ونقل سازگار با محیط زیست و خدمات شهری از زمینه‌های همکاری است.", ["transport", "urban_services"]),
        ("ظرفیت‌ها در راستای توسعه گردشگری و همکاری فرهنگی؛ مدیریت شهری و سرمایه‌گذاری", [
            "tourism", "culture", "urban_management", "economy"]),
        ("موضوع همکاری، فاضلاب‌های صنعتی است.", ["water"]),
        ("گردشگری و آموزش از محورهای سند به شمار می‌رود.", ["tourism", "education"]),
        ("دو طرف توافق کردند در زمینه کشاورزی و آب با هم کار کنند.", ["agriculture", "water"]),
        ("همکاری در فرهنگ و مدیریت شهری آغاز شد.", ["culture", "urban_management"]),
        ("درباره تجربه‌های گوناگون مدیریت شهری گفت‌وگو شد.", ["urban_management"]),
        ("روابط مذهبی دو شهر گسترش می‌یابد.", ["religion"]),
        ("پیوندهای ورزشی دو شهر گسترش می‌یابد.", ["sport"]),
        ("جشنواره علمی و ورزشی دو شهر برگزار شد.", ["culture", "science", "sport"]),
        ("با حضور ورزشکاران دو شهر مسابقه مشترکی برگزار شد.", ["sport"]),
        ("از این راه گردشگر به شهر می‌آید.", ["tourism"]),
        ("در گشایش نمایشگاه مشترک سفال دو شهر، شهردار سخن گفت.", ["handicrafts"]),
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
        "خواهرخواندگی پیوندی است که دو شهر برای همکاری در ورزش می‌بندند.",
        "به پیمانی که دو شهر برای تبادل دانشجو می‌بندند خواهرخواندگی می‌گویند.",
        "خواهرخواندگی، همکاری شهرها را در گردشگری آسان می‌کند.",
        "پیمان میان شهرهایی بسته می‌شود که در صنعت پیوند دارند.",
        "مدیریت شهری برای امضای پیمان آماده است.",
        "هیئتی از مدیریت شهری بم با دعوت رسمی آمد.",
        "آب گرم بم خوب است و پیمان بسته شد.",
        "بم از شهرهای گردشگری به شمار می‌رود و پیوند بست.",
        "دو شهر پیوندهای فرهنگی و مذهبی دارند و پیمان می‌بندند.",
        "شهر در ورزش جایگاه ویژه‌ای دارد و پیوندها گسترش می‌یابد.",
        "با حضور بازرگانان، دانشجویان و جوانان سند امضا شد.",
        "در گشایش بازارچه غذا که دیروز بود، شهردار از پیمان دو شهر خبر داد.",
    ],
)
def test_what_is_no_field_of_the_bond(sentence: str) -> None:
    assert areas(sentence) == []


def test_a_denial_ends_at_but() -> None:
    assert areas("جشنواره مشترک سفال برگزار نشد، ولی تبادل دانش‌آموزان ادامه دارد.") == ["education"]


def test_what_twinning_is_may_take_more_than_a_sentence() -> None:
    text = (
        "خواهرخواندگی قراردادی میان دو شهر است. این پیمان‌ها به همکاری در ورزش می‌انجامد. دو شهر در آموزش همکاری می‌کنند."
    )

    assert areas(text) == ["education"]


def test_each_field_is_given_once_with_the_pages_own_letters() -> None:
    text = "همكاري در گـردشگري آغاز شد. همکاری در گردشگری می‌ماند."
    (area,) = find_areas(fold(text), WORDS, [Span(0, len(fold(text).text))])

    assert area.evidence.text == "گـردشگري"
    assert area.evidence.span.of(text) == area.evidence.text


def test_spans_without_others_are_what_is_left_of_them() -> None:
    spans = [Span(0, 10), Span(20, 30), Span(40, 50)]

    assert without(spans, []) == spans
    assert without(spans, [Span(2, 4), Span(6, 10)]) == [Span(0, 2), Span(4, 6), Span(20, 30), Span(40, 50)]
    assert without(spans, [Span(8, 25), Span(28, 45)]) == [Span(0, 8), Span(25, 28), Span(45, 50)]
    assert without(spans, [Span(0, 50)]) == []
