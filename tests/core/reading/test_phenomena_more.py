"""What makes news on sister cities hard to read, each in both directions. P9–P15, and what cities do together."""

from __future__ import annotations

import pytest
from tests.factories.towns import only, reading, told

NOTHING: set[str] = set()


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        # P9. City, province, state.
        ("استانداران یزد و خجند سند خواهرخواندگی دو استان را امضا کردند.", NOTHING),
        ("استان یزد و ولایت هرات خواهرخوانده شدند.", NOTHING),
        ("استاندار یزد و والی هرات درباره خواهرخواندگی شهرهای یزد و هرات گفت‌وگو کردند.",
         {"negotiation done: Herat, Yazd"}),
        ("والی به نیابت از شاروالی فیض‌آباد سند خواهرشهری با کولاب را امضا نمود.", {"signing done: Fayzabad, Kulob"}),
        # P10. Names that are words.
        ("روز دوشنبه هیئت شهرداری کاشمر به دوشنبه، شهر خواهرخوانده خود، رسید.", {"visit done: Dushanbe, Kashmar"}),
        ("خوی تند مدیران کار خواهرخواندگی خوی و وان را کند کرد، اما این پیمان دیروز امضا شد.",
         {"signing done: Khoy, Van"}),
        ("در این شهرها رسم ساری و جاری است و کاشمر با اوش خواهرخوانده است.", {"standing done: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش امضا شد و پیمان رضوی، مشاور شهردار کاشمر، گفت: خوشحالیم.",
         {"signing done: Kashmar, Osh"}),
        ("این شهر نور چشم ماست و کاشمر و وان خواهرخوانده شدند.", {"signing done: Kashmar, Van"}),
        # P12. Noise in the script, and slips of the pen.
        ("شهرداريهاي كاشمر و باتومي ديروز تفاهم نامه خواهر خواندگي را امضاکردند.", {"signing done: Batumi, Kashmar"}),
        ("تفـاهـم‌نامه خـواهرخوانـدگي کاشمر و اوش تمديد ميشود.", {"renewal planned: Kashmar, Osh"}),
        ("شهردار كاشمر گفت:اين پيمان خواهرخواندگي با اوش تمديد مي شود", {"renewal planned: Kashmar, Osh"}),
        ("کاشمر و باتومی تفاهنامه خواهر خوانگی امضا نمودند.", {"signing done: Batumi, Kashmar"}),
        # P14. Numbers that count no sisters do not keep the reader from the pair.
        ("در صد و نودمین جلسه شورای شهر کاشمر، خواهرخواندگی با اوش با ۱۱ رأی موافق تصویب شد.",
         {"approval done: Kashmar, Osh"}),
        # P15. Sister words in other senses, and ties without them.
        ("دانشکده‌های معماری کاشمر و باتومی خواهرخوانده شدند.", NOTHING),
        ("دانشگاه کاشمر و دانشگاه باتومی تفاهم‌نامه همکاری امضا کردند.", NOTHING),
        ("سه خواهر یزدی و شریک قونیه‌ای‌شان کارگاهی باز کردند.", NOTHING),
        ("یزد و هرات خواهر همند؛ یکی شعر است و دیگری لاجورد.", NOTHING),
        ("بندرهای دو کشور خواهرخوانده شدند.", NOTHING),
        ("بهار امسال کاشمر با کسی پیمان نبست.", NOTHING),
        ("رئیسان شهرهای کولاب و اوش پیمان برادری بستند.", {"signing done: Kulob, Osh"}),
        ("قرارداد دوستی سه ساله کاشمر و کراکوف امضا شد.", {"signing done: Kashmar, Krakow"}),
        ("تفاهم‌نامه همکاری میان شهرداری‌های کاشمر و اوش به امضا رسید.", {"signing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("هیئتی از شهرداری اوش وارد کاشمر شد.", {"visit done: Kashmar, Osh"}),
        ("هیئت شهرداری کاشمر به اوش سفر خواهد کرد.", {"visit planned: Kashmar, Osh"}),
        ("هیئت شهرداری کاشمر به اوش سفر نکرد.", {"visit denied: Kashmar, Osh"}),
        ("سفر هیئت شهرداری کاشمر به اوش لغو شد.", {"visit denied: Kashmar, Osh"}),
        ("شهردار کاشمر از شهردار اوش برای سفر به این شهر دعوت کرد.", {"visit wished: Kashmar, Osh"}),
        ("کاشمر میزبان هیئت شهرداری ایروان بود.", {"visit done: Kashmar, Yerevan"}),
        ("سفیر گرجستان به کاشمر سفر کرد و با شهردار این شهر گفت‌وگو کرد.", NOTHING),
        ("هفته فرهنگی کازان در کاشمر، شهر خواهرخوانده آن، گشایش یافت.", {"event done: Kashmar, Kazan"}),
        ("ده دانشجوی معماری از باتومی به کاشمر، شهر خواهرخوانده خود، آمدند.", {"exchange done: Batumi, Kashmar"}),
        ("شهردار کاشمر از مذاکره با شهرداری ایروان برای خواهرخواندگی خبر داد.", {"negotiation done: Kashmar, Yerevan"}),
    ],
)  # fmt: skip
def test_reads_what_cities_do_together(text: str, statements: set[str]) -> None:
    assert told(text) == statements


@pytest.mark.parametrize(
    ("text", "published", "date", "said"),
    [
        ("پیمان خواهرخواندگی کاشمر و اوش ۱۹ اسفند امضا شد.", None, None, "19 اسفند"),
        ("پیمان خواهرخواندگی کاشمر و اوش ۱۹ اسفند امضا شد.", "2023-09-12", "2023-03-10", "19 اسفند"),
        ("پیمان خواهرخواندگی کاشمر و اوش در مهر ۱۴۰۲ امضا شد.", None, "2023-09-23/2023-10-22", "مهر 1402"),
        ("پیمان خواهرخواندگی کاشمر و اوش ۷ آذر ۱۳۹۸ (۲۸ نوامبر ۲۰۱۹) امضا شد.", None, "2019-11-28",
         "7 آذر 1398 (28 نوامبر 2019"),
        ("پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد.", "2023-09-25", "2023-09-24", "دیروز"),
        ("پیمان خواهرخواندگی کاشمر و اوش سال گذشته امضا شد.", "2023-09-25", None, "سال گذشته"),
    ],
)  # fmt: skip
def test_dates_are_as_far_as_the_text_goes(text: str, published: str | None, date: str | None, said: str) -> None:
    proposal = only(text, published)
    written = (proposal.statement.date_text or "").translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    assert (proposal.resolution.date, written.rstrip(")")) == (date, said)


@pytest.mark.parametrize("name", ["باتومی", "باتومي"])
def test_a_city_is_one_in_all_its_spellings(name: str) -> None:
    found = reading(f"کاشمر و {name} خواهرخوانده شدند.").statements[0]
    assert found.cities[1].name == "Batumi"
    assert found.statement.places[1] == name
