"""What a member's grants open: the whole office, cities with their bonds, or named bonds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from django.utils import timezone

from peyvand.records.accounts.models import Grant, Member
from peyvand.records.accounts.roles import Role

_KEPT = "_scope_of_the_day"


class HasRole(Protocol):
    """A member, or a visitor who has no role."""

    @property
    def is_active(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the office's record: all of it, or what concerns some cities (place ids) or is of some bonds."""

    whole: bool = False
    cities: frozenset[str] = frozenset()
    bonds: frozenset[frozenset[str]] = frozenset()

    def covers(self, places: Collection[str]) -> bool:
        """Whether a thing of these places lies in it: one that concerns a city, or one of exactly the two of a bond."""
        return self.whole or not self.cities.isdisjoint(places) or frozenset(places) in self.bonds


_ALL, _NOTHING = Scope(whole=True), Scope()


def scope_of(member: HasRole | None) -> Scope:
    """What is open to a member today. Asks the store once for each member object and day.

    Nobody was ever granted anything: the whole office to every role but a partner's. Once there was a grant, those in
    force alone count: one that has run out does not fall back to the whole.
    """
    if not isinstance(member, Member) or not member.is_active:
        return _NOTHING
    today = timezone.localdate()
    kept: tuple[date, Scope] | None = member.__dict__.get(_KEPT)
    if kept is None or kept[0] != today:
        kept = today, _asked(member, today)
        member.__dict__[_KEPT] = kept
    return kept[1]


def forget_scope(member: Member) -> None:
    """Ask the store anew for this member, after a change."""
    member.__dict__.pop(_KEPT, None)


def _asked(member: Member, today: date) -> Scope:
    grants = list(Grant.objects.filter(member=member).select_related("end"))
    is_partner = member.role == Role.PARTNER
    if not grants:
        return _NOTHING if is_partner else _ALL
    return _opened((one for one in grants if is_in_force(one, today)), bonds_only=is_partner)


def is_in_force(grant: Grant, day: date) -> bool:
    """Whether a grant opens anything on a day."""
    end = getattr(grant, "end", None)
    return grant.since <= day and (grant.until is None or day <= grant.until) and (end is None or day < end.on)


def _opened(grants: Iterable[Grant], *, bonds_only: bool) -> Scope:
    """A partner sees named bonds and nothing wider, whatever the rows say."""
    cities, bonds = set[str](), set[frozenset[str]]()
    for one in grants:
        if one.place and one.partner:
            bonds.add(frozenset((one.place, one.partner)))
        elif bonds_only:
            continue
        elif one.place:
            cities.add(one.place)
        else:
            return _ALL
    return Scope(cities=frozenset(cities), bonds=frozenset(bonds))
