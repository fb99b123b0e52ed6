from __future__ import annotations

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.glance import Match, is_own, match
from peyvand.core.gazetteer.names import Script


def test_a_glance_tells_a_name_and_how_longer_ones_go_on(gazetteer: Gazetteer, words: PlaceWords) -> None:
    glances = gazetteer.glances(words)

    alone = glances["بورسای"].alone
    assert alone is not None
    assert (alone.key, alone.dropped) == ("بورسا", 1)
    assert glances["سن"].follows == {"پ"}
    assert glances["وکرمان"].cut == 1
    assert not glances["وجود"].follows


def test_the_same_words_share_what_was_told(gazetteer: Gazetteer, words: PlaceWords) -> None:
    assert gazetteer.glances(words) is gazetteer.glances(words)


def test_an_ending_is_dropped_only_after_its_letters(gazetteer: Gazetteer, words: PlaceWords) -> None:
    entries = gazetteer.index(Script.ARABIC).entries

    assert match("کرمانی", entries, words) is None
    assert match("بورسا", entries, words) == Match("بورسا", entries["بورسا"], 0)


def test_an_entry_is_our_own_wherever_its_place_stands_in_it() -> None:
    assert [is_own(entry) for entry in ("012", "112,034", "112")] == [True, True, False]
