"""Ties of schools, clubs and namesakes, which are none of the cities that seem named."""

from __future__ import annotations

import pytest

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon


def events(text: str) -> list[str]:
    found = read(text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    return [str(one.statement.event) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "فدراسیون‌های کشتی دو شهر یزد و اوش تفاهم‌نامه امضا کردند.",
        "مدرسه‌ای در یزد با مدرسه‌ای در اوش خواهرخوانده شد.",
        "هیئت‌های تجاری یزد و اوش قرارداد بستند.",
    ],
)
def test_bodies_that_bind_themselves(text: str) -> None:
    assert events(text) == []


def test_a_city_and_its_namesake_are_no_pair_with_a_third() -> None:
    text = "یزد با اوش خواهرخوانده است. تولدو در سال ۱۹۳۱ با تولدوی اسپانیا خواهرخوانده شد."

    assert events(text) == ["standing"]


def test_cities_that_sign_where_bodies_look_on() -> None:
    assert events("شهرداران یزد و اوش با حضور مدیران مدرسه‌ای کهن پیمان خواهرخواندگی امضا کردند.") == ["signing"]


def test_a_tie_with_a_city_that_nobody_knows_is_pointed_at() -> None:
    text = "یزد با اوش خواهرخوانده است. وی درباره سند ناکجاآباد افزود: این سند اردیبهشت امضا شد."

    assert events(text) == ["standing"]
    assert "signing" in events(text.replace("ناکجاآباد", "اوش"))


@pytest.mark.parametrize(
    "text",
    [
        "پیمان اوش معلق مانده و پیمان ناکجاآباد پایان یافته است.",
        "پیشنهاد خواهرخواندگی با ناکجاآباد رد شد.",
        "نخستین آن‌ها ناکجاآباد است که سال ۱۳۷۶ با آن پیمان بستیم.",
    ],
)
def test_partners_whose_names_nobody_knows_are_no_other(text: str) -> None:
    assert {"termination", "proposal", "signing"}.isdisjoint(events(f"شهردار یزد سخن گفت. {text}"))
