"""One step told in many words: what the reader makes of the language's variants, whatever the order."""

from __future__ import annotations

import pytest
from tests.factories.towns import told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("کاشمر از خواهرخواندگی با باتومی دست کشید.", {"termination done: Batumi, Kashmar"}),
        ("کاشمر روابط خواهرخواندگی خود با باتومی را گسست.", {"termination done: Batumi, Kashmar"}),
        ("شورای شهر کاشمر تماس‌های رسمی با باتومی را به حالت تعلیق درآورد.", {"suspension done: Batumi, Kashmar"}),
        ("شهردار کاشمر لغو خواهرخواندگی با باتومی را رد کرد.", {"termination denied: Batumi, Kashmar"}),
        ("کاشمر قصد پایان دادن به خواهرخواندگی با باتومی را ندارد.", {"termination denied: Batumi, Kashmar"}),
        ("کاشمر و باتومی همکاری‌های خواهرخواندگی خود را از سر گرفتند.", {"renewal done: Batumi, Kashmar"}),
        ("کاشمر پیوند خواهرخواندگی با باتومی را ادامه می‌دهد.", {"standing done: Batumi, Kashmar"}),
        ("باتومی در فهرست خواهرخوانده‌های کاشمر جای دارد.", {"standing done: Batumi, Kashmar"}),
        ("کاشمر و باتومی خواهرخوانده یکدیگرند.", {"standing done: Batumi, Kashmar"}),
        ("شهردار از خواهرخوانده شدن کاشمر و باتومی خبر داد.", {"signing done: Batumi, Kashmar"}),
        ("مجوز انعقاد پیمان خواهرخواندگی کاشمر و باتومی صادر شد.", {"approval done: Batumi, Kashmar"}),
        ("لایحه خواهرخواندگی کاشمر و باتومی رأی لازم را کسب نکرد.", {"approval denied: Batumi, Kashmar"}),
        ("شهرداری کاشمر به خواهرخواندگی با باتومی علاقه‌مند است.", {"signing wished: Batumi, Kashmar"}),
        ("ایده خواهرخواندگی کاشمر و باتومی از سوی شهرداری مطرح شد.", {"proposal done: Batumi, Kashmar"}),
        ("شهردار در باتومی از نماد شهر کاشمر پرده‌برداری کرد.", {"event done: Batumi, Kashmar"}),
        ("خواهرخواندگی پیمانی است که شهرهای کاشمر و باتومی می‌بندند.", set()),
        ("شهردار کاشمر در پی خواهرخواندگی با باتومی بود، اما محقق نشد.", {"signing denied: Batumi, Kashmar"}),
        ("قرار است شهرداری کاشمر و شهرداری باتومی وارد مذاکره شوند.", {"negotiation planned: Batumi, Kashmar"}),
        ("شهردار کاشمر برای نشست متخصصان به باتومی می‌رود.", set()),
        (
            "به پیشنهاد شهرداری، پیمان خواهرخواندگی کاشمر و باتومی بسته خواهد شد.",
            {"proposal done: Batumi, Kashmar", "signing planned: Batumi, Kashmar"},
        ),
        (
            "طی رایزنی‌های صورت گرفته توسط شهرداران، پیمان خواهرخواندگی کاشمر و باتومی بسته خواهد شد.",
            {"negotiation done: Batumi, Kashmar", "signing planned: Batumi, Kashmar"},
        ),
        ("شهردار به برنامه سفر هیئت کاشمر به باتومی اشاره کرد.", {"visit planned: Batumi, Kashmar"}),
        ("هفته فرهنگی کاشمر در باتومی از اهداف این خواهرخواندگی است.", {"event planned: Batumi, Kashmar"}),
        ("امیدواریم مهمان کاشمر از سفر خود به باتومی خاطره خوشی ببرد.", set()),
        (
            "این سند خواهرخواندگی کاشمر و باتومی پس از پایان گفت‌وگوها امضا شد.",
            {"negotiation done: Batumi, Kashmar", "signing done: Batumi, Kashmar"},
        ),
        ("شهردار باتومی میزبان نمایشگاه کتاب کاشمر بود.", set()),
        ("لایحه شورا برای خواهرخواندگی کاشمر با باتومی در دست بررسی قرار دارد.", {"approval planned: Batumi, Kashmar"}),
        (
            "در حاشیه آیین گشایش سیزدهمین نمایشگاه شهری کاشمر، خواهرخواندگی با باتومی مطرح شد.",
            {"proposal done: Batumi, Kashmar"},
        ),
        ("برگزاری همایش‌های شهرداری کاشمر و باتومی فرصت خوبی است.", set()),
        ("شهردار کاشمر گفت: نشستی کوتاه و صمیمانه با شهردار باتومی داشتیم.", {"negotiation done: Batumi, Kashmar"}),
        ("شهرداری: هفته فرهنگی کاشمر در باتومی به پایان رسید.", {"event done: Batumi, Kashmar"}),
        ("لایحه خواهرخواندگی کاشمر و باتومی با مخالفت شورا روبه‌رو شد.", {"approval denied: Batumi, Kashmar"}),
        ("میان کاشمر و باتومی پیمان خواهرخواندگی وجود ندارد.", {"standing denied: Batumi, Kashmar"}),
        ("شهردار خواستار امضای پیمان خواهرخواندگی کاشمر و باتومی شد.", {"signing wished: Batumi, Kashmar"}),
        (
            "بر پایه مفاد پیمان، در شهر کاشمر خیابانی به نام باتومی نام‌گذاری شده و خواهرخواندگی پابرجاست.",
            {"event done: Batumi, Kashmar", "standing done: Batumi, Kashmar"},
        ),
        (
            "شهردار با اشاره به امضای پیمان خواهرخواندگی کاشمر با باتومی از گردشگری گفت.",
            {"signing done: Batumi, Kashmar"},
        ),
        ("خواهرخواندگی کاشمر با باتومی به همکاری بیشتر منجر خواهد شد.", set()),
        (
            "گفت‌وگوی کاشمر و باتومی به خواهرخواندگی منجر شد.",
            {"negotiation done: Batumi, Kashmar", "signing done: Batumi, Kashmar"},
        ),
        ("طرح خواهرخواندگی کاشمر و باتومی در شورا مصوب شد.", {"approval done: Batumi, Kashmar"}),
        ("لایحه خواهرخواندگی کاشمر و باتومی به وزارت کشور ارسال شد.", {"approval planned: Batumi, Kashmar"}),
        ("پیمان خواهرخواندگی کاشمر و باتومی جان تازه‌ای گرفت.", {"renewal done: Batumi, Kashmar"}),
        ("شهردار باتومی از پیشنهاد شهردار کاشمر استقبال کرد.", set()),
    ],
)
def test_reads(text: str, found: set[str]) -> None:
    assert told(text) == found
