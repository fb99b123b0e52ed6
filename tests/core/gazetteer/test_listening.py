from __future__ import annotations

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.listening import Listener
from peyvand.core.gazetteer.place import Place
from peyvand.core.gazetteer.scanning import tokens_of
from peyvand.core.gazetteer.sight import look
from peyvand.core.gazetteer.sounding import WORLD, Sounds
from peyvand.core.text import Span

CITY = Place(id="geonames:21", name="Gravina", country="IT", population=40_000)
SOUNDS = Sounds(
    {CITY.id: CITY}.get,
    lambda country: SortedLines.of(
        [f"krn\t{CITY.id}\t{CITY.name}" + ("\tIT" if country == WORLD else "")] if country in ("IT", WORLD) else []
    ),
)


def _listener(text: str, gazetteer: Gazetteer, words: PlaceWords) -> Listener:
    scene = Scene(text, tokens_of(text, Span(0, len(text)), gazetteer.glances(words)), words)
    return Listener(scene, look(scene, gazetteer.index(words.script), gazetteer), SOUNDS)


def _heard(listener: Listener, *, anywhere: bool) -> Place | None:
    heard = listener.hear("گراوینا", headed=False, anywhere=anywhere)
    return heard.place if heard else None


def test_name_is_heard_in_the_country_that_the_text_speaks_of(gazetteer: Gazetteer, words: PlaceWords) -> None:
    listener = _listener("بورسا از ایتالیا دور است", gazetteer, words)

    assert listener.countries[0] == ["IT", "TR"]
    assert _heard(listener, anywhere=False) == CITY


def test_name_is_heard_anywhere_only_where_it_may_lie_anywhere(gazetteer: Gazetteer, words: PlaceWords) -> None:
    listener = _listener("بورسا زیباست", gazetteer, words)

    assert _heard(listener, anywhere=False) is None
    assert _heard(listener, anywhere=True) == CITY
