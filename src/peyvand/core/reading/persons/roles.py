"""Roles as they are written out: «معاون فرهنگی شهردار گرانادا», «سفیر ایران در لیسبون»."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from peyvand.core.gazetteer import Level, Place, PlaceMention
from peyvand.core.reading.persons.words import Head, RoleWords
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text.value import value

# A role longer than this is a sentence.
_LONGEST = 16
# So many unknown words may stand between a head and the body that it serves.
_BRIDGE = 4
# A head and a place in one word are longer than this.
GLUED = 7
_COMMAS = frozenset("،,")
# Roles that are held of a place and nothing else; an unknown word after one is the name of a place.
_OF_A_PLACE = frozenset(("mayor", "governor", "hakim"))


@value()
class Sight:
    """A place mention in a line of words."""

    stop: int
    mention: PlaceMention


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Words ``first`` to ``stop - 1``; ``body`` the kind of body served, ``places`` those named in the role."""

    first: int
    stop: int
    head: Head
    code: str
    body: str
    places: tuple[PlaceMention, ...]
    ministry: str = ""


@dataclass(slots=True)
class _Draft:
    stop: int
    body: str = ""
    inner: str = ""
    international: bool = False
    ministry: str = ""
    places: list[PlaceMention] = field(default_factory=list)


def sights_of(line: WordLine, places: Iterable[PlaceMention]) -> dict[int, Sight]:
    """Place mentions by the index of their first word, the country that follows included."""
    sights: dict[int, Sight] = {}
    starts = line.starts
    for mention in places:
        span = mention.span
        first = bisect_left(starts, span.start)
        sights[first] = Sight(max(bisect_left(starts, span.stop, first), first + 1), mention)
    return sights


class RoleReader:
    """Reads the role that begins at a head."""

    def __init__(
        self, line: WordLine, words: RoleWords, sights: Mapping[int, Sight], is_barred: Callable[[int], bool]
    ) -> None:
        """``is_barred`` says of a word that no role holds it: a name, a verb, a preposition."""
        self._line, self._words, self._sights, self._is_barred = line, words, sights, is_barred

    def at(self, first: int) -> RolePhrase | None:
        """The role whose head is the word at ``first``."""
        found = self._words.heads.at(self._line, first) or self.glued(first)
        return self.behind(first, *found) if found else None

    def behind(self, first: int, head: Head, at: int) -> RolePhrase:
        """The role of a head that begins at ``first`` and ends before word ``at``."""
        draft = _Draft(at)
        limit = min(len(self._line), first + _LONGEST)
        while at < limit:
            following = self._next(at, head, draft)
            if following is None:
                break
            at = following
        return RolePhrase(
            first,
            draft.stop,
            head,
            self._code(head, draft),
            draft.inner or draft.body,
            tuple(draft.places),
            draft.ministry,
        )

    def glued(self, at: int) -> tuple[Head, int] | None:
        """«شاروال‌کابل» with its joiner lost: a head and a place in one word."""
        word = self._line.words[at]
        if len(word) <= GLUED or not word.startswith(self._words.glued):
            return None
        for head in self._words.glued:
            rest = word.removeprefix(head)
            if rest != word and len(rest) > 1 and rest not in self._words.unglued:
                known = self._words.heads.alone(head)
                return (known, at + 1) if known else None
        return None

    def _next(self, at: int, head: Head, draft: _Draft) -> int | None:
        """The index after the next piece of the role, or None where the role ends."""
        if not self._line.is_soft(at) and not self._goes_on_behind(at, draft):
            return None
        if sight := self._sights.get(at):
            draft.places.append(sight.mention)
            draft.stop = sight.stop
            return sight.stop
        if self._line.words[at] in self._words.pieces and (piece := self._piece(at, head, draft)):
            draft.stop = piece
            return piece
        return self._link(at, head, draft)

    def _piece(self, at: int, head: Head, draft: _Draft) -> int | None:
        line, words = self._line, self._words
        if ministry := words.ministries.at(line, at) if draft.body == "ministry" or head.name == "minister" else None:
            draft.ministry, draft.body = draft.ministry or ministry[0], draft.body or "ministry"
            return ministry[1]
        body = words.bodies.at(line, at)
        if body and not (head.name in _OF_A_PLACE and self._is_second(at)):
            # «معاون امور شورای شهرداری»: the last body is the one served.
            draft.inner = body[0] if body[0] != "committee" else draft.inner
            draft.body = draft.body or body[0]
            return body[1]
        if foreign := words.international.at(line, at):
            draft.international = True
            return foreign[1]
        described = words.describing.at(line, at)
        if described is None or self._begins_clause(at):
            return None
        return described[1]

    def _is_second(self, at: int) -> bool:
        """Whether a head of its own begins here: «شهردار شهردار» is never one role."""
        return self._words.heads.at(self._line, at) is not None

    def _begins_clause(self, at: int) -> bool:
        # «شهر» before a name of a place is a part of the role, «بین» before one is a preposition.
        return self._is_barred(at) and at + 1 in self._sights

    def _link(self, at: int, head: Head, draft: _Draft) -> int | None:
        word = self._line.word(at)
        if word == self._words.joiner:
            return at + 1 if self._line.is_soft(at + 1) and self._may_join(at + 1) else None
        if word == self._words.held_in_word and head.name in self._words.held_in:
            following = self._line.word(at + 1)
            return at + 1 if at + 1 in self._sights or following in self._words.affairs else None
        # «شهردار منطقه ۵», but not «شهردار تهران ۲۷ آذر»
        if word.isdecimal() and len(word) < 3 and not draft.places:
            draft.stop = at + 1
            return at + 1
        if self._is_barred(at):
            return None
        if head.name in _OF_A_PLACE and not draft.places and draft.stop == at:
            return self._unknown_place(at, draft)
        return self._bridge(at) if head.name not in _OF_A_PLACE else None

    def _may_join(self, at: int) -> bool:
        """Whether a role goes on behind «و»: with a word of roles that is no head of its own."""
        line, words = self._line, self._words
        if at >= len(line) or words.heads.at(line, at):
            return False
        known: Sequence[object] = (
            words.describing.at(line, at), words.bodies.at(line, at), words.international.at(line, at),
            words.ministries.at(line, at),
        )  # fmt: skip
        return any(known)

    def _goes_on_behind(self, at: int, draft: _Draft) -> bool:
        """Whether a role goes on behind a comma («کمیسیون اقتصاد، گردشگری و … شورا») or a quotation mark."""
        sign = self._line.sign(at)
        if sign == "":
            return at in self._sights
        if sign not in _COMMAS or draft.places or draft.body not in ("committee", "ministry", ""):
            return False
        return self._may_join(at) and self._bodies_ahead(at)

    def _bodies_ahead(self, at: int) -> bool:
        line, words = self._line, self._words
        for index in range(at + 1, min(at + 1 + _LONGEST // 2, len(line))):
            if not line.is_soft(index) or words.heads.at(line, index):
                return False
            if words.bodies.at(line, index):
                return True
        return False

    def _unknown_place(self, at: int, draft: _Draft) -> int | None:
        """One word that no list knows after «شهردار»: a town that the gazetteer lacks."""
        after = at + 1
        if after < len(self._line) and self._line.is_soft(after) and not self._is_barred(after):
            return None
        draft.stop = after
        return after

    def _bridge(self, at: int) -> int | None:
        """The index of the body that follows some words that no list knows."""
        line, words = self._line, self._words
        for index in range(at + 1, min(at + 1 + _BRIDGE, len(line))):
            if not line.is_soft(index):
                return None
            if words.bodies.at(line, index):
                return index
            if line.word(index) != words.joiner and (self._is_barred(index) or words.heads.at(line, index)):
                return None
        return None

    def _code(self, head: Head, draft: _Draft) -> str:
        table = self._words.codes.get(head.name, {"": head.name})
        if draft.international and "international" in table and draft.body not in ("university", "trade", "state"):
            return table["international"]
        inner = draft.inner if head.name in ("deputy", "deputies") else draft.body
        return table.get(inner, table[""])


def city_of(role: RolePhrase) -> Place | None:
    """The last town or province that a role names."""
    found = [m.place for m in role.places if m.place and m.place.level is not Level.COUNTRY]
    return found[-1] if found else None
