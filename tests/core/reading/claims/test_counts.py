"""Whose number of sister cities a sentence claims, and which numbers are no such claim."""

from __future__ import annotations

import pytest

from peyvand.core.gazetteer import Gazetteer, Level, Place, find_places
from peyvand.core.reading.claims.counts import find_counts
from peyvand.core.reading.model import Count
from peyvand.core.text import Span, fold
from peyvand.lexicon.counts import count_words
from peyvand.lexicon.gazetteer import place_words

WORDS = count_words("fa")


def city(number: int, name: str, country: str) -> Place:
    return Place(id=f"geonames:{number}", name=name, country=country, population=200_000)


GORGAN, ABHAR, OSH, PATRAS, GABROVO = (
    city(1, "Gorgan", "IR"),
    city(2, "Abhar", "IR"),
    city(3, "Osh", "KG"),
    city(4, "Patras", "GR"),
    city(5, "Gabrovo", "BG"),
)
WORLD = Gazetteer.of(
    [
        (GORGAN, ["گرگان"]),
        (ABHAR, ["ابهر"]),
        (OSH, ["اوش"]),
        (PATRAS, ["پاترا"]),
        (GABROVO, ["گابروو"]),
        (Place(id="iso:IR", name="Iran", country="IR", level=Level.COUNTRY), ["ایران"]),
        (Place(id="iso:GR", name="Greece", country="GR", level=Level.COUNTRY), ["یونان"]),
    ]
)


def counts(text: str, home: Place | None = GORGAN, focus: Place | None = None) -> tuple[Count, ...]:
    folded = fold(text)
    places = find_places(folded, WORLD, place_words("fa"))
    return find_counts(folded, WORDS, places, [Span(0, len(folded.text))], home, focus)


def claims(text: str) -> list[tuple[str, int, str, str | None]]:
    return [(c.city.name, c.n, c.kind, c.partner.name if c.partner else None) for c in counts(text)]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("پاترا نهمین خواهرخوانده ابهر شد.", ("Abhar", 9, "ordinal", "Patras")),
        ("«اوش» بیست‌ویکمین شهر خواهر خوانده شهر ابهر می شود", ("Abhar", 21, "ordinal", "Osh")),
        ("گابروو به عنوان ۱۲ امین خواهرخوانده ابهر معرفی شد.", ("Abhar", 12, "ordinal", "Gabrovo")),
        ("پاترا پس از گابروو دومین خواهرخوانده گرگان است.", ("Gorgan", 2, "ordinal", "Patras")),
        ("هفتمین خواهرخوانده گرگان، شهر گابروو در بلغارستان، است.", ("Gorgan", 7, "ordinal", "Gabrovo")),
        ("اوش نهمین خواهرخوانده خواهد بود.", ("Gorgan", 9, "ordinal", "Osh")),
        ("گابروو پنجمین خواهرخوانده ماست.", ("Gorgan", 5, "ordinal", "Gabrovo")),
        ("ابهر ششمین خواهرخوانده خود را یافت.", ("Abhar", 6, "ordinal", None)),
        ("ابهر صاحب ششمین خواهرخوانده شد.", ("Abhar", 6, "ordinal", None)),
        ("این هفتمین پیمان خواهرخواندگی ابهر است.", ("Abhar", 7, "ordinal", None)),
        ("نوزدهمین شهر جهان در آستانه خواهرخواندگی با ابهر", ("Abhar", 19, "ordinal", None)),
        ("گابروو نخستین خواهرخوانده گرگان بود.", ("Gorgan", 1, "ordinal", "Gabrovo")),
        ("ابهر چهار شهر خواهرخوانده دارد.", ("Abhar", 4, "total", None)),
        ("ابهر تاکنون با ۱۰ شهر بزرگ جهان پیمان خواهرخواندگی بسته است.", ("Abhar", 10, "total", None)),
        ("ابهر با يازده شهر خواهر خوانده است.", ("Abhar", 11, "total", None)),
        ("ابهر غیر از گرگان ۲۳ خواهرخوانده دیگر دارد.", ("Abhar", 23, "total", None)),
        ("با پیوستن گابروو، شمار خواهرخوانده‌های ابهر به هشت شهر می‌رسد.", ("Abhar", 8, "total", None)),
        ("تعداد شهرهای خواهرخوانده ابهر ۱۲ شهر است.", ("Abhar", 12, "total", None)),
        ("ابهر دارای سه خواهرخوانده است.", ("Abhar", 3, "total", None)),
        ("شهردار ابهر گفت: با ده شهر خواهرخوانده‌ایم.", ("Abhar", 10, "total", None)),
        ("هشت شهر جهان با ابهر خواهرخوانده‌اند.", ("Abhar", 8, "total", None)),
        ("هفت شهری که پیشتر خواهرخوانده ابهر شده‌اند دورند.", ("Abhar", 7, "total", None)),
        ("از هفت شهری که با ابهر پیمان خواهرخواندگی بسته‌اند یکی گابروو است.", ("Abhar", 7, "total", None)),
        ("ابهر با ۲۱ شهر دنیا برادر است و برادرشهرهای تازه می‌جوید.", ("Abhar", 21, "total", None)),
        ("ابهر نیز با ۱۶ شهر جهان خواهرخوانده‌اند.", ("Abhar", 16, "total", None)),
        ("ابهر خواهرخوانده 10 شهر جهان شد", ("Abhar", 10, "total", None)),
        ("ابهر هفت پیمان خواهرخواندگی امضا کرده است.", ("Abhar", 7, "total", None)),
        ("۱۹ خواهرخوانده ابهر کدامند؟", ("Abhar", 19, "total", None)),
        ("ما اکنون هفت خواهرخوانده داریم.", ("Gorgan", 7, "total", None)),
        ("خواهرخواندگی سودمند است و این شهر با چهار شهر پیمان داشت.", ("Gorgan", 4, "total", None)),
        ("شهردار گابروو گفت: شهر ما با ۴۰ شهر پیمان خواهرخواندگی دارد.", ("Gabrovo", 40, "total", None)),
        ("گابروو هم‌اکنون 9 شهر برادر دارد.", ("Gabrovo", 9, "total", None)),
        (
            "اوش دهمین شهر دنیاست که چنین پیمانی را با ابهر بسته است؛ خواهرخواندگی خوب است.",
            ("Abhar", 10, "ordinal", "Osh"),
        ),
        ("اوش نهمین شهری است که با ابهر پیمان خواهرخواندگی می‌بندد.", ("Abhar", 9, "ordinal", "Osh")),
        ("اوش نهمین شهری بود که خواهرخوانده ابهر شد.", ("Abhar", 9, "ordinal", "Osh")),
        ("ابهر سیزدهمین خواهرخوانده‌اش را شناخت.", ("Abhar", 13, "ordinal", None)),
        ("خواهرخوانده‌های ابهر به ۱۲ شهر رسید.", ("Abhar", 12, "total", None)),
        ("شمار شهرهایی که با ابهر پیمان خواهرخواندگی دارند به ۱۲ رسید.", ("Abhar", 12, "total", None)),
        ("آمار خواهرخوانده‌های ابهر ۱۲ مورد است.", ("Abhar", 12, "total", None)),
        ("ابهر ۱۲ پیمان خواهرخواندگی با شهرهای جهان امضا کرده است.", ("Abhar", 12, "total", None)),
        ("ابهر ده خواهرخوانده پیدا کرده است.", ("Abhar", 10, "total", None)),
        ("پایتخت یونان با ۲۳ شهر خواهرخوانده است؛ پاترا زیباست.", ("Patras", 23, "total", None)),
    ],
)
def test_a_claim_is_somebodys(sentence: str, claim: tuple[str, int, str, str | None]) -> None:
    assert claims(sentence) == [claim]


def test_several_claims_in_one_sentence() -> None:
    assert claims("گرگان با ۱۴ شهر و ابهر با ۹ شهر پیمان خواهرخواندگی دارند.") == [
        ("Gorgan", 14, "total", None),
        ("Abhar", 9, "total", None),
    ]
    assert claims("ابهر با ۲۲ شهر، اوش با ۱۶ شهر، پاترا با ۱۳ و گابروو نیز با ۹ شهر پیمان خواهرخواندگی دارند.") == [
        ("Abhar", 22, "total", None),
        ("Osh", 16, "total", None),
        ("Patras", 13, "total", None),
        ("Gabrovo", 9, "total", None),
    ]
    assert claims("ابهر ۱۲ و شهر گرگان ۸ خواهرخوانده دارند.") == [
        ("Abhar", 12, "total", None),
        ("Gorgan", 8, "total", None),
    ]
    assert claims("گابروو با 17 شهر پیمان برادری دارد و گرگان هجدهمین آنهاست.") == [
        ("Gabrovo", 17, "total", None),
        ("Gabrovo", 18, "ordinal", "Gorgan"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "در صد و نودمین جلسه شورا خواهرخواندگی تصویب شد.",
        "لایحه خواهرخواندگی با ۱۱ رأی موافق و در ۱۴ ماده تصویب شد.",
        "هیئتی ۸ نفره از شهر خواهرخوانده آمد.",
        "گابروو نخستین خواهرخوانده ما از بالکان است.",
        "پاترا دومین خواهرخوانده گرگان از یونان است.",
        "این نخستین قرارداد خواهرخواندگی در دوره جدید است.",
        "۲۶ شهر ایران خواهرخوانده خارجی دارند.",
        "شهرهای ایران با ۱۴۰ شهر جهان قرارداد خواهرخواندگی دارند.",
        "شهری که ۱۶ خواهرخوانده دارد کامیاب‌تر است.",
        "این دو شهر خواهرخوانده روابط خوبی دارند.",
        "با دو شهر خواهرخوانده گفت‌وگو کردیم.",
        "دو شهر خواهرخوانده شدند.",
        "دانشگاه ابهر با ۴ دانشگاه پیمان خواهرخواندگی دارد و پاترا پنجمین خواهرخوانده ماست.",
        "گرگان بیش از ۲۰ خواهرخوانده دارد.",
        "خواهرخواندگی ابهر و اوش به ۲۰ سال رسید.",
        "شمار گردشگران شهرهای خواهرخوانده ابهر به ۹۰۰ رسید.",
        "پاترا سومین شهر یونان است که خواهرخوانده ابهر شد.",
        "اوش دهمین شهر ایران است که با ابهر پیمان خواهرخواندگی می‌بندد.",
        "پایتخت یونان با ۲۳ شهر خواهرخوانده است.",
        "ابهر ۱۲ میلیون نفر و گرگان چند خواهرخوانده دارند.",
        "پیمان خواهرخواندگی گرگان نه لغو شده و نه معلق.",
        "گرگان با چهار شهر قرارداد خرید اتوبوس دارد.",
        "سه شهر ابهر، گرگان و پاترا با اوش خواهرخوانده شدند.",
        "پانزده شهر ایران با شهرهای یونان خواهرخوانده‌اند.",
        "دو شهر با یکدیگر خواهرخوانده‌اند.",
        "ابهر با دو شهر و سه برادر آشنا شد و خواهرخوانده می‌جوید.",
    ],
)
def test_other_numbers_are_no_claims(sentence: str) -> None:
    assert claims(sentence) == []


def test_the_focus_stands_in_for_an_unnamed_partner() -> None:
    (count,) = counts("این نهمین خواهرخوانده گرگان است.", focus=OSH)

    assert count.partner == OSH


def test_a_repeated_claim_is_given_once_with_its_partner() -> None:
    text = "نهمین خواهرخوانده گرگان آمد.\nپاترا نهمین خواهرخوانده گرگان شد."

    assert claims(text) == [("Gorgan", 9, "ordinal", "Patras")]


def test_evidence_is_the_pages_own_letters() -> None:
    text = "خبر: ابهر با ٨ شهر پيـمان خواهر خواندگي بسته است."
    (count,) = counts(text)

    assert count.evidence.text == "ابهر با ٨ شهر پيـمان خواهر خواندگي بسته است"
    assert count.evidence.span.of(text) == count.evidence.text


def test_without_a_home_nothing_is_made_up() -> None:
    assert counts("ما اکنون هفت خواهرخوانده داریم.", home=None) == ()
