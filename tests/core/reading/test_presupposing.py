"""Ties that are taken for granted, which are stated only where nothing else is told of them."""

from __future__ import annotations

import pytest
from tests.factories.towns import clause, told

from peyvand.core.reading.presupposing import presupposed

STANDS = {"standing done: Kashmar, Osh"}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("فرماندار در سخنان خود پیمان خواهرخواندگی کاشمر و اوش را یادآور شد.", STANDS),
        ("شهردار کاشمر به تفاهم‌نامه میان شهرداری کاشمر و شهرداری اوش اشاره کرد.", STANDS),
        ("شهردار کاشمر خواهرخواندگی این شهر با اوش را فرصتی بزرگ دانست.", STANDS),
        ("مسائل روابط خواهرشهری کاشمر و اوش سنجیده شد.", STANDS),
        ("شهردار کاشمر از اوش، خواهرخوانده تازه ما، سخن گفت.", STANDS),
        ("شهردار کاشمر خواهرخواندگی با اوش را ضروری دانست.", set()),
        ("پیمان خواهرخواندگی کاشمر و اوش امضا شد. شهردار کاشمر خواهرخواندگی با اوش را فرصتی بزرگ دانست.",
         {"signing done: Kashmar, Osh"}),
    ],
)  # fmt: skip
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements


def test_a_clause_that_tells_a_step_takes_nothing_for_granted() -> None:
    assert list(presupposed(clause("روابط خواهرخواندگی کاشمر و اوش تمدید شد."))) == []
