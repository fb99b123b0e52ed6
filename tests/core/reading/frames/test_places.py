from __future__ import annotations

from dataclasses import replace

import pytest
from tests.factories.frames import sentences_in

from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.reading.frames.places import find_names
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon.frames import frame_lexicon


def cities(language: str, text: str) -> list[str]:
    return [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The mayor of Kazan came to Norfolk, Va., and left.", ["Kazan", "Norfolk"]),
        ("de", "Kassels Rat und der Mannheimer Gemeinderat tagten.", ["Kassel", "Mannheim"]),
        ("fr", "Le maire de Menton est allé à Sotchi.", ["Menton", "Sochi"]),
        ("en", "Ada Dayton said so in Norfolk.", ["Norfolk"]),
        ("en", "South Norfolk and Kazan County wrote.", []),
        ("en", "She likes reading. Reading is fun.", []),
        ("en", "A guest from Reading, England, spoke.", ["Reading"]),
        ("en", "the norfolk broads", []),
        ("en", "Mayor Dayton of Norfolk spoke.", ["Dayton", "Norfolk"]),
        ("en", "The English wrote.", []),
        ("de", "Sie nannten ihren Namen in Kassel.", ["Kassel"]),
        ("fr", "Le maire de Menton est venu.", ["Menton"]),
    ],
)
def test_cities_are_names_with_a_capital_that_no_person_or_body_has(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


def test_a_town_that_no_list_has_is_known_beside_its_country() -> None:
    (city,) = (city for one in sentences_in("en", "Guests came from Awonobe, Japan.") for city in one.cities)
    assert (city.place.name, city.place.country, city.place.id) == ("Awonobe", "JP", "local:Awonobe")


def test_a_small_town_at_home_is_none_behind_a_foreign_country() -> None:
    assert [city.place.country for city in sentences_in("zh", "韩国宿迁市来信。")[0].cities] == ["KR"]
    assert [city.place.country for city in sentences_in("zh", "江苏省宿迁市来信。")[0].cities] == ["CN"]


def test_countries_and_demonyms_are_no_cities() -> None:
    assert cities("en", "Russia and the Iranian side met.") == []


def test_a_body_of_a_city_is_its_office() -> None:
    (sentence,) = sentences_in("en", "Norfolk City Council met.")
    assert [city.office for city in sentence.cities] == [True]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wareham on Avon wrote. The people of Wareham came.", ["Wareham on Avon", "Wareham on Avon"]),
        ("Norfolk wrote. The people of Wareham came.", ["Norfolk", "Wareham"]),
    ],
)
def test_a_page_may_call_a_town_by_its_first_word(text: str, names: list[str]) -> None:
    assert cities("en", text) == names


def test_letters_before_a_word_for_city_are_no_acronym() -> None:
    assert cities("tr", "Heyet LYON şehrine gitti.") == ["Lyon"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zelka'nın en eski ilçelerinden Morva ile konuştular.", ["Morva"]),
        ("Zelka ile Morva konuştular.", ["Zelka", "Morva"]),
        ("Zelka'nın komşusu Tirna ile konuştular.", ["Zelka", "Tirna"]),
    ],
)
def test_a_city_may_only_own_a_town_of_its_province(text: str, found: list[str]) -> None:
    towns = (("Zelka", "1"), ("Morva", "1"), ("Tirna", "2"))
    places = [
        (Place(id=f"geonames:{name}", name=name, country="TR", region=region, population=300_000), [name])
        for name, region in towns
    ]
    words = replace(frame_lexicon("tr").names, never=frozenset(), doubtful=frozenset())
    folded = fold(text)
    names = find_names(folded, row_of(folded, frame_lexicon("tr")), Gazetteer.of(places), words, [])
    assert [city.place.name for city in names.cities] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Die Awonokraft in Frankreich schrieb an Kassel.", ["Kassel"]),
        ("de", "Man sah das Awonospiel, Frankreich, in Kassel.", ["Kassel"]),
        ("de", "Organisationen: Frankreich. Kassel schrieb.", ["Kassel"]),
        ("ar", "بدأ الاجتماع في العلم والتعليم مع شيراز.", ["Shiraz"]),
        ("zh", "韩国地方政府与设拉子市。", ["Shiraz"]),
    ],
)
def test_everyday_words_beside_a_country_are_no_towns(language: str, text: str, found: list[str]) -> None:
    assert cities(language, text) == found


def test_words_apart_are_no_name_of_one_word_abroad() -> None:
    towns = Gazetteer.of([(Place(id="geonames:1", name="Durham", country="US", population=250_000), ["دورهام"])])
    lexicon = frame_lexicon("ar")
    for text, found in (("له دور هام في ذلك", []), ("زار مدينة دور هام في ذلك", ["Durham"])):
        folded = fold(text)
        names = find_names(folded, row_of(folded, lexicon), towns, lexicon.names, [])
        assert [city.place.name for city in names.cities] == found
