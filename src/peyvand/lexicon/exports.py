"""The words of workbooks that are given out, from ``lexicon/<language>/exports.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from peyvand.lexicon.loader import load_yaml

LANGUAGES = ("fa", "en")


@cache
def export_words(language: str) -> Mapping[str, str]:
    """Words by group and code (``states.in_force``). Raises `LexiconFault` for a language without them."""
    told = load_yaml(language, "exports")
    return {f"{group}.{code}": str(word) for group, words in told.items() for code, word in words.items()}
