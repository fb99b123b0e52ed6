from __future__ import annotations

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
