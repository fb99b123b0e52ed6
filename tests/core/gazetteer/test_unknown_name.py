from __future__ import annotations

from peyvand.core.gazetteer import Gazetteer, PlaceWords, Role
from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.scanning import tokens_of
from peyvand.core.gazetteer.sounding import Heard
from peyvand.core.gazetteer.unknown_name import UnknownName, mention_of
from peyvand.core.text import Span


def test_mention_has_the_words_of_the_name(gazetteer: Gazetteer, words: PlaceWords) -> None:
    text = "شهرداری سن ماراتا آمد"
    scene = Scene(text, tokens_of(text, Span(0, len(text)), gazetteer.glances(words)), words)
    mention = mention_of(scene, UnknownName(1, 3, Heard(None), "unknown:ایتالیا", office=True))

    assert (mention.name, mention.place, mention.role) == ("سن ماراتا", None, Role.OFFICE)
    assert mention.span.of(text) == "سن ماراتا"
