"""Partners that are called by their country are those that the article lists."""

from __future__ import annotations

import pytest
from tests.factories.towns import hits, told

from peyvand.core.reading.cast import Cast
from peyvand.core.reading.nameless import of_country

_ENDS = "شورای شهر کاشمر روابط خواهرشهری با شهرهای ترکیه را پایان داد. "


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        (
            f"{_ENDS}خواهرخوانده‌های کاشمر وان، قونیه و باتومی بودند.",
            {"termination done: Kashmar, Van", "termination done: Kashmar, Konya"},
        ),
        (f"{_ENDS}وان، قونیه و باتومی زیبا هستند.", set()),
        ("شورای شهر کاشمر با شهرهای ترکیه پیمان خواهرخواندگی بست. خواهرخوانده‌های کاشمر وان و قونیه بودند.", set()),
    ],
)
def test_reads(text: str, statements: set[str]) -> None:
    assert told(text) == statements


def test_without_a_home_city_nobody_is_meant() -> None:
    (hit, *_) = hits("کاشمر و وان ترکیه پیمان خواهرخواندگی را پایان دادند.")
    assert of_country(hit.trigger, Cast(None, None)).pairs == ()
