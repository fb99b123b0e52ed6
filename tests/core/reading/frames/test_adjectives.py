"""Cities that only an adjective names."""

from __future__ import annotations

import pytest

from peyvand.core.reading.frames.reader import persons_and_cities
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import fold
from peyvand.lexicon import gazetteer
from peyvand.lexicon.frames import frame_lexicon


def cities(text: str) -> list[str]:
    folded, lexicon = fold(text), frame_lexicon("ru")
    _, names = persons_and_cities(folded, row_of(folded, lexicon), lexicon, gazetteer())
    return [city.place.name for city in names.cities]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Решение принял брянский горсовет.", ["Bryansk"]),
        ("Гостей встретил харьковский городской голова.", ["Kharkiv"]),
        ("В порт прибыла казанская делегация.", ["Kazan"]),
        ("Саратовские депутаты согласились.", ["Saratov"]),
        ("Брянский лес шумит.", []),
        ("Решение принял детский совет.", []),
        ("Пришла японская делегация.", []),
        ("Приехал брянский губернатор.", []),
    ],
)
def test_an_adjective_before_a_body_of_a_city_names_it(text: str, named: list[str]) -> None:
    assert cities(text) == named


@pytest.mark.parametrize("text", ["У Кривого Рога есть порт.", "Гости вернулись из Кривого Рога."])
def test_the_first_word_of_a_name_has_endings_too(text: str) -> None:
    assert cities(text) == ["Kryvyy Rih"]
