"""Places and codes in the language of the terminal. English keeps the codes: they are what options take."""

from __future__ import annotations

from peyvand import lexicon
from peyvand.cli.messages import spoken
from peyvand.lexicon.exports import export_words


def place_name(place_id: str) -> str:
    """The name of a place."""
    return lexicon.gazetteer().name(place_id, spoken())


def word(group: str, code: object) -> str:
    """The word for a code of a group of `lexicon.exports`: ``states``, ``instruments``, ``events``, …"""
    language = spoken()
    if not code or language == "en":
        return str(code or "")
    return export_words(language).get(f"{group}.{code}", str(code))
