from __future__ import annotations

from dataclasses import replace

import pytest

from peyvand.core.gazetteer import Gazetteer, PlaceWords, find_places
from peyvand.core.text import fold


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شهر ماراتا ایتالیا", ["ماراتا"]),
        ("شهر سن ماراتا (ایتالیا)", ["سن ماراتا"]),
        ("شهردار ماراتا ایتالیا", ["ماراتا"]),
        ("شهر ماراتا", []),
        ("ماراتا ایتالیا", []),
        ("شهر تاریخی ایتالیا", []),
        ("شهر جشنواره ایتالیا", []),
        ("دانشگاه ماراتا ایتالیا", []),
        ("شهر بورسا ایتالیا", []),
    ],
)
def test_unknown_city_stands_between_a_city_word_and_a_country(
    text: str, names: list[str], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    mentions = find_places(fold(text), gazetteer, words)

    assert [mention.name for mention in mentions if mention.reason.startswith("unknown:")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("شهر گراوینا ایتالیا", ["Gravina"]),
        ("شهر گراوینا به ایتالیا رفت", ["Gravina"]),
        ("شهرداری گراوینا به ایتالیا رفت", ["Gravina"]),
        ("شهردار گراوینا به ایتالیا رفت", []),
        ("شهردار گراوینا رفت", []),
        ("بورسا ترکیه و گراوینا ایتالیا", ["Gravina"]),
        ("پیمان با گراوینا ایتالیا", ["Gravina"]),
        ("گراوینا، ایتالیا", ["Gravina"]),
        ("دیدار گراوینا ایتالیا بود", []),
        ("شهرداری عثمان‌غازی بورسا", ["Osmangazi"]),
        ("شهر گراوینا ایتالیا کوچک است. گراوینا زیباست", ["Gravina", "Gravina"]),
        ("شهر گراوینا ترکیه", []),
        ("شهر جشنواره ایتالیا", []),
        ("به گراوینا رفت؛ ایتالیا دور است", ["Gravina"]),
        ("شهر گراوینا در پایتخت ایتالیا", ["Gravina"]),
        ("شهرداری عثمان‌غازی در بورسا", ["Osmangazi"]),
        ("با سن لورنز ایتالیا پیمان بست", ["San Lorenz"]),
        ("با سن ایتالیا پیمان بست", []),
        ("به گراوینا رفت؛ راه دور است", []),
        ("به دیدار رفت؛ ایتالیا دور است", []),
        ("بورسا و گراوینا؛ ایتالیا دور است", ["Gravina"]),
        ("ماریو، شهردار گراوینا، به ایتالیا رفت", ["Gravina"]),
        ("ماریو، شهردار گراوینا به ایتالیا رفت", []),
        ("شهرهای گراوینا و لورنزو توسکانی", ["Gravina", "Lorenzo"]),
        ("گراوینا و جشنواره و لورنزو توسکانی", []),
        ("شهر جشنواره توسکانی", []),
        ("شهر بوردو توسکانی", []),
        ("شهر لورنزو (استان توسکانی)", ["Lorenzo"]),
        ("گراوینا با بورسا پیمان بست؛ ایتالیا دور است", ["Gravina"]),
        ("دیدار گراوینا با بورسا؛ ایتالیا دور است", []),
        ("جشنواره با بورسا برپا شد؛ ایتالیا دور است", []),
    ],
)
def test_town_is_found_by_sound(text: str, names: list[str], gazetteer: Gazetteer, words: PlaceWords) -> None:
    mentions = find_places(fold(text), gazetteer, words)
    heard = [mention for mention in mentions if mention.reason.startswith("sound")]

    assert [mention.place.name for mention in heard if mention.place] == names


def test_part_of_a_foreign_city_that_nobody_knows_is_named_all_the_same(
    gazetteer: Gazetteer, words: PlaceWords
) -> None:
    (part, whole) = find_places(fold("شهرداری ماراتا بورسا"), gazetteer, words)

    assert (part.name, part.place, part.reason) == ("ماراتا", None, "unknown:بورسا")
    assert whole.place is not None
    assert find_places(fold("شهرداری ماراتا کرمان"), gazetteer, words)[0].name == "کرمان"


def test_town_of_a_country_that_goes_unsaid_is_heard_far_from_home(gazetteer: Gazetteer, words: PlaceWords) -> None:
    far = replace(words, unsaid=("IT",))

    assert [mention.name for mention in find_places(fold("به گراوینا رفت"), gazetteer, far)] == ["گراوینا"]
    assert [mention.name for mention in find_places(fold("از اصفهان به گراوینا رفت"), gazetteer, far)] == ["اصفهان"]
