"""Numerals of a language, from ``lexicon/<language>/numbers.yaml``."""

from __future__ import annotations

from functools import cache

from peyvand.core.reading.numbers import NumberWords
from peyvand.lexicon.loader import load_yaml


@cache
def number_words(language: str) -> NumberWords:
    """The numerals of a language as the reader takes them."""
    data = load_yaml(language, "numbers")
    return NumberWords.of(data["cardinals"], data["ordinals"], data["scales"], data["endings"], data["joiner"])
