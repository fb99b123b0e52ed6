"""A small world of towns under their names in several scripts, and what the frames make of a few sentences."""

from __future__ import annotations

from datetime import date
from functools import cache

from peyvand.core.calendar import scan_dates
from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.reading import Reading
from peyvand.core.reading.frames.line import Sentence, sentences_of
from peyvand.core.reading.frames.people import find_persons
from peyvand.core.reading.frames.places import find_names
from peyvand.core.reading.frames.reader import read_frames
from peyvand.core.reading.frames.row import row_of
from peyvand.core.text import divide, fold
from peyvand.lexicon.frames import frame_lexicon

_TOWNS: dict[str, dict[str, list[str]]] = {
    "US": {"Norfolk": [], "Dayton": []},
    "GB": {"Wareham": [], "Wareham on Avon": [], "Reading": []},
    "DE": {"Mannheim": [], "Kassel": [], "Bremen": ["Brême"]},
    "FR": {"Menton": [], "Lyon": ["Лион", "ليون", "里昂"]},
    "RU": {"Kazan": ["Kasan", "Казань", "قازان", "喀山"], "Sochi": ["Sotchi", "Sotschi", "Сочи"]},
    "IR": {"Isfahan": ["Ispahan", "أصفهان", "伊斯法罕"], "Shiraz": ["شيراز", "设拉子"]},
    "TR": {"Bursa": ["Бурса", "بورصة", "布尔萨"], "Konya": []},
    "JP": {"Sakata": []},
    "CN": {"Suqian": ["宿迁"]},
    "UA": {"Lviv": []},
}
_COUNTRIES = {
    "US": "United States", "GB": "United Kingdom", "DE": "Germany", "FR": "France", "RU": "Russia", "IR": "Iran",
    "TR": "Turkey", "JP": "Japan", "CN": "China", "UA": "Ukraine",
}  # fmt: skip


@cache
def world() -> Gazetteer:
    """The towns and their countries."""
    named: list[tuple[Place, list[str]]] = []
    for country, towns in _TOWNS.items():
        place = Place(id=f"iso:{country}", name=_COUNTRIES[country], country=country, level=Level.COUNTRY)
        named.append((place, [_COUNTRIES[country]]))
        for name, others in towns.items():
            town = Place(id=f"geonames:{len(named)}{country}", name=name, country=country, population=200_000)
            named.append((town, [name, *others]))
    return Gazetteer.of(named)


def reading_in(language: str, text: str, published: date | None = None) -> Reading:
    """The reading of a text in a language, with the small world."""
    return read_frames(text, lexicon=frame_lexicon(language), gazetteer=world(), published=published)


def told_in(language: str, text: str, published: date | None = None) -> list[str]:
    """Each statement of a text in one line: ``signing done: Bursa, Kazan``."""
    return [
        f"{one.statement.event} {one.statement.modality}: {', '.join(sorted(city.name for city in one.cities))}"
        for one in reading_in(language, text, published).statements
    ]


def sentences_in(language: str, text: str) -> list[Sentence]:
    """The sentences of a text with all that is found in them."""
    words = frame_lexicon(language)
    folded = fold(text)
    row = row_of(folded, words)
    persons = [(one.first, one.stop) for one in find_persons(row, words)]
    names = find_names(folded, row, world(), words.names, persons)
    dates = scan_dates(folded, words.calendar)
    return sentences_of(folded, divide(folded, words.furniture), row, names, dates, words)


def sentence_in(language: str, text: str) -> Sentence:
    """The only sentence of a text."""
    (sentence,) = sentences_in(language, text)
    return sentence
