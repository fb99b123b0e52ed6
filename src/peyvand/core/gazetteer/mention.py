"""A name in a text that means a place, with the reason why it was taken so."""

from __future__ import annotations

from enum import StrEnum

from peyvand.core.gazetteer.place import Level, Place
from peyvand.core.text import Span
from peyvand.core.text.value import value


class Role(StrEnum):
    """What the name stands in: by itself, in the name of a body that acts for the city, or of something else."""

    PLAIN = "plain"
    OFFICE = "office"
    INSTITUTION = "institution"


@value(kw_only=True)
class PlaceMention:
    """``span`` and ``country_span`` are folded spans; ``name`` the folded words without endings.

    ``place`` is None for a city that the gazetteer lacks; ``candidates`` are all places of that name, the chosen one
    first. ``reason`` is a code, after a colon the words it rests on: ``country_after:ترکیه``, ``population``.
    """

    span: Span
    name: str
    place: Place | None
    candidates: tuple[Place, ...]
    level: Level
    reason: str
    country_span: Span | None = None
    role: Role = Role.PLAIN
