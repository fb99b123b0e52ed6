"""Where a text speaks of a tie between cities, so that a strange name beside a city is a city's."""

from __future__ import annotations

from functools import cached_property

from peyvand.core.gazetteer.context import Scene

# So many words around a name may speak of a tie.
_SENTENCE = 25
_STOPS = frozenset(".!?؟\n؛")


class Ties:
    """The words of ties in one text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def tokens(self) -> frozenset[int]:
        """Which words are of ties: «خواهرخواندگی»."""
        return frozenset(at for at, glance in enumerate(self._scene.tokens.glances) if glance.ties)

    def reach(self, token: int) -> bool:
        """Whether the sentence of a word speaks of a tie."""
        return bool(self.tokens) and (self._follows(token) or self._stands_before(token))

    def _follows(self, token: int) -> bool:
        for at in range(token, min(token + _SENTENCE, len(self._scene.tokens.words))):
            if at > token and not _STOPS.isdisjoint(self._scene.gap(at)):
                return False
            if at in self.tokens:
                return True
        return False

    def _stands_before(self, token: int) -> bool:
        for at in range(token, max(token - _SENTENCE, 0), -1):
            if not _STOPS.isdisjoint(self._scene.gap(at)):
                return False
            if at - 1 in self.tokens:
                return True
        return False
