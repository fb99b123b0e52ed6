"""The text of a PDF, read by a child process that is stopped when it takes too long or too much."""

from __future__ import annotations

from peyvand.adapters.documents.child import asked
from peyvand.adapters.sources.limits import Limits

_CHILD = "peyvand.adapters.documents.pdf_child"


def pdf_text(data: bytes, name: str, limits: Limits) -> str:
    """The paragraphs of the text layer, an empty line between them. Raises `UnreadableSource`."""
    text: str = asked(_CHILD, data, name, limits, limits.characters, limits.pages)["text"]
    return text
