from __future__ import annotations

import pytest
from tests.factories.frames import world

from peyvand.adapters.frame_readers import read_by_frames
from peyvand.adapters.readers import read_text
from peyvand.core.reading import SourceFacts


def test_a_text_is_read_with_the_words_of_its_language() -> None:
    text = "Menton et Sotchi ont signé une charte de jumelage."
    (one,) = read_by_frames(text, "fr", SourceFacts(path="note"), world(), None).statements

    assert (one.statement.event, one.statement.modality) == ("signing", "done")


def test_the_door_of_all_readers_finds_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyvand.adapters.readers.gazetteer", world)
    reading = read_text("The council of Norfolk suspended the sister city ties with Kazan.", SourceFacts(path="note"))

    assert reading.source.language == "en"
    assert [one.statement.event for one in reading.statements] == ["suspension"]
