"""What a search knows of languages: endings that writers add to a word, with a half-space or without."""

from __future__ import annotations

from functools import cache

from peyvand.core.search.words import words_of
from peyvand.lexicon.loader import LexiconFault, load_yaml

LANGUAGES = ("fa",)


@cache
def endings() -> tuple[str, ...]:
    """The endings of all languages that have some. Raises `LexiconFault` for a sense without forms or a witness."""
    found: list[str] = []
    for language in LANGUAGES:
        for name, sense in load_yaml(language, "search").items():
            if not sense.get("forms") or not sense.get("witness"):
                raise LexiconFault(f"{language}/search.yaml: {name} lacks forms or a witness")
            found += [word for form in sense["forms"] for word in words_of(form)]
    return tuple(dict.fromkeys(found))
