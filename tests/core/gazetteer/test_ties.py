from __future__ import annotations

from dataclasses import replace

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.scanning import tokens_of
from peyvand.core.gazetteer.ties import Ties
from peyvand.core.text import Span


def _ties(text: str, gazetteer: Gazetteer, words: PlaceWords) -> Ties:
    words = replace(words, ties=("خواهرخوانده",))
    return Ties(Scene(text, tokens_of(text, Span(0, len(text)), gazetteer.glances(words)), words))


def test_tie_reaches_through_its_sentence(gazetteer: Gazetteer, words: PlaceWords) -> None:
    ties = _ties("باد وزید. بورسا خواهرخواندهاش وان است. باران بارید", gazetteer, words)

    assert ties.tokens == {3}
    assert [ties.reach(token) for token in range(8)] == [False, False, True, True, True, True, False, False]


def test_text_without_ties_has_no_reach(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert not _ties("بورسا و وان", gazetteer, words).reach(0)
