"""The parts of Persian words, from ``lexicon/fa/joiner.yaml``."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from peyvand.core.text.joiner import JoinerWords
from peyvand.lexicon.loader import LexiconFault, load_yaml


@cache
def joiner_words() -> JoinerWords:
    """The words as `restore` takes them. Raises `LexiconFault` where the file has a list that nothing reads."""
    lists = load_yaml("fa", "joiner")
    unknown = set(lists) - {field.name for field in fields(JoinerWords) if field.init}
    if unknown:
        raise LexiconFault(f"lexicon/fa/joiner.yaml: {', '.join(sorted(unknown))}: nothing reads this")
    return JoinerWords(**{name: tuple(map(str, words)) for name, words in lists.items()})
