"""What is hard in news on sister cities, each in both directions: P1–P8, the rest in ``test_phenomena_more``."""

from __future__ import annotations

import pytest
from tests.factories.towns import told

NOTHING: set[str] = set()


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        # P1. One verb, many stages: the noun it hangs on says what happened.
        ("با رأی موافق نه عضو شورا، کاشمر و باتومی خواهرخوانده شدند.", {"approval done: Batumi, Kashmar"}),
        ("با تصویب شورا، کاشمر با باتومی خواهرخوانده شد.", {"approval done: Batumi, Kashmar"}),
        ("لایحه خواهرخواندگی کاشمر با باتومی در شورا تصویب شد.", {"approval done: Batumi, Kashmar"}),
        ("شورا با خواهرخواندگی کاشمر و باتومی موافقت نکرد.", {"approval denied: Batumi, Kashmar"}),
        ("کاشمر و باتومی خواهرخوانده شدند؛ شهرداران دو شهر نسخه‌های سند را مبادله کردند.",
         {"signing done: Batumi, Kashmar"}),
        ("متن پیمان خواهرخواندگی کاشمر و اوش نوشته شد.", {"drafting done: Kashmar, Osh"}),
        ("خواهرخواندگی کاشمر و ایروان رسمی شد.", {"signing done: Kashmar, Yerevan"}),
        ("نجف به عنوان خواهرخوانده کاشمر انتخاب شد.", {"signing done: Kashmar, Najaf"}),
        ("خیابانی در کاشمر به نام اوش، شهر خواهرخوانده، نام‌گذاری شد.", {"event done: Kashmar, Osh"}),
        # P2. The present of the future; headlines without a verb.
        ("شهردار کاشمر گفت: با اوش پیمان خواهرخواندگی می‌بندیم.", {"signing planned: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و باتومی امضا می‌شود.", {"signing planned: Batumi, Kashmar"}),
        ("پیمان خواهرخواندگی کاشمر و باتومی امضا شد.", {"signing done: Batumi, Kashmar"}),
        ("شهرهای کاشمر ایران و سیبیو رومانی خواهرخوانده می‌شوند.", {"signing planned: Kashmar, Sibiu"}),
        ("در تفاهم‌نامه خواهرخواندگی کاشمر و شکی، دو شهر متعهد می‌شوند هر سال نمایشگاهی برپا کنند.",
         {"event planned: Kashmar, Shaki"}),
        ("امضای سند خواهرخواندگی کاشمر و شکی\n\nسند خواهرخواندگی کاشمر و شکی هفته آینده امضا می‌شود.",
         {"signing planned: Kashmar, Shaki"}),
        ("امضای سند خواهرخواندگی کاشمر و شکی\n\nسند خواهرخواندگی کاشمر و شکی عصر دیروز به امضا رسید.",
         {"signing done: Kashmar, Shaki"}),
        # P3. Pairs behind pronouns.
        ("شهردار سمنان پس از دیدار از بم گفت: با شهردار هرات درباره خواهرخواندگی این دو شهر گفت‌وگو کردیم.",
         {"negotiation done: Herat, Semnan"}),
        ("وی پیشنهاد داد بم و اوش خواهرخوانده شوند.", {"proposal done: Bam, Osh"}),
        ("هیئت لاهیجان در باتومی از همتای خود خواست سندی برای خواهرخواندگی دو شهر نوشته شود.",
         {"drafting wished: Batumi, Lahijan", "visit done: Batumi, Lahijan"}),
        ("شهردار کاشمر به باتومی رفت. این شهر با کاشمر خواهرخوانده است.",
         {"visit done: Batumi, Kashmar", "standing done: Batumi, Kashmar"}),
        ("شهردار اوش در رأس هیئتی به کاشمر سفر کرد و با شهردار این شهر دیدار کرد.", {"visit done: Kashmar, Osh"}),
        # P4. Lists that share a head.
        ("شهرهای قونیه و بورسا در ترکیه و باتومی گرجستان با کاشمر خواهرخوانده‌اند.",
         {"standing done: Kashmar, Konya", "standing done: Bursa, Kashmar", "standing done: Batumi, Kashmar"}),
        ("شهر سمنان با قونیه، اوش و نیز بم پیمان خواهرخواندگی دارد.",
         {"standing done: Konya, Semnan", "standing done: Osh, Semnan", "standing done: Bam, Semnan"}),
        ("کاشمر با سه شهر خواهرخوانده است: باتومی، اوش و کازان.",
         {"standing done: Batumi, Kashmar", "standing done: Kashmar, Osh", "standing done: Kashmar, Kazan"}),
        ("شهرهای خواهرخوانده کاشمر عبارت‌اند از: باتومی و اوش.",
         {"standing done: Batumi, Kashmar", "standing done: Kashmar, Osh"}),
        ("کاشمر با ۱۲ شهر جهان پیمان خواهرخواندگی دارد.", NOTHING),
        ("سمنان با قونیه و اوش خواهرخوانده است. شایعه لغو پیمان آن‌ها درست نیست.",
         {"standing done: Konya, Semnan", "standing done: Osh, Semnan",
          "termination denied: Konya, Semnan", "termination denied: Osh, Semnan"}),
        # P5. Denial, correction, failure.
        ("پیمان خواهرخواندگی کاشمر و باتومی هنوز امضا نشده است.", {"signing denied: Batumi, Kashmar"}),
        ("شهردار کاشمر خبر خواهرخواندگی با اوش را تکذیب کرد.", {"signing denied: Kashmar, Osh"}),
        ("شهردار کاشمر لغو پیمان خواهرخواندگی با اوش را تکذیب کرد.", {"termination denied: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش لغو شد.", {"termination done: Kashmar, Osh"}),
        ("تلاش سه‌ساله کاشمر برای خواهرخواندگی با تولوز به جایی نرسید.", {"signing denied: Kashmar, Toulouse"}),
        ("گفت‌وگوهای کاشمر و اوش درباره خواهرخواندگی به نتیجه نرسید.",
         {"negotiation done: Kashmar, Osh", "signing denied: Kashmar, Osh"}),
        ("طرح خواهرخواندگی کاشمر با تولوز با ۴ رأی از ۹ رأی ناکام ماند.", {"approval denied: Kashmar, Toulouse"}),
        ("پیمان خواهرخواندگی کاشمر و تولوز نه لغو شده است و نه معلق.",
         {"termination denied: Kashmar, Toulouse", "suspension denied: Kashmar, Toulouse"}),
        ("هیچ هیئتی از کاشمر به اوش نرفت، اما تبادل دانش‌آموز میان دو شهر ادامه دارد.",
         {"visit denied: Kashmar, Osh", "exchange done: Kashmar, Osh"}),
        ("شهردار اوش پیشنهاد خواهرخواندگی کاشمر را نپذیرفت.",
         {"proposal done: Kashmar, Osh", "proposal denied: Kashmar, Osh"}),
        ("کاشمر خواهرخوانده اوش نیست.", {"standing denied: Kashmar, Osh"}),
        # P6. Hope and condition.
        ("امیدواریم پیمان خواهرخواندگی کاشمر و باتومی امضا شود.", {"signing wished: Batumi, Kashmar"}),
        ("پیمان خواهرخواندگی کاشمر و باتومی می‌تواند امضا شود.", {"signing wished: Batumi, Kashmar"}),
        ("قرار است پیمان خواهرخواندگی کاشمر و باتومی امضا شود.", {"signing planned: Batumi, Kashmar"}),
        ("کاش کاشمر و اوش خواهرخوانده شوند.", {"signing wished: Kashmar, Osh"}),
        ("کاشمر آماده خواهرخواندگی با اوش است.", {"signing wished: Kashmar, Osh"}),
        ("اگر شورا موافقت کند، کاشمر و اوش خواهرخوانده می‌شوند.", {"signing planned: Kashmar, Osh"}),
        ("پس از موافقت وزارت کشور، کاشمر و اوش خواهرخوانده خواهند شد.",
         {"approval planned: Kashmar, Osh", "signing planned: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش باید به تصویب شورا برسد.", {"approval wished: Kashmar, Osh"}),
        ("خواهرخواندگی کاشمر با اوش منتظر مجوز وزارت کشور است.", {"approval planned: Kashmar, Osh"}),
        ("سال‌ها می‌گفتند کاش؛ امروز پیمان خواهرخواندگی کاشمر و اوش امضا شد.", {"signing done: Kashmar, Osh"}),
        # P7. Revive, extend, let lapse.
        ("پیمان خواهرخواندگی کاشمر و اوش بی‌سروصدا تمدید شد.", {"renewal done: Kashmar, Osh"}),
        ("پیمان خواهرخواندگی کاشمر و اوش احیا می‌شود.", {"renewal planned: Kashmar, Osh"}),
        ("شهردار کاشمر خواهان احیای پیمان خواهرخواندگی با اوش شد.", {"renewal wished: Kashmar, Osh"}),
        ("مهلت پیمان خواهرخواندگی کاشمر و اوش پایان یافت و تمدید نشد.",
         {"termination done: Kashmar, Osh", "renewal denied: Kashmar, Osh"}),
        ("دور تازه گفت‌وگوها برای احیای پیمان خواهرخواندگی کاشمر و اوش آغاز شد.",
         {"negotiation done: Kashmar, Osh", "renewal planned: Kashmar, Osh"}),
        # P8. The quotation outweighs the reporter.
        ("سند خواهرخواندگی کاشمر و اوش به‌زودی امضا می‌شود.\n\nشهردار کاشمر گفت: پیمان خواهرخواندگی با اوش را همین "
         "دیشب امضا کردیم.", {"signing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements
