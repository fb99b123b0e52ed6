from __future__ import annotations

import pytest
from tests.factories.towns import reading, words, world

from peyvand.core.reading import read
from peyvand.core.reading.model import SourceFacts


@pytest.mark.parametrize(
    ("publisher", "place"),
    [
        ("روابط عمومی شهرداری کاشمر", "Kashmar"), ("شورای شهر اوش", "Osh"), ("شهرداری‌های کاشمر و اوش", None),
        ("کاشمر امروز", None), (None, None),
    ],
)  # fmt: skip
def test_an_office_speaks_for_its_city(publisher: str | None, place: str | None) -> None:
    facts = SourceFacts(path="a", publisher=publisher)
    found = read("کاشمر و اوش خواهرخوانده شدند.", lexicon=words(), gazetteer=world(), facts=facts).source
    spoken = world().place(found.speaks_for) if found.speaks_for else None
    assert (found.publisher, spoken.name if spoken else None) == (publisher, place)


def test_the_sites_own_name_outranks_whom_it_reports_after() -> None:
    text = "کاشمر و اوش خواهرخوانده شدند\n\nبه گزارش روابط عمومی شهرداری کاشمر، کاشمر و اوش خواهرخوانده شدند."
    own = read(text, lexicon=words(), gazetteer=world(), facts=SourceFacts(path="a", publisher="خبر شرق")).source
    plain = read(text, lexicon=words(), gazetteer=world()).source
    assert (own.publisher, plain.publisher) == ("خبر شرق", "روابط عمومی شهرداری کاشمر")
    assert own.speaks_for == plain.speaks_for is not None


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("۱۶ تیر ۱۳۹۹\nکد خبر: 1234567\n۳ تیر ۱۳۹۹", "2020-06-23"),
        ("حوت 12, 1399 08:50 Asia/Kabul", "2021-03-02"),
        ("تاریخ انتشار: ۱۵ مهر ۱۴۰۲", "2023-10-07"),
    ],
)
def test_the_pages_own_day_is_the_earliest_of_its_head(lines: str, published: str) -> None:
    text = f"کاشمر و اوش خواهرخوانده شدند\n{lines}\n\nشهردار کاشمر گفت: پیمان خواهرخواندگی کاشمر و اوش امضا شد."
    assert reading(text).source.published == published
