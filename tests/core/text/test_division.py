from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text import Divided, Folded, FurnitureWords, Part, Span, divide, fold

LEAD = "شهردار رودبار از امضای سند دوستی این شهر با لوکا خبر داد و آن را آغاز راهی تازه خواند."
BODY = "به گزارش سرو، وی گفت: پس از یک سال نامه‌نگاری، سند دوستی میان دو شهر امضا شد."
MORE = "به گفتهٔ او جشنوارهٔ زیتون مهر آینده با حضور هیئتی از لوکا برگزار خواهد شد."
ARTICLE = f"رودبار و لوکا دوست شدند\n\n{LEAD}\n\n{BODY}\n\n{MORE}"


class Read:
    """A page divided, with the words under its spans."""

    def __init__(self, page: str, words: FurnitureWords) -> None:
        self.folded: Folded = fold(page)
        self.divided: Divided = divide(self.folded, words)

    def quote(self, span: Span | None) -> str | None:
        return self.folded.quote(span) if span else None

    def quotes(self, spans: tuple[Span, ...]) -> list[str]:
        return [self.folded.quote(span) for span in spans]

    def of(self, part: Part) -> list[str]:
        return self.quotes(self.divided.of(part))


def test_an_article_alone_has_title_lead_and_body(words: FurnitureWords) -> None:
    read = Read(ARTICLE, words)

    assert read.quote(read.divided.title) == "رودبار و لوکا دوست شدند"
    assert read.quote(read.divided.lead) == LEAD
    assert read.of(Part.BODY) == [BODY, MORE]
    assert read.of(Part.FURNITURE) == []


def test_a_text_without_a_title_has_none(words: FurnitureWords) -> None:
    read = Read(f"{LEAD}\n{BODY}", words)

    assert read.divided.title is None
    assert (read.of(Part.LEAD), read.of(Part.BODY)) == ([LEAD], [BODY])


def test_a_single_sentence_is_body(words: FurnitureWords) -> None:
    read = Read("اصفهان و کازان خواهرخوانده شدند", words)

    assert (read.divided.title, read.of(Part.BODY)) == (None, ["اصفهان و کازان خواهرخوانده شدند"])


def test_an_empty_page_has_no_parts(words: FurnitureWords) -> None:
    assert Read(" \n\n", words).divided == Divided(parts=())


@pytest.mark.parametrize(
    "above",
    [
        "صفحه نخست | شورا | شهرداری",
        "شهرداری رودبار > امور بین‌الملل > شهرهای دوست",
        "امروز: دوشنبه ۵ آبان ۱۴۰۴ ::: Monday, 27 October 2025",
        "کد خبر: ۷۱۲",
        "۱۷ مهر ۱۴۰۳ - ۱۳:۴۵",
        "صفحه نخست\nسیاسی\nاقتصادی\nاستان‌ها\nگفت‌وگو",
        "پایگاه خبری سرو",
        "شنبه، ۱۸ مهر ۱۴۰۲\nریاست مطبوعات شاروالی",
        "***",
    ],
)
def test_what_stands_above_the_headline_is_furniture(words: FurnitureWords, above: str) -> None:
    read = Read(f"{above}\n\n{ARTICLE}", words)

    assert read.of(Part.TITLE) == ["رودبار و لوکا دوست شدند"]
    assert read.of(Part.FURNITURE) == above.split("\n")


@pytest.mark.parametrize(
    "below",
    [
        "چاپ | لینک کوتاه | ارسال",
        "برچسب‌ها: رودبار، لوکا",
        "اخبار مرتبط\n• بهای زیتون بالا رفت\n• ۳ مهر ۱۴۰۳ - شیراز و لوکا خواهرخوانده شدند",
        "نظر شما\nنام:\nکاش شهر ما هم با شهری دوست می‌شد و هر سال هیئتی از آنجا به اینجا می‌آمد و می‌ماند.",
        "دیدگاه‌ها (۱)\nمهمان - ۱۲ مهر ۱۴۰۲: آفرین.",
        "شما در حال پاسخ به نظر «» هستید.",
        "نشانی: رودبار، میدان اصلی | تلفن: ۰۰۰ | بازدید: ۴۱",
        "© ۱۳۸۸-۱۴۰۴ همه حقوق محفوظ است",
        "انتهای پیام/\nباران در راه است\nتهران و پاریس خواهرخوانده شدند",
        "سیاسی\nاقتصادی\nورزشی\nاستان‌ها",
    ],
)
def test_what_stands_below_the_article_is_furniture(words: FurnitureWords, below: str) -> None:
    read = Read(f"{ARTICLE}\n\n{below}", words)

    assert read.of(Part.FURNITURE) == below.split("\n")
    assert read.of(Part.BODY) == [BODY, MORE]


def test_links_within_the_article_end_with_the_next_paragraph(words: FurnitureWords) -> None:
    read = Read(ARTICLE.replace(MORE, f"بیشتر بخوانید\n\nبهای زیتون بالا رفت\n\n{MORE}"), words)

    assert read.of(Part.FURNITURE) == ["بیشتر بخوانید", "بهای زیتون بالا رفت"]
    assert read.of(Part.BODY) == [BODY, MORE]


def test_a_crosshead_is_a_headline_of_its_own(words: FurnitureWords) -> None:
    read = Read(ARTICLE.replace(MORE, f"هیئتی از لوکا به رودبار می‌آید\n\n{MORE}"), words)

    assert read.of(Part.TITLE) == ["رودبار و لوکا دوست شدند", "هیئتی از لوکا به رودبار می‌آید"]


def test_an_announced_list_belongs_to_the_body(words: FurnitureWords) -> None:
    listed = ["شهرهای دوست رودبار از این قرارند:", "لوکا", "گوریتسیا", "باتومی"]

    assert Read(f"{ARTICLE}\n\n" + "\n".join(listed), words).of(Part.BODY)[2:] == listed


def test_an_announced_table_belongs_to_the_body(words: FurnitureWords) -> None:
    table = ["شهرهای دوست رودبار:", "شهر | کشور | سال", "لوکا", "1997-02-07", "باتومی"]

    assert Read(f"{ARTICLE}\n\n" + "\n\n".join(table), words).of(Part.BODY)[2:] == [table[0], "لوکا", "باتومی"]


def test_lines_with_as_many_bars_each_are_a_table_and_no_menu(words: FurnitureWords) -> None:
    rows = ["شهر | کشور | سال", "لوکا | ایتالیا | ۱۳۸۴", "باتومی | گرجستان | ۱۳۹۰"]

    assert Read(ARTICLE.replace(MORE, "\n".join(rows)), words).of(Part.BODY)[1:] == rows
    assert Read("\n".join([*rows, "", ARTICLE]), words).of(Part.TITLE) == ["رودبار و لوکا دوست شدند"]


def test_the_kicker_is_not_the_headline(words: FurnitureWords) -> None:
    read = Read(f"شهردار رودبار:\n{ARTICLE}", words)

    assert read.quote(read.divided.kicker) == "شهردار رودبار:"
    assert read.quote(read.divided.title) == "رودبار و لوکا دوست شدند"


def test_captions_are_told_apart(words: FurnitureWords) -> None:
    read = Read(f"{ARTICLE}\n\nشرح عکس: دیدار دو شهردار", words)

    assert read.of(Part.CAPTION) == ["شرح عکس: دیدار دو شهردار"]


def test_code_and_tags_are_what_the_page_gives(words: FurnitureWords) -> None:
    read = Read(f"{ARTICLE}\n\nکد: ۳۳۹/ف | منبع: سرو | برچسب‌ها: لوکا ، رودبار", words)

    assert read.quote(read.divided.code) == "۳۳۹/ف"
    assert read.quotes(read.divided.tags) == ["لوکا", "رودبار"]


@pytest.mark.parametrize(
    ("page", "dates"),
    [
        (f"۱۷ مهر ۱۴۰۳ - ۱۳:۴۵\n\n{ARTICLE}", ["۱۷ مهر ۱۴۰۳ - ۱۳:۴۵"]),
        (f"کد خبر: ۷۷۱ | سوم مهر ۱۴۰۳ | شهر\n\n{ARTICLE}", ["سوم مهر ۱۴۰۳"]),
        (f"تاریخ انتشار: ۹ مهر ۱۳۹۶\nبه روز شده: ۲ آبان ۱۴۰۲\n{ARTICLE}", ["۹ مهر ۱۳۹۶"]),
        (f"{ARTICLE}\n٢٦/٠٨/١٣٩٢", ["٢٦/٠٨/١٣٩٢"]),
        (f"امروز: ۵ آبان ۱۴۰۴\n{ARTICLE}\n© ۱۳۹۰/۰۱/۰۱ همه حقوق محفوظ است", []),
        (f"{ARTICLE}\nنظر شما\nمهمان - ۱۲ مهر ۱۴۰۲", []),
        (
            f"۵ آبان ۱۴۰۴\n{ARTICLE.replace('دوست شدند', 'دوست شدند' + chr(10) + '۹ مهر ۱۳۹۶', 1)}",
            ["۹ مهر ۱۳۹۶", "۵ آبان ۱۴۰۴"],
        ),
        (f"۵ آبان ۱۴۰۴\nصفحه نخست\n۹ مهر ۱۳۹۶\n{ARTICLE}", ["۹ مهر ۱۳۹۶", "۵ آبان ۱۴۰۴"]),
        (ARTICLE.replace(LEAD, f"رشت، 12.09.2023 /«سرو»/. {LEAD}"), ["12.09.2023"]),
        (ARTICLE.replace(LEAD, f"۱۰ مهر ۱۳۹۵، {LEAD}"), []),
        (f"2022-08-03 {ARTICLE}", ["2022-08-03"]),
    ],
)
def test_the_dateline_is_the_pages_own_date(words: FurnitureWords, page: str, dates: list[str]) -> None:
    read = Read(page, words)

    assert read.quotes(read.divided.dateline) == dates
    assert read.quote(read.divided.title) == "رودبار و لوکا دوست شدند"


@given(
    st.lists(st.sampled_from([LEAD, BODY, "چاپ | بازدید", "نظر شما", "کوتاه", "", "۵ آبان ۱۴۰۴", "منبع: سرو"])),
    st.text(),
)
def test_every_line_is_in_exactly_one_part(words: FurnitureWords, rows: list[str], last: str) -> None:
    folded = fold("\n".join([*rows, last]))

    spans = [span for _, span in divide(folded, words).parts]

    assert [line for span in spans for line in span.of(folded.text).split("\n") if line.strip()] == [
        line.strip() for line in folded.text.split("\n") if line.strip()
    ]
