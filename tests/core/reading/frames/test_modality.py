from __future__ import annotations

import pytest
from tests.factories.frames import sentence_in

from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.modality import mode_of
from peyvand.lexicon.frames import frame_lexicon


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("en", "They signed the pact.", "done"),
        ("en", "They will sign the pact.", "planned"),
        ("en", "They plan to sign the pact.", "planned"),
        ("en", "They did not sign the pact.", "denied"),
        ("en", "They refused to sign the pact.", "denied"),
        ("en", "She hopes that they will sign the pact.", "wished"),
        ("en", "They could sign the pact.", "wished"),
        ("en", "Reports that they signed the pact are wrong.", "denied"),
        ("de", "Sie haben den Vertrag unterzeichnet.", "done"),
        ("de", "Berichte, sie hätten den Vertrag unterzeichnet, sind falsch.", "denied"),
        ("de", "Der Vertrag soll unterzeichnet werden.", "planned"),
        ("de", "Sie haben den Vertrag nicht unterzeichnet.", "denied"),
        ("fr", "Ils ont signé la convention.", "done"),
        ("fr", "Ils signeront la convention.", "planned"),
        ("fr", "La soirée fut l'occasion de signer la convention.", "done"),
        ("fr", "La soirée invite à signer la convention.", "planned"),
        ("fr", "Elle souhaite signer la convention.", "wished"),
    ],
)
def test_a_step_is_as_the_closest_ruling_word_says(language: str, text: str, modality: str) -> None:
    sentence = sentence_in(language, text)
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
    assert mode_of(hit, sentence, frame_lexicon(language)).modality == modality


def test_a_noun_alone_says_nothing_surely() -> None:
    sentence = sentence_in("en", "The signing of the pact")
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
    assert not mode_of(hit, sentence, frame_lexicon("en")).sure


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("de", "Sechs Schüler reisen im Oktober nach Lyon.", "planned"),
        ("de", "Sechs Schüler reisen jedes Jahr nach Lyon.", "done"),
        ("de", "Am 3. Mai durften sie die Gäste begrüßen.", "done"),
        ("en", "They leave for Bremen on 3 May.", "planned"),
        ("en", "They visited Bremen on 3 May.", "done"),
    ],
)
def test_a_present_form_with_a_day_tells_what_is_to_come(language: str, text: str, modality: str) -> None:
    sentence = sentence_in(language, text)
    hit = next(hit for hit in sentence.hits if hit.mask & (BITS["visit"] | BITS["host"]))
    assert mode_of(hit, sentence, frame_lexicon(language)).modality == modality


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Wird der Vertrag unterzeichnet, freut sich der Rat.", "wished"),
        ("Der Vertrag wird unterzeichnet, und der Rat freut sich.", "planned"),
    ],
)
def test_a_helper_that_opens_a_sentence_makes_a_condition(text: str, modality: str) -> None:
    sentence = sentence_in("de", text)
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
    assert mode_of(hit, sentence, frame_lexicon("de")).modality == modality


def test_what_is_asked_is_not_planned() -> None:
    sentence = sentence_in("de", "Sie fragen, ob der Vertrag unterzeichnet werden soll.")
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["sign"])
    assert mode_of(hit, sentence, frame_lexicon("de")).modality == "wished"


@pytest.mark.parametrize(
    ("text", "label", "modality"),
    [
        ("Vorerst ausgesetzt wird der Bund.", "suspend", "planned"),
        ("Ausgesetzt wird nach Mitteilung der Stadt der Bund.", "suspend", "done"),
        ("Der Bund wird im Mai ausgesetzt.", "suspend", "planned"),
        ("Der Bund soll ausgesetzt werden.", "suspend", "planned"),
        ("Der Bund wird beendet.", "end", "planned"),
        ("Der Bund wird unterzeichnet.", "sign", "planned"),
        ("Der Besuch muss verschoben werden.", "visit", "denied"),
        ("Um den Vertrag zu feiern, reisten sie nach Lyon.", "festival", "done"),
    ],
)
def test_a_german_passive_may_be_of_today(text: str, label: str, modality: str) -> None:
    sentence = sentence_in("de", text)
    hit = next(hit for hit in sentence.hits if hit.mask & BITS[label])
    assert mode_of(hit, sentence, frame_lexicon("de")).modality == modality


def test_a_month_is_no_possibility() -> None:
    sentence = sentence_in("en", "They will be making a last trip to Bremen in May.")
    hit = next(hit for hit in sentence.hits if hit.mask & BITS["visit"])
    assert mode_of(hit, sentence, frame_lexicon("en")).modality == "planned"
