"""Cities that the gazetteer lacks: told only where the words leave no doubt that a city is named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from peyvand.core.gazetteer.context import Scene
from peyvand.core.gazetteer.mention import PlaceMention, Role
from peyvand.core.gazetteer.place import Level
from peyvand.core.gazetteer.sight import Sight
from peyvand.core.gazetteer.words import HeadKind
from peyvand.core.text import Span

_LONGEST = 3


def unknown_cities(scene: Scene, sights: Sequence[Sight]) -> Iterator[PlaceMention]:
    """«شهر X ترکیه», where X is one to three words between a city's head and a country, and no everyday word."""
    taken = {token for sight in sights for token in range(sight.found.first, sight.found.after)}
    for country in sights:
        if country.level is not Level.COUNTRY or country.before.head is not None:
            continue
        stop = country.found.first
        if not scene.joined(stop) and scene.gap(stop).strip() != "(":
            continue
        for first in range(stop - 1, max(stop - 1 - _LONGEST, 0), -1):
            if first in taken or not _may_be_named(scene, first):
                break
            head = scene.head_at(first)
            if head is not None and head.kind in (HeadKind.CITY, HeadKind.OFFICE):
                if not _everyday(scene, Span(first, stop)):
                    yield _unknown(scene, Span(first, stop), head.kind, country)
                break
            if not scene.joined(first):
                break


def _may_be_named(scene: Scene, token: int) -> bool:
    words, word = scene.words, scene.word(token)
    small = word in words.idle or word in words.joiners or word in words.links
    known = word in words.heads or word in words.describing or word in words.doubts
    return not small and not known and not word.isdigit() and len(word) > 1


def _everyday(scene: Scene, tokens: Span) -> bool:
    return all(scene.word(token) in scene.words.never for token in range(tokens.start, tokens.stop))


def _unknown(scene: Scene, tokens: Span, head: HeadKind, country: Sight) -> PlaceMention:
    span = Span(scene.tokens.starts[tokens.start], scene.tokens.stops[tokens.stop - 1])
    return PlaceMention(
        span=span,
        name=span.of(scene.text),
        place=None,
        candidates=(),
        level=Level.CITY,
        reason=f"unknown:{country.found.span.of(scene.text)}",
        country_span=country.found.span,
        role=Role.OFFICE if head is HeadKind.OFFICE else Role.PLAIN,
    )
