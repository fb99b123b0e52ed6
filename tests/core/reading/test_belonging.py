"""Ties told by pointing back or by belonging."""

from __future__ import annotations

import pytest
from tests.factories.towns import clause, told

from peyvand.core.reading.belonging import belongings


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("اوش و کاشمر خواهرشهر شدند. اوش از جمله با وان، لاهور و باتومی چنین رابطه‌ای دارد.",
         {"standing done: Osh, Van", "standing done: Lahore, Osh", "standing done: Batumi, Osh"}),
        ("پیوند خواهرخواندگی کاشمر و اوش لغو نشد. سیبیو که سال‌ها با لاهور دوستی دارد، ماند.",
         {"standing done: Lahore, Sibiu"}),
        ("لیون، تولوز و اوش از خواهرشهرهای کازان‌اند.",
         {"standing done: Kazan, Lyon", "standing done: Kazan, Toulouse", "standing done: Kazan, Osh"}),
        ("از جمله خواهرخوانده‌های کازان می‌توان به اوش، لیون و کاشمر اشاره کرد.",
         {"standing done: Kazan, Osh", "standing done: Kazan, Lyon", "standing done: Kashmar, Kazan"}),
        ("شهردار کاشمر گفت: از میان شهرهای ایران نیز سمنان و بم خواهرخوانده ما هستند.",
         {"standing done: Kashmar, Semnan", "standing done: Bam, Kashmar"}),
        ("خواهرخوانده‌های کازان اوش، لیون و کاشمرند.",
         {"standing done: Kazan, Osh", "standing done: Kazan, Lyon", "standing done: Kashmar, Kazan"}),
        ("نام شهرهای خواهرخوانده کازان فراوان است. در فهرست خواهرخوانده‌های کازان نام اوش و لیون به چشم می‌خورد.",
         {"standing done: Kazan, Osh", "standing done: Kazan, Lyon"}),
        ("شمار خواهرخوانده‌های کازان به شش رسید؛ سه شهر دیگر اوش، لیون و کاشمر هستند.",
         {"standing done: Kazan, Osh", "standing done: Kazan, Lyon", "standing done: Kashmar, Kazan"}),
        ("شهردار کاشمر از بازار گفت. کاشمر با وان و لاهور چنین رابطه‌ای دارد.", set()),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert statements <= told(text)
    assert {line for line in told(text) if line.startswith("standing")} == statements


def test_a_tie_that_was_not_spoken_of_is_none() -> None:
    assert list(belongings(clause("کاشمر با اوش رابطه دارد."))) == []


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("شهردار اوش از شهرهای خواهرخوانده کاشمر در نامه خود چنین نوشت.", {"standing done: Kashmar, Osh"}),
        ("شهردار اوش از خواهرخوانده‌های کاشمر در نامه خود چنین نوشت.", {"standing done: Kashmar, Osh"}),
        ("شهردار اوش از خواهرخواندگی کاشمر در نامه خود چنین نوشت.", set()),
        ("نام اوش از فهرست خواهرخوانده‌های کاشمر در نامه خط خورد.", {"termination done: Kashmar, Osh"}),
    ],
)
def test_a_city_is_told_of_in_passing(text: str, statements: set[str]) -> None:
    assert told(text) == statements
