"""The search: what a member may find, page by page, with why each hit is one. A bounded number of questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db import connection

from peyvand import lexicon
from peyvand.adapters.search import INDEX
from peyvand.core.search import marks
from peyvand.core.search.asked import Asked, asked
from peyvand.core.search.expression import But, Expression, Term, all_of, any_of, word
from peyvand.core.search.nearness import is_slip, sounds_like
from peyvand.core.search.snippets import Marker, Snippet
from peyvand.core.search.wanting import Meant, Wanted, filtered, names_asked, near_asked
from peyvand.lexicon.searching import endings
from peyvand.records.accounts.grants import HasRole
from peyvand.records.register.decisions import identity_at
from peyvand.records.search.kinds.every import KINDS
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.models import Item
from peyvand.records.search.seeing import visible

PAGE = 50
# Places that a question can mean at once, and those that are looked at for being nearly meant.
_MOST_MEANT, _MOST_NEAR = 12, 60
_SUGGESTED = 8
_NAMES, _ANYWHERE = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked for beside words. ``place`` is an id, ``year`` of either calendar."""

    kind: str = ""
    place: str = ""
    year: int | None = None
    language: str = ""
    standing: str = ""

    def marks(self) -> dict[str, list[str]]:
        """The marks that an item has to have one of, for each filter."""
        return {
            "kind": [marks.kind(self.kind)] if self.kind else [],
            "place": sorted(map(marks.about, identity_at().ids([self.place]))) if self.place else [],
            "year": [marks.year(self.year)] if self.year else [],
            "language": [marks.language(self.language)] if self.language else [],
            "standing": [marks.standing(self.standing)] if self.standing else [],
        }


@dataclass(frozen=True, slots=True)
class Place:
    """From where a page goes on: whether hits by name are through, and the number of the last hit."""

    tier: int = _NAMES
    after: int = -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An item found. ``by_name``: its name has all the words. ``snippets`` are of its texts; ``meant`` the places by
    another name of which it was found."""

    kind: str
    ref: str
    part: int
    found: Found
    by_name: bool
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
    filters = filters or Filters()
    if not question:
        return Results(hits=(), following=None, loose=False, meant=())
    allowed = [visible(member)]
    wanted = Wanted(question, _meant(question, allowed), loose=loose)
    if loose:
        wanted = replace(wanted, meant=(*wanted.meant, *_nearly(wanted, allowed)))
    found = _page(wanted, allowed, filters, start or Place(), limit)
    if not (found or loose or start):
        return search(typed, member, filters=filters, loose=True, limit=limit)
    following = Place(*found[limit - 1]) if len(found) > limit else None
    hits = tuple(_hits(found[:limit], wanted))
    return Results(hits=hits, following=following, loose=loose, meant=wanted.meant)


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
    allowed = [visible(member)]
    numbers = INDEX.find(connection, all_of(condition, *allowed), after=-1, limit=_SUGGESTED)
    return tuple(_hits([(_NAMES, number) for number in numbers], Wanted(whole)))


def _page(
    wanted: Wanted, allowed: Sequence[Expression], filters: Filters, start: Place, limit: int
) -> list[tuple[int, int]]:
    """The tiers and numbers of the next hits, one more than the limit where there are more."""
    chosen = filters.marks()
    found: list[tuple[int, int]] = []
    conditions: tuple[Expression, Expression] = wanted.in_names, But(wanted.anywhere, wanted.in_names)
    for tier in range(start.tier, len(conditions)):
        after = start.after if tier == start.tier else -1
        condition = filtered(all_of(conditions[tier], *allowed), chosen)
        numbers = INDEX.find(connection, condition, after=after, limit=limit + 1 - len(found))
        found += [(tier, number) for number in numbers]
        if len(found) > limit:
            break
    return found


def _meant(question: Asked, allowed: Sequence[Expression]) -> tuple[Meant, ...]:
    """The places on record that words of the question are a name of."""
    condition = all_of(word(marks.kind("place")), names_asked(question), *allowed)
    runs = list(question.runs())
    return tuple(
        _meaning(place, keys, at) for place, keys in _places(condition, _MOST_MEANT) for at, key in runs if key in keys
    )


def _nearly(wanted: Wanted, allowed: Sequence[Expression]) -> tuple[Meant, ...]:
    """Places that words are nearly a name of, where no place is meant by them."""
    condition = near_asked(wanted.asked)
    if condition is None:
        return ()
    known = {at for meant in wanted.meant for at in meant.at}
    runs = [(at, key) for at, key in wanted.asked.runs() if not known.intersection(at)]
    places = _places(all_of(word(marks.kind("place")), condition, *allowed), _MOST_NEAR)
    near = [
        replace(_meaning(place, keys, at), near=True)
        for place, keys in places
        for at, key in runs
        if _is_near(key, keys)
    ]
    return tuple(near[:_MOST_MEANT])


def _is_near(key: str, keys: frozenset[str]) -> bool:
    return any(is_slip(key, one) or sounds_like(key, one) for one in keys)


def _places(condition: Expression, limit: int) -> list[tuple[str, frozenset[str]]]:
    """Places found, each with all its names as one word each."""
    numbers = INDEX.find(connection, condition, after=-1, limit=limit)
    rows = Item.objects.filter(pk__in=numbers).order_by("pk").values_list("ref", "words")
    return [(place, frozenset(filter(None, map(marks.bare_name, words.split(" "))))) for place, words in rows]


def _meaning(place: str, keys: frozenset[str], at: range) -> Meant:
    gazetteer = lexicon.gazetteer()
    names = tuple(dict.fromkeys(gazetteer.name(place, language) for language in ("fa", "en")))
    return Meant(ids=tuple(sorted(identity_at().ids([place]))), names=names, keys=keys, at=at)


def _hits(found: Sequence[tuple[int, int]], wanted: Wanted) -> Iterable[Hit]:
    """The hits in their order. What is gone between two questions is passed over."""
    rows = {
        row[0]: row[1:]
        for row in Item.objects.filter(pk__in=[number for _, number in found]).values_list("id", "kind", "ref", "part")
    }
    shown = _shown(rows.values())
    marker = Marker(wanted)
    for tier, number in found:
        if number in rows and (rows[number][0], rows[number][1]) in shown:
            kind, ref, part = rows[number]
            yield _hit(kind, ref, part, shown[kind, ref], marker, wanted, by_name=tier == _NAMES)


def _shown(rows: Iterable[tuple[str, str, int]]) -> dict[tuple[str, str], Found]:
    by_kind: dict[str, list[str]] = {}
    for kind, ref, _ in rows:
        by_kind.setdefault(kind, []).append(ref)
    return {(kind, ref): one for kind, refs in by_kind.items() for ref, one in KINDS[kind].shown(refs).items()}


def _hit(kind: str, ref: str, part: int, found: Found, marker: Marker, wanted: Wanted, *, by_name: bool) -> Hit:
    snippets = (marker.around(text) for text in found.texts)
    ids = set(found.places)
    return Hit(
        kind=kind,
        ref=ref,
        part=part,
        found=found,
        by_name=by_name,
        name=marker.whole(found.name),
        snippets=tuple(one for one in snippets if one),
        meant=tuple(meant for meant in wanted.meant if ids.intersection(meant.ids)),
    )
