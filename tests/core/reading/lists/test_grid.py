"""Tables of partners with bars between their cells, and tables of other things."""

from __future__ import annotations

from peyvand.core.reading import read
from peyvand.core.reading.lists.grid import cell_years
from peyvand.core.text import Span, fold
from peyvand.lexicon import gazetteer, lexicon

AFTER = "این جدول هر سال به‌روز می‌شود و پرسش‌های مردم به دفتر بین‌الملل شهرداری فرستاده می‌شود."


def told(*lines: str) -> list[tuple[str, str, str, str | None]]:
    found = read("\n".join(("گزارش سالانه", "", *lines, "", AFTER)), lexicon=lexicon("fa"), gazetteer=gazetteer())
    return sorted(
        (
            str(one.statement.event),
            str(one.statement.modality),
            "-".join(sorted(city.name for city in one.cities)),
            one.statement.date_text,
        )
        for one in found.statements
    )


def test_a_year_of_signature_signs_and_a_state_tells_how_the_tie_is() -> None:
    assert told(
        "جدول شهرهای خواهرخوانده گرگان",
        "ردیف | شهر | کشور | سال امضا | وضعیت",
        "۱ | آکتائو | قزاقستان | ۱۳۸۴ | جاری",
        "۲ | قونیه | ترکیه | ۱۳۹۰ | پایان‌یافته",
        "۳ | لاهور | پاکستان | – | در انتظار تأیید وزارت کشور",
    ) == [
        ("approval", "planned", "Gorgan-Lahore", None),
        ("signing", "done", "Aktau-Gorgan", "۱۳۸۴"),
        ("signing", "done", "Gorgan-Konya", "۱۳۹۰"),
        ("standing", "done", "Aktau-Gorgan", "۱۳۸۴"),
        ("termination", "done", "Gorgan-Konya", None),
    ]


def test_rows_with_two_cities_are_pairs_and_others_none() -> None:
    assert told(
        "پیمان‌های خواهرخواندگی شهرهای ایران",
        "شهر ایرانی | شهر خارجی | سال",
        "مشهد | لاهور | ۱۳۸۵",
        "شیراز | ناکجاآباد | ۱۳۷۰",
    ) == [("standing", "done", "Lahore-Mashhad", "۱۳۸۵")]


def test_a_table_of_something_else_says_nothing() -> None:
    assert told("روز | ساعت | کلاس", "شنبه | ۱۰ | زبان", "دوشنبه | ۱۲ | خط") == []


def test_years_alone_in_a_cell_are_dates() -> None:
    folded = fold("۲ | قارص | ۱۳۹۰ | تمدید تا ۱۴۰۵ | 2011 | ۵۵۰۰۱")

    found = list(cell_years(folded, [Span(0, len(folded.text))]))

    assert [(date.text, date.value) for date in found] == [("۱۳۹۰", "1390"), ("2011", "2011")]
