"""Steps named in general, by hearsay, in headings or as a policy, and beside them what two cities did."""

from __future__ import annotations

import pytest

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon

BEFORE = "یزد با اوش خواهرخوانده است. "


def told(text: str) -> list[str]:
    found = read(BEFORE + text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    events = sorted(f"{one.statement.event}:{one.statement.modality}" for one in found)
    events.remove("standing:done")
    return events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("هر خواهرخواندگی دو امضا می‌خواهد: امضای بالاترین مقام دو شهر.", []),
        ("حتماً شنیده‌اید که دو شهر با هم خواهر شده‌اند.", []),
        ("ما هر ماه یک خواهرخوانده اعلام نمی‌کنیم.", []),
        ("شهرداران به سفر می‌روند، عکس می‌گیرند و سندی امضا می‌کنند.", []),
        ("از سال ۱۳۹۴ با اوش مکاتبه‌ای نداشته‌ایم.", []),
        ("درخواست تمدید پیمان یزد و اوش رسیده است.", ["renewal:wished"]),
        ("پیمان یزد و اوش تمدید شد.", ["renewal:done"]),
        ("پیمان با اوش را با تبادل نامه یک سال تمدید کردیم.", ["renewal:done"]),
        ("دو شهر این سند را امضا نمی‌کنند.", ["signing:denied"]),
        ("این پیمان همکاری‌هایی مانند تبادل دانشجو را در بر خواهد داشت.", []),
        ("سال آینده با اوش دانشجو تبادل خواهیم کرد.", ["exchange:planned"]),
        ("در پاسخ به اینکه آیا پیمان یزد و اوش تمدید شده است، سکوت کرد.", []),
        ("در پاسخ به اینکه آیا کاری شده است، گفت: بله، پیمان یزد و اوش تمدید شد.", ["renewal:done"]),
    ],
)
def test_what_is_said_in_general_is_no_step(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_a_first_pact_without_a_partner_is_not_that_of_the_articles_pair() -> None:
    text = "تهران و بیشکک پیمان خواهرخواندگی امضا کردند. نخستین پیمان خواهرخواندگی شهر همدان در دهه هفتاد بسته شد."
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements

    assert [{city.name for city in one.cities} for one in found] == [{"Tehran", "Bishkek"}]


def test_who_is_asked_in_an_interview_does_not_talk_with_another_city() -> None:
    text = "گفت‌وگو با شهردار یزد درباره خواهرخوانده‌های شهر\n\nیزد با اوش خواهرخوانده است. شهردار از این پیوند گفت."
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements

    assert [str(one.statement.event) for one in found] == ["standing"]
