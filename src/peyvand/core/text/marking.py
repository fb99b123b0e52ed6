"""Sentences that are said in the reader's language where they are shown, marked where they are written."""

from __future__ import annotations


def gettext_noop(text: str) -> str:
    """The text as it is; the name tells the gatherer of the catalogue that it is one to translate."""
    return text
