"""Whether a member sees a thing, and which rows of a table: one rule for pages, lists, counts, search and downloads.

A thing has places (ids: of a bond its two, of a city one) and a visibility. One thing is asked with `sees`; a list,
its count and its search go through `rows_seen`, so that they cannot disagree::

    if not sees(member, places=(row.place_a, row.place_b), visibility=row.visibility):
        raise Http404                                     # a hidden thing answers as a missing one
    Letter.objects.filter(rows_seen(member))              # columns place_a, place_b, visibility
    Contact.objects.filter(rows_seen(member, places=("place",)))
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from django.db.models import Q

from peyvand.records.accounts.grants import HasRole, Scope, scope_of
from peyvand.records.accounts.permissions import may


class Visibility(StrEnum):
    """For whom a thing is: the office, the partner of its bond too, or everybody."""

    INTERNAL = "internal"
    PARTNER = "partner"
    PUBLIC = "public"


_NEEDED = {Visibility.INTERNAL: "source.see_internal", Visibility.PARTNER: "shared.see"}
NONE = Q(pk__in=[])


def sees(member: HasRole | None, *, places: Collection[str], visibility: str) -> bool:
    """Whether a member (None: a visitor) sees a thing of these places and visibility.

    A thing without places concerns the office as a whole. An unknown visibility is a ValueError.
    """
    asked = Visibility(visibility)
    return asked is Visibility.PUBLIC or may(member, _NEEDED[asked], places=places)


def rows_seen(
    member: HasRole | None, *, places: Sequence[str] = ("place_a", "place_b"), visibility: str = "visibility"
) -> Q:
    """The rows of a table that `sees` lets this member see, as a condition for ``filter``.

    ``places`` are the columns with the one or two place ids, ``visibility`` the one with a `Visibility`. Columns of a
    joined table may be named (``bonds__place_a``); rows then come once for each join.
    """
    public = Q(**{visibility: Visibility.PUBLIC})
    if may(member, _NEEDED[Visibility.INTERNAL]):
        return public | within(scope_of(member), places)
    if may(member, _NEEDED[Visibility.PARTNER]):
        return public | Q(**{visibility: Visibility.PARTNER}) & within(scope_of(member), places)
    return public


def rows_within(member: HasRole | None, permission: str, *, places: Sequence[str] = ("place_a", "place_b")) -> Q:
    """The rows of a table without a visibility on whose places this member has a permission. As `rows_seen`."""
    return within(scope_of(member), places) if may(member, permission) else NONE


def within(scope: Scope, places: Sequence[str]) -> Q:
    """The rows whose places, in these one or two columns, lie in a scope."""
    if scope.whole:
        return ~NONE
    found = NONE
    if scope.cities:
        for column in places:
            found |= Q(**{f"{column}__in": sorted(scope.cities)})
    if len(places) == 2:
        for bond in scope.bonds:
            first, second = sorted(bond)
            found |= Q(**dict(zip(places, (first, second), strict=True)))
            found |= Q(**dict(zip(places, (second, first), strict=True)))
    return found
