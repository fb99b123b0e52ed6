from __future__ import annotations

import pytest
from tests.factories.frames import reading_in


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Kazan is the fifth sister city of Norfolk, Norfolk said.", [("Norfolk", 5, "ordinal")]),
        ("en", "Norfolk has 13 sister cities.", [("Norfolk", 13, "total")]),
        ("de", "Für Mannheim ist Kasan die zwölfte Partnerstadt von Mannheim.", [("Mannheim", 12, "ordinal")]),
        ("tr", "Bursa'nın kardeş şehir sayısı 11'den 12'ye yükseldi.", [("Bursa", 12, "total")]),
        ("tr", "Kardeş şehir sayısı Bursa'da 11, Konya'da 9.", [("Bursa", 11, "total"), ("Konya", 9, "total")]),
        ("ru", "Число побратимов Казани достигло 14.", [("Kazan", 14, "total")]),
        ("en", "Norfolk has a sister city with 13 schools.", []),
    ],
)
def test_numbers_of_sister_cities(language: str, text: str, found: list[tuple[str, int, str]]) -> None:
    assert [(count.city.name, count.n, count.kind) for count in reading_in(language, text).counts] == found
