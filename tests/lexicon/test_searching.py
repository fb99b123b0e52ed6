from __future__ import annotations

import pytest

from peyvand.core.search.words import words_of
from peyvand.lexicon import searching
from peyvand.lexicon.loader import LexiconFault, load_yaml


def test_every_ending_is_one_word() -> None:
    assert set(searching.endings()) >= {"ها", "های", "ی"}


@pytest.mark.parametrize("language", searching.LANGUAGES)
def test_each_sense_is_in_its_own_witness(language: str) -> None:
    for sense in load_yaml(language, "search").values():
        assert set(sense["forms"]) & set(words_of(sense["witness"]))


def test_a_sense_without_a_witness_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "load_yaml", lambda *_: {"plural": {"forms": ["ها"]}})

    with pytest.raises(LexiconFault):
        searching.endings.__wrapped__()
