from __future__ import annotations

import pytest
from tests.factories.dates import dates

from peyvand.core.calendar.written import written


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("۲ خرداد ۱۴۰۲", "2023-05-23"),
        ("خرداد ۱۴۰۲", "2023-05-22/2023-06-21"),
        ("سال ۱۴۰۲", "2023-03-21/2024-03-19"),
        ("۲ مارس ۲۰۲۳", "2023-03-02"),
        ("مارس ۲۰۲۳", "2023-03"),
        ("سال ۲۰۲۳", "2023"),
        ("دهه ۱۹۸۰", "198X"),
        ("بهار ۲۰۲۳", "2023-03/2023-05"),
        ("مارس تا مه ۲۰۲۳", "2023-03/2023-05"),
        ("سال‌های ۲۰۲۱ تا ۲۰۲۳", "2021/2023"),
        ("اوایل مارس ۲۰۲۳", "2023-03-01/2023-03-10"),
        ("از سال ۲۰۲۱ تا مارس ۲۰۲۳", "2021-01-01/2023-03-31"),
    ],
)
def test_gregorian_dates_stay_short_and_others_become_days(text: str, edtf: str) -> None:
    (mention,) = dates(text)

    assert written(mention.said) == edtf
