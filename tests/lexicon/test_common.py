from __future__ import annotations

import pytest

from peyvand.lexicon import lexicon


@pytest.mark.parametrize("word", ["خواهرخوانده", "میکنند", "بهرام", "آموزش"])
def test_everyday_words_are_known(word: str) -> None:
    assert word in lexicon("fa").places.common


def test_names_of_towns_are_none() -> None:
    assert "گرنوبل" not in lexicon("fa").places.common
    assert lexicon("fa").places.plurals
