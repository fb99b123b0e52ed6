"""Small towns, and towns that no list has."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in


def cities(language: str, text: str) -> list[tuple[str, str]]:
    return [(one.place.name, one.place.country) for sentence in sentences_in(language, text) for one in sentence.cities]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Guests came from Awonobe, Japan. They like Awonobe.", [("Awonobe", "JP"), ("Awonobe", "JP")]),
        ("en", "They met Awonobe.", []),
    ],
)
def test_a_town_that_no_list_has_is_told_by_the_words_around(
    language: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert cities(language, text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Wareham wrote. A bus went to Wareham.", ["Wareham", "Wareham"]),
        ("en", "Norfolk is twinned with Awonobe.", ["Norfolk", "Awonobe"]),
        ("en", "Norfolk signed a sister city pact with Russian towns.", ["Norfolk"]),
        ("fr", "La commune de Lichtenwaldo a écrit.", ["Lichtenwaldo"]),
        ("fr", "La ville de Menton l'Awonais, en France, a écrit.", ["Menton L Awonais"]),
        ("en", "The Union (UCT) of Turkey met with Norfolk.", ["Norfolk"]),
        ("de", "Gäste aus dem französischen Awonodorf, Frankreich, kamen.", ["Awonodorf"]),
    ],
)
def test_small_towns_need_a_small_word_and_unknown_ones_a_word_for_city(
    language: str, text: str, found: list[str]
) -> None:
    assert [name for name, _ in cities(language, text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They sang in Wareham on Avon.", ["Wareham on Avon"]),
        ("They sang in Wareham on Monday.", ["Wareham"]),
    ],
)
def test_the_longest_name_of_a_small_town_is_the_name(text: str, found: list[str]) -> None:
    assert [name for name, _ in cities("en", text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gäste reisten nach Altenburschla. Der Chor aus Altenburschla sang. Man mag Altenburschla.", 3),
        ("Kurz nach Kriegsbeginn schrieb er. Seit Kriegsbeginn ruht es. Vor Kriegsbeginn sang man.", 0),
        ("Sie trafen sich zum Goldjubelfest in Frankreich.", 0),
        ("Sie trafen sich zum „Goldjubelfest“ in Frankreich.", 0),
        ("Sie fuhren nach Awonodorf in Frankreich.", 1),
        ("Leute aus der Umgebung Kassel und aus Umgebung Awonotal kamen.", 1),
    ],
)
def test_where_nouns_have_capitals_a_strange_one_is_a_town_behind_several_small_words(text: str, found: int) -> None:
    assert len(cities("de", text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le jumelage Menton-Bremen est bien vivant.", [("Menton", "FR"), ("Bremen", "DE")]),
        ("Le jumelage Awonoville-Bremen est bien vivant.", [("Awonoville", "FR"), ("Bremen", "DE")]),
        ("Le jumelage Awonoville-Odaville est bien vivant.", [("Awonoville Odaville", "")]),
    ],
)
def test_a_tie_of_two_names_that_a_hyphen_joins_is_of_two_towns(text: str, found: list[tuple[str, str]]) -> None:
    assert cities("fr", text) == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Menton et la Louisiane (États-Unis) ont signé.", ["Menton"]),
        ("fr", "Menton et Awonobe, en Louisiane, ont signé.", ["Menton", "Awonobe"]),
        ("en", "Kazan and Norfolk signed in Jalisco, Mexico.", ["Kazan", "Norfolk"]),
        ("en", "The Portuguese town of Awonobe wrote to Norfolk.", ["Awonobe", "Norfolk"]),
    ],
)
def test_states_are_no_towns_and_every_nation_tells_a_country(language: str, text: str, found: list[str]) -> None:
    assert [name for name, _ in cities(language, text)] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("tr", "Konya'nın kardeş şehirleri Bremen-Almanya, Awono-Romanya.", ["Konya", "Bremen", "Awono"]),
        ("tr", "Konya'ya Kosova Awono Yönetimi Bakanı geldi.", ["Konya"]),
        ("tr", "Konya'ya Yunanistan'ın Awono bölgesinden gelen halk bunu duydu.", ["Konya"]),
        ("tr", "Konya Belediyesi, Yunanistan'ın Awono Belediyesi ile kardeş oldu.", ["Konya", "Awono"]),
        ("tr", "KONYA'DA AWONO TÖRENİ", ["Konya"]),
        ("tr", "Terehov, Anadolu Ajansına Kazan dedi.", ["Kazan"]),
        ("ar", "قال عمدة مدينة “أونوبيدا” التشيلية ذلك.", ["اونوبیدا"]),
        ("ar", "قال عمدة مدينة “أونوبيدا” ذلك.", ["اونوبیدا"]),
        ("zh", "应巴西维拉维利亚市政府邀请访问设拉子。", ["维拉维利亚", "Shiraz"]),
        ("zh", "黑龙江省边境城市与设拉子市。", ["Shiraz"]),
    ],
)
def test_a_town_that_no_list_has_needs_words_of_a_town(language: str, text: str, found: list[str]) -> None:
    assert [name for name, _ in cities(language, text)] == found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zelmont-Saint-Ouvre est jumelée avec Kazan.", ["Zelmont Saint Ouvre", "Kazan"]),
        ("Le lycée Zelmont-Saint-Ouvre écrit à Kazan.", ["Kazan"]),
        ("Zelmont-Ouvre écrit à Kazan.", ["Kazan"]),
    ],
)
def test_hyphens_and_small_words_tell_a_town(text: str, names: list[str]) -> None:
    assert [city.place.name for one in sentences_in("fr", text) for city in one.cities] == names


def test_a_country_behind_a_hyphen_is_no_part_of_a_name() -> None:
    (sentence,) = sentences_in("tr", "Bursa'nın kardeş şehirleri Kazan-Rusya, Zelmonta-Fransa, Lyon-Fransa oldu.")
    assert [(city.place.name, city.place.country) for city in sentence.cities[1:]] == [
        ("Kazan", "RU"), ("Zelmonta", "FR"), ("Lyon", "FR"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le comité de jumelage de Lyon a reçu ses amis gallois de Llanzelk.", [("Lyon", "FR"), ("Llanzelk", "GB")]),
        ("Lyon veut se jumeler avec un village de Russie, Zelkanova.", [("Lyon", "FR"), ("Zelkanova", "RU")]),
        ("Lyon a reçu des amis sages de Llanzelk.", [("Lyon", "FR")]),
        ("Lyon a écrit à des amis de Russie, Zelkanova aussi.", [("Lyon", "FR")]),
    ],
)
def test_guests_and_words_for_a_town_tell_where_a_strange_name_lies(text: str, found: list[tuple[str, str]]) -> None:
    cities = [city.place for one in sentences_in("fr", text) for city in one.cities]
    assert [(place.name, place.country) for place in cities] == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Sie kamen in die Gemeinde Awonodorf und gingen.", ["Awonodorf"]),
        ("de", "Sie gaben der Gemeinde Awonogeld und gingen.", []),
        ("de", "Sie kamen in ein Awonodorf und gingen.", []),
        ("en", "The guests from Awono-gu went home.", ["Awono-Gu"]),
        ("en", "The guests wore Awono-like hats.", []),
        ("en", "They met at the Union Depot.", []),
    ],
)
def test_endings_tell_towns_that_no_list_has(language: str, text: str, found: list[str]) -> None:
    assert [city.place.name for sentence in sentences_in(language, text) for city in sentence.cities] == found
