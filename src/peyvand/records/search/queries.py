"""The search: what a member may find, page by page, with why each hit is one. A bounded number of questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from django.db import connection

from peyvand import lexicon
from peyvand.adapters.search import INDEX
from peyvand.core.search import marks
from peyvand.core.search.asked import Asked, asked
from peyvand.core.search.expression import But, Expression, Term, all_of, any_of, word
from peyvand.core.search.nearness import is_slip, sounds_like
from peyvand.core.search.snippets import Marker, Snippet
from peyvand.core.search.wanting import Meant, Wanted, filtered, names_asked, near_asked
from peyvand.core.search.words import words_of
from peyvand.lexicon.searching import endings
from peyvand.records.accounts.grants import HasRole
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.identity import Identity
from peyvand.records.search.kinds.every import KINDS
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seeing import within

PAGE = 20
# Places that a question can mean at once, and those that are looked at for being nearly meant.
_MOST_MEANT, _MOST_NEAR = 12, 60
_SUGGESTED = 8
# Stretches shown of an item's texts.
_MOST_SNIPPETS = 2
_NAMES, _ANYWHERE = 0, 1
# The greatest number that an item can have.
_LAST = (1 << 63) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for beside words. ``place`` is an id, ``year`` of either calendar."""

    kind: str = ""
    place: str = ""
    year: int | None = None
    language: str = ""
    standing: str = ""

    def marks(self, places: Iterable[str]) -> dict[str, list[str]]:
        """The marks that an item has to have one of, for each filter; ``places`` are all ids that mean the place."""
        return {
            "kind": [marks.kind(self.kind)] if self.kind else [],
            "place": sorted(map(marks.about, places)),
            "year": [marks.year(self.year)] if self.year else [],
            "language": [marks.language(self.language)] if self.language else [],
            "standing": [marks.standing(self.standing)] if self.standing else [],
        }


@dataclass(frozen=True, slots=True)
class Place:
    """From where a page goes on: whether hits by name are through, and the number of the last hit."""

    tier: int = _NAMES
    after: int = -1

    @classmethod
    def read(cls, tier: str, after: str) -> Place | None:
        """The place that an address names; None for what is none."""
        known = tier in ("0", "1") and after.isdecimal() and len(after) < 20 and int(after) <= _LAST
        return cls(int(tier), int(after)) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item found. ``by_name``: its name has all the words. ``typed`` are the words as they were typed, ``snippets``
    are of its texts, and ``meant`` the places by a name of which it was found."""

    kind: str
    ref: str
    part: int
    seen: str
    found: Found
    by_name: bool
    typed: frozenset[str]
    name: Snippet
    snippets: tuple[Snippet, ...]
    meant: tuple[Meant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """A page of hits. ``following`` is where the next goes on; ``loose``: nothing has the words as they were typed,
    these are near them; ``meant`` the places that words of the question mean."""

    hits: tuple[Hit, ...]
    following: Place | None
    loose: bool
    meant: tuple[Meant, ...]


def search(
    typed: str,
    member: HasRole | None,
    *,
    filters: Filters | None = None,
    start: Place | None = None,
    loose: bool = False,
    limit: int = PAGE,
) -> Results:
    """A page of what this member (None: a visitor) may find. ``loose`` goes on with a search that was loosened."""
    question = asked(typed, endings())
    if not question:
        return Results(hits=(), following=None, loose=False, meant=())
    asking = _Asking(question, member)
    wanted = asking.wanted(loose=loose)
    found = asking.page(wanted, filters or Filters(), start or Place(), limit)
    if not (found or loose or start):
        wanted, loose = asking.wanted(loose=True), True
        found = asking.page(wanted, filters or Filters(), Place(), limit)
    last = found[limit - 1] if len(found) > limit else None
    following = Place(last.tier, last.number) if last else None
    return Results(hits=tuple(_hits(found[:limit], wanted)), following=following, loose=loose, meant=wanted.meant)


def suggest(typed: str, member: HasRole | None) -> tuple[Hit, ...]:
    """A few things whose names begin as typed: places, bonds, cases, people."""
    question = asked(typed, endings())
    if not question:
        return ()
    *done, last = question.chunks
    whole = Asked((*done, replace(last, begins=True)))
    begun = Term((last.glued,), begins=True)
    options = [any_of(*map(marks.in_name, whole.options(at))) for at in range(len(done))]
    run = Term(("".join(chunk.glued for chunk in question.chunks),), begins=True)
    condition = any_of(all_of(*options, marks.in_name(begun)), marks.in_name(run))
    return tuple(_hits(_find(_NAMES, within(condition, member), -1, _SUGGESTED), Wanted(whole)))


@dataclass(frozen=True)
class _Asking:
    """One question of a member, or of a visitor."""

    question: Asked
    member: HasRole | None

    @cached_property
    def identity(self) -> Identity:
        """Which ids mean one place: asked only where places are in question."""
        return identity_at()

    def wanted(self, *, loose: bool) -> Wanted:
        """What the index is asked for: with the places that words mean, or nearly mean."""
        meant = tuple(sorted(self._meant(), key=lambda one: one.at.start))
        return Wanted(self.question, (*meant, *self._nearly(meant)) if loose else meant, loose=loose)

    def page(self, wanted: Wanted, filters: Filters, start: Place, limit: int) -> list[_Row]:
        """The next hits, one more than the limit where there are more."""
        places = self.identity.ids([filters.place]) if filters.place else ()
        chosen = filters.marks(places)

        def ask(tier: int, wanted: Expression, after: int, how_many: int) -> list[_Row]:
            return _find(tier, within(filtered(wanted, chosen), self.member), after, how_many)

        if start.tier == _ANYWHERE:
            return ask(_ANYWHERE, But(wanted.anywhere, wanted.in_names), start.after, limit + 1)
        named = ask(_NAMES, wanted.in_names, start.after, limit + 1)
        if len(named) > limit:
            return named
        if start.after >= 0:
            return named + ask(_ANYWHERE, But(wanted.anywhere, wanted.in_names), -1, limit + 1 - len(named))
        # All that have the words in their names are at hand: they need not be looked for twice.
        known = {row.number for row in named}
        said = ask(_ANYWHERE, wanted.anywhere, -1, limit + 1)
        return (named + [row for row in said if row.number not in known])[: limit + 1]

    def _meant(self) -> Iterator[Meant]:
        """The places on record that words of the question are a name of."""
        runs = list(self.question.runs())
        for place, keys in self._places(names_asked(self.question), _MOST_MEANT):
            yield from (self._meaning(place, keys, at) for at, key in runs if key in keys)

    def _nearly(self, meant: Sequence[Meant]) -> list[Meant]:
        """Places that words are nearly a name of, where no place is meant by them."""
        condition = near_asked(self.question)
        known = {at for one in meant for at in one.at}
        runs = [(at, key) for at, key in self.question.runs() if not known.intersection(at)]
        if condition is None or not runs:
            return []
        near = [
            replace(self._meaning(place, keys, at), near=True)
            for place, keys in self._places(condition, _MOST_NEAR)
            for at, key in runs
            if any(is_slip(key, one) or sounds_like(key, one) for one in keys)
        ]
        return near[:_MOST_MEANT]

    def _places(self, condition: Expression, limit: int) -> list[tuple[str, frozenset[str]]]:
        """Places found, each with all its names as one word each."""
        whole = within(all_of(word(marks.kind("place")), condition), self.member)
        rows = INDEX.find(connection, whole, after=-1, limit=limit, columns=("ref", "words"))
        return [(place, frozenset(filter(None, map(marks.bare_name, words.split(" "))))) for place, words in rows]

    def _meaning(self, place: str, keys: frozenset[str], at: range) -> Meant:
        gazetteer = lexicon.gazetteer()
        names = tuple(dict.fromkeys(gazetteer.name(place, language) for language in ("fa", "en")))
        ids = (place, *sorted(self.identity.ids([place]) - {place}))
        typed = self.question.typed(at)
        is_shown = "".join(words_of(typed)) in {"".join(words_of(name)) for name in names}
        return Meant(ids=ids, names=names, keys=keys, at=at, typed=typed, is_shown=is_shown)


class _Row(NamedTuple):
    """A hit as the index gives it."""

    tier: int
    number: int
    kind: str
    ref: str
    part: int
    seen: str


def _find(tier: int, condition: Expression, after: int, limit: int) -> list[_Row]:
    columns = ("id", "kind", "ref", "part", "seen")
    return [_Row(tier, *row) for row in INDEX.find(connection, condition, after=after, limit=limit, columns=columns)]


def _hits(found: Sequence[_Row], wanted: Wanted) -> Iterable[Hit]:
    """The hits in their order. What is gone between two questions is passed over."""
    by_kind: dict[str, list[str]] = {}
    for row in found:
        by_kind.setdefault(row.kind, []).append(row.ref)
    shown = {kind: KINDS[kind].shown(refs) for kind, refs in by_kind.items()}
    marker = Marker(wanted)
    for row in found:
        if one := shown[row.kind].get(row.ref):
            yield _hit(row, one, marker, wanted)


def _hit(row: _Row, found: Found, marker: Marker, wanted: Wanted) -> Hit:
    name = marker.named(found.name)
    snippets = tuple(one for one in map(marker.around, found.texts) if one)[:_MOST_SNIPPETS]
    return Hit(
        kind=row.kind,
        ref=row.ref,
        part=row.part,
        seen=row.seen,
        found=found,
        by_name=row.tier == _NAMES,
        typed=wanted.asked.spellings,
        name=name,
        snippets=snippets,
        meant=tuple(_meant_in(wanted.meant, found.places, (name, *snippets))),
    )


def _meant_in(every: Iterable[Meant], places: Sequence[str], snippets: Sequence[Snippet]) -> Iterator[Meant]:
    """The places meant that an item is of, or that it calls by one of their names."""
    called: set[str] | None = None
    for meant in every:
        if not meant.is_in(places):
            called = called if called is not None else {key for one in snippets for key in map(_key, one.found)}
            if meant.keys.isdisjoint(called):
                continue
        yield meant


def _key(words: str) -> str:
    return "".join(words_of(words))
