from __future__ import annotations

import pytest

from peyvand.web.shared.digits import in_language, ordinal, plain


def test_whole_numbers_are_grouped_and_years_are_not() -> None:
    assert in_language(1404, "fa") == "۱٬۴۰۴"
    assert in_language("1404", "fa") == "۱۴۰۴"
    assert in_language(12345, "en") == "12,345"


def test_any_digits_become_plain() -> None:
    assert plain("۱۴۰۳ ٢٠٢٤ 7") == "1403 2024 7"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [
        (1, "نخستین", "1st"),
        (2, "دومین", "2nd"),
        (3, "سومین", "3rd"),
        (12, "دوازدهمین", "12th"),
        (16, "شانزدهمین", "16th"),
        (20, "بیستمین", "20th"),
        (21, "بیست و یکمین", "21st"),
        (30, "سی‌امین", "30th"),
        (113, "۱۱۳‌مین", "113th"),
    ],
)
def test_ordinals_stand_before_their_noun(number: int, persian: str, english: str) -> None:
    assert (ordinal(number, "fa"), ordinal(number, "en")) == (persian, english)
