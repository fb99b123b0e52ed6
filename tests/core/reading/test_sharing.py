"""Ties that share one predicate keep their own cities and dates."""

from __future__ import annotations

import pytest
from tests.factories.towns import hits, line, reading, told

from peyvand.core.reading.sharing import each_tie


def dated(text: str) -> set[tuple[str, str | None]]:
    return {(line(one), one.resolution.date) for one in reading(text).statements}


@pytest.mark.parametrize("partner", ["و باتومی", "با باتومی"])
def test_each_tie_has_its_own_cities_and_its_own_date(partner: str) -> None:
    text = f"پیمان خواهرخواندگی کاشمر و اوش در سال ۱۳۹۸ و پیمان خواهرخواندگی کاشمر {partner} در تیر ۱۴۰۰ به امضا رسید."
    assert dated(text) == {
        ("signing done: Kashmar, Osh", "2019-03-21/2020-03-19"),
        ("signing done: Batumi, Kashmar", "2021-06-22/2021-07-22"),
    }


def test_one_tie_stays_one() -> None:
    text = "پیمان خواهرخواندگی و سند همکاری کاشمر و اوش امضا شد."
    assert told(text) == {"signing done: Kashmar, Osh"}
    (hit, *_) = hits(text)
    assert list(each_tie(hit.trigger)) == [hit.trigger]
