from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from peyvand.core.procedure.pack import Confidence, Effect, Purpose, Step, pack_on
from peyvand.lexicon.loader import LexiconFault, load_yaml
from peyvand.lexicon.packs import countries, packs, read_pack

EVERY = [(country, pack) for country in countries() for pack in packs(country)]
STEPS = [(country, step) for country, pack in EVERY for steps in pack.procedures.values() for step in steps]


def test_eleven_countries_are_known() -> None:
    assert countries() == ("AU", "CN", "DE", "FR", "IR", "IT", "JP", "KR", "RU", "TR", "US")


@pytest.mark.parametrize(("country", "step"), STEPS, ids=[f"{country}-{step.key}" for country, step in STEPS])
def test_every_step_says_in_both_languages_what_it_is_and_whose(country: str, step: Step) -> None:
    said = [words for names in (step.name, step.who, step.law, step.note) if names for words in (names.en, names.fa)]

    assert all(words.strip() == words and words for words in said)
    assert (
        step.law
        or step.confidence is not Confidence.HIGH
        or step.effect in (Effect.ACT, Effect.SIGNING)
        or (step.body or step.effect is Effect.DUTY)
    )


def test_what_nobody_has_read_is_not_called_verified() -> None:
    assert [country for country, pack in EVERY if pack.verified and pack.confidence is not Confidence.HIGH] == []
    assert not packs("IR")[0].verified


def test_the_turkish_permit_changed_hands_with_the_law() -> None:
    before, after = (pack_on(packs("TR"), day) for day in (date(2018, 12, 9), date(2018, 12, 10)))
    assert before is not None
    assert after is not None
    bodies = [
        next(step.body for step in pack.steps(Purpose.CONCLUDE) if step.key == "permit") for pack in (before, after)
    ]

    assert bodies == ["interior_ministry", "ministry"]


def test_a_country_without_a_pack_has_none() -> None:
    assert packs("ZZ") == ()


def told(**changed: Any) -> dict[str, Any]:
    pack: dict[str, Any] = dict(load_yaml("procedures", "it")[0])
    return pack | changed


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"modle": "x"}, "Pack has no field 'modle'"),
        ({"procedures": {"conclude": []}}, "there must be one signing"),
        ({"procedures": {"marry": []}}, "marry"),
        ({"since": "soon"}, "date"),
        ({"procedures": None}, "NoneType"),
    ],
)
def test_a_pack_that_cannot_be_followed_is_named(changed: dict[str, Any], fault: str) -> None:
    with pytest.raises(LexiconFault, match=fault):
        read_pack("IT", told(**changed))
