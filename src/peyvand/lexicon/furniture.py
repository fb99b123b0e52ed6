"""The furniture of a language's news pages, from ``lexicon/<language>/furniture.yaml``."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from peyvand.core.text import FurnitureWords
from peyvand.lexicon.loader import LexiconFault, load_yaml


@cache
def furniture_words(language: str) -> FurnitureWords:
    """The words of a language as `divide` takes them.

    Raises `LexiconFault` where the file has a sense that nothing reads, or one without forms or witness.
    """
    senses = load_yaml(language, "furniture")
    known = {field.name for field in fields(FurnitureWords)}
    for name, sense in senses.items():
        if name not in known or not sense.get("forms") or not sense.get("witness"):
            raise LexiconFault(f"lexicon/{language}/furniture.yaml: {name} is unknown, or lacks forms or a witness")
    return FurnitureWords(**{name: tuple(map(str, sense["forms"])) for name, sense in senses.items()})
