"""Every code of the core has its word in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import pytest
from django.utils import translation

from peyvand.adapters import second_reader
from peyvand.adapters.sources.captured import REASONS
from peyvand.core.ledger.bond import Known, Reached, State
from peyvand.core.ledger.counts import CountRule
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part
from peyvand.lexicon.loader import load_yaml
from peyvand.web.shared import words
from peyvand.web.shared.words import AREAS, AUTHORITIES, NO_ANSWER, UNREADABLE, Words, word
from peyvand.web.telling.words import RULES


@pytest.mark.parametrize(
    ("codes", "table"),
    [
        (Channel, words.CHANNELS),
        (CountRule, RULES),
        (Event, words.EVENTS),
        (Instrument, words.INSTRUMENTS),
        (Instrument, words.TIES),
        (Known, words.KNOWN),
        (Modality, words.MODALITIES),
        (Part, words.PARTS),
        (Reached, words.REACHED),
        (SourceKind, words.SOURCE_KINDS),
        (State, words.STATES),
    ],
)
def test_every_code_has_its_word(codes: type[StrEnum], table: Mapping[str, object]) -> None:
    assert set(table) == set(codes)


def test_reasons_are_said_in_the_words_of_the_readers_of_sources() -> None:
    with translation.override("en"):
        assert {code: str(said) for code, said in UNREADABLE.items()} == REASONS
        assert {code: str(said) for code, said in NO_ANSWER.items()} == second_reader.REASONS


def test_an_unknown_code_shows_itself() -> None:
    nothing: dict[str, Words] = {}

    assert word(nothing, "new_kind") == "new kind"


def test_every_area_of_the_lexicon_has_its_word() -> None:
    assert set(load_yaml("fa", "areas")["areas"]) <= set(AREAS)


def test_every_authority_of_the_lexicon_has_its_word() -> None:
    assert set(load_yaml("fa", "authorities")["bodies"]) <= set(AUTHORITIES)
