"""Talks in questions and answers."""

from __future__ import annotations

import pytest

from peyvand.core.reading import read
from peyvand.lexicon import gazetteer, lexicon

OPENING = "شهردار یزد درباره پیوندهای این شهر سخن گفت.\n\n"


def told(text: str) -> set[str]:
    found = read(OPENING + text, lexicon=lexicon("fa"), gazetteer=gazetteer()).statements
    return {
        f"{one.statement.event}:{one.statement.modality}:{'-'.join(sorted(city.name for city in one.cities))}"
        for one in found
    }


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "پرسش: یزد با کدام شهرها خواهرخوانده است؟\nپاسخ: لاهور در پاکستان و کربلا در عراق.",
            {"standing:done:Lahore-Yazd", "standing:done:Karbala-Yazd"},
        ),
        (
            "– با قونیه چطور؟\n– سال ۱۳۹۰ تفاهم‌نامه خواهرخواندگی را امضا کردیم.\n\n"
            "– از لاهور بگویید؟\n– هنوز سندی امضا نشده است.",
            {"signing:done:Konya-Yazd", "signing:denied:Lahore-Yazd"},
        ),
        ("پرسش: آیا با استانبول هم پیمان بسته‌اید؟\nپاسخ: نه.", set()),
    ],
)
def test_an_answer_goes_on_about_the_city_that_was_asked_of(text: str, steps: set[str]) -> None:
    assert told(text) == steps
