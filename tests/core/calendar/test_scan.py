from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.dates import dates, said

from peyvand.core.calendar import scan_dates, settle
from peyvand.core.text import Span, fold
from peyvand.lexicon.calendar import calendar_words

GOLDEN = Path(__file__).parents[2] / "golden" / "dates"
DAY = date(2024, 5, 10)
PIECES = [
    "روز ",
    "۱۲",
    " مهر ",
    "تا ",
    "از ",
    "(",
    ")",
    "۱۴۰۲",
    "برابر با ",
    "می ",
    "و ",
    "/",
    "سال ",
    "دوشنبه ",
    "هفته ",
    "\n",
]


def golden(kind: str) -> list[Any]:
    """Sentences of the golden files with their language; every value is read as plain text."""
    found = []
    for path in sorted(GOLDEN.glob("*.yaml")):
        page = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        found += [pytest.param(path.stem, case, id=f"{path.stem}-{n}") for n, case in enumerate(page[kind])]
    return found


@pytest.mark.parametrize(("language", "case"), golden("said"))
def test_a_reader_finds_the_date_and_no_more(language: str, case: dict[str, str]) -> None:
    (mention,) = dates(case["text"], language)
    published = date.fromisoformat(case["published"]) if "published" in case else None

    found = settle(mention, published=published, tense=case.get("tense"))  # type: ignore[arg-type]

    assert found.edtf == case.get("is")
    assert found.conflict is ("conflict" in case)
    assert mention.value == case.get("value", mention.value)
    assert {flag for flag in ("since", "until", "vague") if flag in case} <= {
        flag for flag in ("since", "until", "vague") if getattr(mention, flag)
    }


@pytest.mark.parametrize(("language", "text"), golden("nothing"))
def test_what_only_looks_like_a_date_gives_nothing(language: str, text: str) -> None:
    assert said(text, language) == []


def test_spans_lead_back_to_the_page() -> None:
    page = "نشست روز سی‌ام تیـر ١٤٠٢ بود."

    (mention,) = scan_dates(fold(page), calendar_words("fa"))

    assert fold(page).back(mention.span).of(page) == mention.text == "روز سی‌ام تیـر ١٤٠٢"


def test_a_part_of_the_page_may_be_asked_for() -> None:
    folded = fold("دیروز ۱۲ مرداد ۱۴۰۱ بود و فردا نیست.")

    found = scan_dates(folded, calendar_words("fa"), Span(6, 20))

    assert [mention.value for mention in found] == ["1401-05-12"]


def test_two_calendars_are_one_mention() -> None:
    text = "روزهای هفتم تا نهم ژوئن ۲۰۲۱ برابر با هفدهم تا نوزدهم خرداد ۱۴۰۰"

    assert said(f"نمایشگاه {text} است.") == [(text, "2021-06-07/2021-06-09")]


def test_three_calendars_are_one_mention() -> None:
    text = "۸ میزان ۱۴۰۱، مطابق ۴ ربیع‌الاول ۱۴۴۴ و ۳۰ سپتمبر ۲۰۲۲"

    (mention,) = dates(f"سند به تاریخ {text} امضا گردید.")

    assert [stretch.value for stretch in mention.also] == ["1444-03-04", "2022-09-30"]


def test_two_days_side_by_side_are_two_mentions() -> None:
    assert said("۴ مرداد ۱۳۹۴ و ۲۶ ژوئیه ۲۰۱۶") == [("۴ مرداد ۱۳۹۴", "1394-05-04"), ("۲۶ ژوئیه ۲۰۱۶", "2016-07-26")]


def test_a_date_leans_on_the_year_said_right_before_it() -> None:
    assert [settle(date, published=DAY).edtf for date in dates("امسال از ۳ تا ۷ مهر و سال گذشته در ۵ مهر آمدند.")] == [
        "2024-03-20/2025-03-20", "2024-09-24/2024-09-28", "2023-03-21/2024-03-19", "2023-09-27",
    ]  # fmt: skip
    assert [value for _, value in said("در سال ۱۳۹۸، ۵ مهر آمدند.")] == ["1398", "1398-07-05"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("۳ مهر و ۵ آبان ۱۴۰۰", ["1400-07-03", "1400-08-05"]),
        ("۳ و ۴ مهر و ۵ آبان ۱۴۰۰", ["1400-07-03/1400-07-04", "1400-08-05"]),
        ("۳ تا ۶ مهر و ۵ آبان ۱۴۰۰", ["1400-07-03/1400-07-06", "1400-08-05"]),
        ("۲۸ و ۲۹ اسفند و ۵ فروردین ۱۴۰۰", ["XXXX-12-28/XXXX-12-29", "1400-01-05"]),
        ("۲۹ اسفند و ۵ فروردین ۱۴۰۰", ["1399-12-29", "1400-01-05"]),
        ("مهر و آبان ۱۴۰۰", ["1400-07/1400-08"]),
    ],
)
def test_dates_of_a_list_share_the_year_at_its_end(text: str, values: list[str]) -> None:
    assert [value for _, value in said(f"نشست‌ها {text} بود.")] == values


def test_a_year_of_another_calendar_leaves_it_open() -> None:
    assert [settle(date, published=DAY).edtf for date in dates("در سال ۲۰۲۱، ۵ مهر آمدند.")] == ["2021", None]


def test_names_in_a_list_are_all_names() -> None:
    assert said("خیابان‌های ۱۵ خرداد و ۱۷ شهریور در ۳ دی ۱۴۰۰ بسته شد.") == [("۳ دی ۱۴۰۰", "1400-10-03")]


def test_a_line_ends_a_date() -> None:
    assert said("۱۲\nخرداد ۱۴۰۰") == [("خرداد ۱۴۰۰", "1400-03")]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_no_row_of_date_words_breaks_the_reader(pieces: list[str]) -> None:
    page = "".join(pieces)
    found = scan_dates(fold(page), calendar_words("fa"))

    assert [mention.span for mention in found] == sorted({mention.span for mention in found})
    assert all(one.span.stop <= two.span.start for one, two in pairwise(found))
    for mention in found:
        settle(mention, published=DAY, tense="past")


@pytest.mark.parametrize(
    "piece", ["روز ", "the ", "۱۲ مهر تا ", "۱۲ مهر ۱۴۰۰ (", "برابر با ", "۱۲/", "۱۲ و ", "هر سال "]
)
def test_the_cost_grows_with_the_length_alone(piece: str) -> None:
    # A rule that looked ahead without limit, or called itself, would not come back from this.
    page = fold(piece * 20_000)

    assert len(scan_dates(page, calendar_words("fa"))) <= 20_000
