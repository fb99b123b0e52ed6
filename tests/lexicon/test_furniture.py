from __future__ import annotations

from collections import defaultdict

import pytest

from peyvand.core.text import Span, compile_forms, fold, fold_words
from peyvand.core.text.rows import classify
from peyvand.core.text.words import LABELS
from peyvand.lexicon.furniture import furniture_words
from peyvand.lexicon.loader import LexiconFault, load_yaml

LANGUAGES = ("fa", "en")
SENSES = [(language, sense) for language in LANGUAGES for sense in load_yaml(language, "furniture")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_serves_two_senses(language: str) -> None:
    masters = defaultdict(set)
    words = furniture_words(language)
    for sense in LABELS:
        for form in getattr(words, sense):
            masters["".join(fold_words(form).split())].add(sense)

    assert {form: senses for form, senses in masters.items() if len(senses) > 1} == {}


@pytest.mark.parametrize(("language", "sense"), SENSES)
def test_each_sense_is_found_in_its_witness(language: str, sense: str) -> None:
    words = furniture_words(language)
    witness = fold(load_yaml(language, "furniture")[sense]["witness"]).text

    if sense in LABELS:
        assert classify(witness, Span(0, len(witness)), True, words).kind == sense
    else:
        assert compile_forms(getattr(words, sense)).search(witness)


@pytest.mark.parametrize(("language", "sense"), [pair for pair in SENSES if pair[1] in LABELS])
def test_each_form_is_known_when_it_stands_alone(language: str, sense: str) -> None:
    words = furniture_words(language)
    found = {}
    for form in getattr(words, sense):
        text = fold(f"{form}:").text
        found[form] = classify(text, Span(0, len(text)), True, words).kind

    assert set(found.values()) <= {sense} | ({""} if sense == "navigation" else set())


def test_a_sense_that_nothing_reads_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    senses = {"weather": {"forms": ["باران"], "witness": "باران"}}
    monkeypatch.setattr("peyvand.lexicon.furniture.load_yaml", lambda *_: senses)
    furniture_words.cache_clear()

    with pytest.raises(LexiconFault, match="weather"):
        furniture_words("fa")
