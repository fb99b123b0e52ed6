"""Whose eyes see what of the register: the office's fold of what is open to a member, the public's of all the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db.models import Q

from peyvand.records.accounts.grants import HasRole, Scope, scope_of
from peyvand.records.accounts.permissions import NotAllowed, allow, may
from peyvand.records.accounts.scopes import NONE, within
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.register.shown import Audience

_INTERNAL = "source.see_internal"


def audience_for(member: HasRole | None, places: Collection[str] = ()) -> Audience:
    """How a member sees what is of these places (ids; none: of the whole register)."""
    return Audience.OFFICE if may(member, _INTERNAL, places=places) else Audience.PUBLIC


def inner_scope(member: HasRole | None) -> Scope:
    """The part of the register of which a member sees what is internal."""
    return scope_of(member) if may(member, _INTERNAL) else Scope()


def rows_for(audience: Audience, inner: Scope, places: Sequence[str]) -> Q:
    """The rows of bonds or cities (``places`` are the columns of ids) as this audience sees them, and those within
    ``inner`` as the office does: each bond and city once."""
    if audience is Audience.OFFICE or not (inner.whole or inner.cities or inner.bonds):
        return Q(audience=audience)
    inside = within(inner, places)
    return Q(audience=Audience.OFFICE) & inside | Q(audience=Audience.PUBLIC) & ~inside


def sources_open(member: HasRole | None, permission: str = _INTERNAL) -> Q:
    """The sources on which a member has a permission, as a condition on their table.

    Open is a source that says something of a city of the member's, or of one of the member's bonds and no other; and
    what the member has brought in.
    """
    if not may(member, permission):
        return NONE
    scope = scope_of(member)
    if scope.whole:
        return ~NONE
    own = Q(member=getattr(member, "pk", None))
    for one in _by_place(scope):
        own |= Q(capture__in=one)
    return own


def is_open(member: HasRole | None, capture: str, permission: str = _INTERNAL) -> bool:
    """Whether a member has a permission on a source; as `sources_open`."""
    return Source.objects.filter(sources_open(member, permission), capture=capture).exists()


def allow_on(member: HasRole | None, permission: str, keys: Iterable[str]) -> None:
    """Raise `NotAllowed` unless the places of all these statements and claims are open to a member who may."""
    allow(member, permission)
    scope = scope_of(member)
    if scope.whole:
        return
    wanted = set(keys)
    said = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=wanted).values_list("subject", "place_a", "place_b")
    open_ones = {key for key, *places in said if scope.covers([place for place in places if place])}
    closed = {key for key, *places in said if not scope.covers([place for place in places if place])}
    if wanted - open_ones or closed:
        raise NotAllowed(permission)


def places_said(key: str) -> tuple[str, ...]:
    """The ids of the places that a statement or claim was last resolved to."""
    said = Entry.objects.filter(kind=Kind.RESOLUTION, subject=key).order_by("-number")
    return tuple(place for place in said.values_list("place_a", "place_b").first() or () if place)


def _by_place(scope: Scope) -> Iterable[Q | object]:
    """The captures, as questions to the store, of what is said within a scope."""
    resolved = Entry.objects.filter(kind=Kind.RESOLUTION)
    if scope.cities:
        said = resolved.filter(within(Scope(cities=scope.cities), ("place_a", "place_b"))).values("subject")
        yield Entry.objects.filter(key__in=said).values("subject")
    for bond in scope.bonds:
        inside = within(Scope(bonds=frozenset({bond})), ("place_a", "place_b"))
        said, other = resolved.filter(inside).values("subject"), resolved.exclude(inside).values("subject")
        told = Entry.objects.filter(key__in=said).values("subject")
        beyond = Entry.objects.filter(key__in=other, subject__in=told).values("subject")
        yield Entry.objects.filter(key__in=said).exclude(subject__in=beyond).values("subject")
