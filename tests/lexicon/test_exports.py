from __future__ import annotations

import pytest

from peyvand.core.ledger.bond import Known, State
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.lexicon.exports import LANGUAGES, export_words

CODES = {"events": Event, "instruments": Instrument, "states": State, "known": Known, "modalities": Modality}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_word(language: str) -> None:
    words = export_words(language)

    assert [
        f"{group}.{code}" for group, codes in CODES.items() for code in codes if f"{group}.{code}" not in words
    ] == []


def test_languages_have_the_same_words() -> None:
    assert len({frozenset(export_words(language)) for language in LANGUAGES}) == 1
