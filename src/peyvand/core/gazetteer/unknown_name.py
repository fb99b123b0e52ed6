"""A name that no list has, and the mention that it becomes."""

from __future__ import annotations

from typing import NamedTuple

from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.mention import PlaceMention, Role
from peyvand.core.gazetteer.place import Level
from peyvand.core.gazetteer.sounding import Heard
from peyvand.core.text import Span


class UnknownName(NamedTuple):
    """Words ``first`` up to ``stop``, what they were taken for, and by which words."""

    first: int
    stop: int
    heard: Heard
    reason: str
    country: Span | None = None
    office: bool = False


def mention_of(scene: Scene, name: UnknownName) -> PlaceMention:
    """The mention of a city by such a name."""
    span = Span(scene.tokens.starts[name.first], scene.tokens.stops[name.stop - 1])
    return PlaceMention(
        span=span,
        name=span.of(scene.text),
        place=name.heard.place,
        candidates=name.heard.candidates,
        level=Level.CITY,
        reason=name.reason,
        country_span=name.country,
        role=Role.OFFICE if name.office else Role.PLAIN,
    )
