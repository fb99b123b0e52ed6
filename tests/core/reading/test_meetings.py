"""Talks, letters and meetings of the two sides."""

from __future__ import annotations

import pytest
from tests.factories.towns import sentence

from peyvand.core.reading.meetings import names_sides, negotiations, offices_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار کاشمر در دیدار با شهردار اوش خواستار گسترش روابط شد.", ["negotiation done"]),
        ("شهرداران کاشمر و اوش در نشستی مشترک راه‌های همکاری را بررسی کردند.", ["negotiation done"]),
        ("شهرداری کاشمر با اوش برای خواهرخواندگی مذاکره می‌کند.", ["negotiation done"]),
        ("شهردار کاشمر هفته آینده با شهردار اوش مذاکره می‌کند.", ["negotiation planned"]),
        ("مقرر شد شهرداری خواهرخواندگی با اوش را پیگیری کند.", ["proposal planned"]),
        ("نشست‌هایی برای خواهرخواندگی کاشمر و اوش تشکیل خواهد شد.", ["negotiation planned"]),
        ("رئیس شورای کاشمر گفت: در دیدار با شهردار اوش مقرر شد کاری آغاز شود.", ["negotiation done"]),
        ("سفیر در دیدار با شهردار کاشمر خواستار گسترش روابط شد.", []),
        ("شهرداران کاشمر و اوش در این نشست سند را امضا کردند.", []),
        ("این پیمان ثمره یک سال رایزنی شهرداری کاشمر با شهرداری اوش است.", ["negotiation done"]),
        ("این سند حاصل مذاکرات دو شهر کاشمر و اوش است.", ["negotiation done"]),
        ("موضوع این سند رایزنی شهرداری کاشمر با شهرداری اوش است.", []),
    ],
)
def test_talks(text: str, found: list[str]) -> None:
    told = [trigger for clause in sentence(text).clauses for trigger in negotiations(clause)]
    assert sorted({f"{trigger.event} {trigger.modality}" for trigger in told}) == found


def test_the_offices_of_two_cities() -> None:
    assert len(offices_in(sentence("شهردار کاشمر با شهردار اوش دیدار کرد.").clauses[0])) == 2


def test_both_sides_are_known_where_a_tie_is_named() -> None:
    assert names_sides(sentence("این پیمان پابرجاست.").clauses[0])
    assert not names_sides(sentence("هوا سرد است.").clauses[0])


def test_a_meeting_that_is_only_where_a_signature_took_place_is_no_talk() -> None:
    clause = sentence("شهرداران کاشمر و اوش در نشستی سند را امضا کردند.").clauses[0]
    assert [trigger.event for trigger in negotiations(clause)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار اوش در نامه‌ای به پیام شهردار کاشمر پاسخ داد.", ["negotiation done"]),
        ("فرماندار کاشمر و شهردار اوش بر گسترش روابط تأکید داشتند.", ["negotiation done"]),
        ("مسئولان شهری کاشمر و اوش بر تقویت روابط تأکید کردند.", ["negotiation done"]),
    ],
)
def test_what_both_sides_say_and_answer(text: str, found: list[str]) -> None:
    told = [trigger for clause in sentence(text).clauses for trigger in negotiations(clause)]
    assert sorted({f"{trigger.event} {trigger.modality}" for trigger in told}) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("شهردار اوش برگزاری نشستی با شهردار کاشمر را پیشنهاد داد.", ["negotiation wished"]),
        ("شهردار اوش پیشنهاد دیدار با شهردار کاشمر را داد.", ["negotiation wished"]),
        ("به پیشنهاد سفیر، شهردار کاشمر با شهردار اوش دیدار کرد.", ["negotiation done"]),
        ("شهردار کاشمر در دیدار با شهردار اوش تبادل دانشجو را پیشنهاد داد.", ["negotiation done"]),
    ],
)
def test_a_meeting_that_is_offered_is_wished(text: str, found: list[str]) -> None:
    told = [trigger for clause in sentence(text).clauses for trigger in negotiations(clause)]
    assert [f"{trigger.event} {trigger.modality}" for trigger in told] == found
