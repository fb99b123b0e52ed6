"""Ties that come about in other words, and those that only seem to."""

from __future__ import annotations

import pytest
from tests.factories.towns import clause, told

from peyvand.core.reading.concluding import conclusions

PAIR = "Kashmar, Osh"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("خواهرخواندگی کاشمر و اوش به نتیجه خواهد رسید.", {"signing planned"}),
        ("خواهرخواندگی کاشمر و اوش به سرانجام رسید.", {"signing done"}),
        ("درباره خواهرخواندگی کاشمر و اوش گفت‌وگو شد. این کار به سرانجامی نرسید.",
         {"negotiation done", "signing denied"}),
        ("کاشمر خواهرخواندگی با اوش را پیشنهاد داد. امیدواریم این موضوع تحقق یابد.",
         {"proposal done", "signing wished"}),
        ("اوش به‌زودی در شمار خواهرخوانده‌های کاشمر درمی‌آید.", {"signing planned"}),
        ("اوش به فهرست خواهرخوانده‌های کاشمر افزوده شد.", {"signing done"}),
        ("اوش به جمع خواهرشهرهای کاشمر پیوست.", {"signing done"}),
        ("تفاهم‌نامه همکاری کاشمر و اوش بسته شد و پس از طی مراحل قانونی به سطح خواهرخواندگی خواهد رسید.",
         {"signing done", "signing planned"}),
        ("زمینه بستن پیمان خواهرخواندگی کاشمر و اوش فراهم شد.", {"signing planned"}),
        ("زمینه گفت‌وگو برای خواهرخواندگی کاشمر و اوش فراهم شد.", {"negotiation planned"}),
        ("مقدمات خواهرخواندگی کاشمر و اوش آغاز شد.", {"negotiation done"}),
        ("مراحل نهایی قرارداد خواهرخواندگی کاشمر با اوش در حال انجام است.", {"signing planned"}),
        ("شهرداران کاشمر و اوش در آیین بستن پیمان خواهرخواندگی دو شهر سخن گفتند.", {"signing done"}),
        ("تفاهم‌نامه خواهرخواندگی کاشمر و اوش نوشته شد و شهرداران ۲ شهر پای آن را امضا کردند.",
         {"drafting done", "signing done"}),
    ],
)  # fmt: skip
def test_reads(text: str, steps: set[str]) -> None:
    assert told(text) == {f"{step}: {PAIR}" for step in steps}


def test_another_bill_is_not_the_tie() -> None:
    assert told("کاشمر و اوش خواهرخوانده‌اند. لایحه نرخ آب هم مطرح شد و این موضوع به نتیجه رسید.") == {
        f"standing done: {PAIR}"
    }


def test_a_clause_that_names_no_tie_concludes_none() -> None:
    assert list(conclusions(clause("ساخت آن پل به نتیجه رسید."))) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("سند خواهرخواندگی کاشمر و اوش مبادله شد.", {"signing done"}),
        ("کاشمر و اوش دانشجو مبادله کردند و پیمان خواهرخواندگی پابرجاست.", {"standing done"}),
        ("خواهرخواندگی کاشمر و اوش به ثبت رسید.", {"signing done"}),
        ("کاشمر و اوش عقد اخوت بستند.", {"signing done"}),
        ("کاشمر با اوش پیوند خواهرخواندگی خورد.", {"signing done"}),
        ("وزارت کشور خواهرخواندگی کاشمر و اوش را بلامانع دانست.", {"approval done"}),
        ("مصوبه خواهرخواندگی کاشمر و اوش ابلاغ شد.", {"approval done"}),
        ("شهردار اوش برای خواهرخواندگی با کاشمر اعلام آمادگی کرد.", {"signing wished"}),
        ("کاشمر در آستانه خواهرخواندگی با اوش قرار گرفت.", {"signing planned"}),
        ("به‌زودی شاهد خواهرخواندگی کاشمر و اوش خواهیم بود.", {"signing planned"}),
    ],
)
def test_reads_more(text: str, steps: set[str]) -> None:
    assert {said for said in told(text) if "exchange" not in said} == {f"{step}: {PAIR}" for step in steps}
