"""Denials that there is a tie at all."""

from __future__ import annotations

import pytest
from tests.factories.towns import sentence, told

from peyvand.core.reading.existence import existence_denied


def is_denied(text: str) -> bool:
    return any(existence_denied(clause) is not None for clause in sentence(text).clauses)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("شهردار وجود پیمان خواهرخواندگی با اوش را تکذیب کرد.", True),
        ("شهردار وجود هر نوع رابطه خواهرخواندگی با اوش را رد کرد.", True),
        ("شهردار وجود سند خواهرخواندگی با اوش را انکار کرد.", True),
        ("موجودیت پیمان خواهرشهری رد شد.", True),
        ("شهردار وجود پیمان خواهرخواندگی با اوش را تکذیب نکرد.", False),
        ("شهردار وجود درخواست خواهرخواندگی با اوش را رد کرد.", False),
        ("با وجود پیمان خواهرخواندگی، شورا بودجه را رد کرد.", False),
        ("پیمان خواهرخواندگی با اوش به وجود آمد.", False),
        ("وجود پیمان خواهرخواندگی مایه خوشحالی بود.", False),
    ],
)
def test_denials_of_a_tie(text: str, denied: bool) -> None:
    assert is_denied(text) == denied


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار کاشمر وجود پیمان خواهرخواندگی با اوش را رد کرد.", {"standing denied: Kashmar, Osh"}),
        ("شهردار کاشمر خبر خواهرخواندگی با اوش را رد کرد.", {"signing denied: Kashmar, Osh"}),
        ("شهردار کاشمر ادعای خواهرخواندگی با اوش را رد کرد.", {"signing denied: Kashmar, Osh"}),
        ("شورای شهر کاشمر لایحه خواهرخواندگی با اوش را رد کرد.", {"approval denied: Kashmar, Osh"}),
        ("خبر خواهرخواندگی کاشمر و اوش که دیروز منتشر شده است دروغ است.", {"signing denied: Kashmar, Osh"}),
        ("خبر امضای پیمان خواهرخواندگی کاشمر با اوش که دیروز منتشر شد کذب محض است.", {"signing denied: Kashmar, Osh"}),
        ("با وجود پیمان خواهرخواندگی کاشمر و اوش، شورا بودجه را رد کرد.", set()),
        ("شهردار کاشمر وجود پیمان خواهرخواندگی با اوش را تکذیب نکرد.", set()),
    ],
)
def test_what_is_denied(text: str, statements: set[str]) -> None:
    assert told(text) == statements
