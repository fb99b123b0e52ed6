from __future__ import annotations

import pytest
from tests.factories.frames import reading_in


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Norfolk Mayor Dr. Ada Brook spoke.", [("Ada Brook", "mayor")]),
        ("en", "Ada Brook, the mayor of Norfolk, spoke.", [("Ada Brook", "mayor")]),
        ("en", "It rained, said Ada Brook.", [("Ada Brook", "other")]),
        ("en", "Gov. Ada Brook came.", [("Ada Brook", "governor")]),
        ("en", "Kazan is led by Martin W.W Brook, mayor of Norfolk.", [("Martin W.W Brook", "mayor")]),
        ("de", "Oberbürgermeisterin Ada Bach sprach.", [("Ada Bach", "mayor")]),
        ("fr", "Ada Brun, maire de Menton, a parlé.", [("Ada Brun", "mayor")]),
        ("en", "The mayor of Norfolk spoke.", []),
        ("ar", "حضر رئيس بلدية أصفهان الإيرانية المهندس كريم عبد الأمير اللقاء.", [("كريم عبد الأمير", "mayor")]),
        ("ar", "حضر رئيس بلدية ليون سامي حداد ونائبته منى خوري.", [("سامي حداد", "mayor")]),
        ("ar", "تحدث الدكتور سامي حداد.", [("سامي حداد", "other")]),
        ("ar", "حضر المدير العام الجديد الألماني.", []),
    ],
)
def test_a_name_beside_an_office_is_a_persons(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in reading_in(language, text).people] == found


def test_a_town_and_its_country_are_no_person() -> None:
    assert reading_in("tr", "Bursa'nın kardeşi Kazan-Rusya, belediye başkanı ile yazıştı.").people == ()
