"""What members set of the policies: laws that forbid ties, and how long a tie may be silent; each an entry, and none of
them lost: earlier policies can be taken up again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from peyvand.core.ledger.bond import Bond as CoreBond
from peyvand.core.ledger.policy import LegalBar, Policies
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse
from peyvand.records.places.queries import places_of
from peyvand.records.register.actions import set_policies
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.folding import fold_bonds, policies, read_policies
from peyvand.records.register.gathering import gather_pairs
from peyvand.records.register.identity import Pair
from peyvand.records.register.models import Bond
from peyvand.records.register.queries import today
from peyvand.records.register.rows import read_bond
from peyvand.records.register.shown import Audience

_SHORTEST, _LONGEST = timedelta(days=30), timedelta(days=100 * 365)
# Bonds that are folded to see what other policies would make of them.
MOST_SEEN = 500


class NoSuchLaw(LookupError):
    """The policies have no law of this title."""


class CannotSet(ValueError):
    """Policies that cannot be, or that are in force already; the message says why, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Policies as they were once entered: by whom and when. ``key`` is the entry's."""

    key: str
    by: str
    at: datetime
    policies: Policies


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A bond that other policies make other: both sides' states and the codes of its findings, before and then."""

    places: Pair
    states: tuple[tuple[str, str], tuple[str, str]]
    findings: tuple[frozenset[str], frozenset[str]]


def bar(law: LegalBar, *, by: Member) -> None:
    """Add a law to the policies, in the place of another of the same title. Raises `NotAllowed`, or `CannotSet` for
    one that says nothing."""
    with writing():
        set_policies(with_law(policies(), law), by=by)


def lift(title: str, *, by: Member) -> None:
    """Take a law off the policies: it was entered by mistake. One that was repealed is entered again with its end.

    Raises `NotAllowed` or `NoSuchLaw`.
    """
    with writing():
        set_policies(without_law(policies(), title), by=by)


def set_periods(stale: timedelta, dormant: timedelta | None, *, by: Member) -> None:
    """Say after how long without evidence a tie is a finding, and after how long it is dormant (None: never). Raises
    `NotAllowed`, or `CannotSet` for what is no such period."""
    with writing():
        set_policies(with_periods(policies(), stale, dormant), by=by)


def take_up_again(key: str, *, by: Member) -> None:
    """Put policies in force again that were once entered, by their entry's key. Raises `NotAllowed` or `CannotSet`."""
    allow(by, "policy.set")
    with writing():
        body = Entry.objects.filter(kind=Kind.POLICY, key=key).values_list("body", flat=True).first()
        if body is None:
            raise CannotSet(_("There are no such policies."))
        earlier = read_policies(parse(body)["said"])
        if earlier == policies():
            raise CannotSet(_("These policies are in force."))
        set_policies(earlier, by=by)


def with_law(now: Policies, law: LegalBar) -> Policies:
    """The policies with a law more. Raises `CannotSet`."""
    if not law.law.strip():
        raise CannotSet(_("A law needs its title."))
    if law.until and law.until < law.since:
        raise CannotSet(_("A law does not end before it begins."))
    if law.binds.partition("-")[0] == law.against:
        raise CannotSet(_("A law of this kind is against another country."))
    if law in now.bars:
        raise CannotSet(_("This law is on record."))
    others = tuple(one for one in now.bars if one.law != law.law)
    return replace(now, bars=(*others, law))


def without_law(now: Policies, title: str) -> Policies:
    """The policies without a law. Raises `NoSuchLaw`."""
    others = tuple(one for one in now.bars if one.law != title)
    if len(others) == len(now.bars):
        raise NoSuchLaw(_("No law is on record as “%s”.") % title)
    return replace(now, bars=others)


def with_periods(now: Policies, stale: timedelta, dormant: timedelta | None) -> Policies:
    """The policies with other periods. Raises `CannotSet`."""
    if not all(_SHORTEST <= period <= _LONGEST for period in (stale, dormant or stale)):
        raise CannotSet(_("A period lasts from 30 days to a hundred years."))
    changed = replace(now, stale_after=stale, dormant_after=dormant)
    if changed == now:
        raise CannotSet(_("These periods are in force."))
    return changed


def entered() -> list[Entered]:
    """All policies that were ever entered, the last first; those in force are the first."""
    rows = Entry.objects.filter(kind=Kind.POLICY, subject="").order_by("-number").select_related("member")
    return [
        Entered(key=row.key, by=str(row.member), at=row.recorded_at, policies=read_policies(parse(row.body)["said"]))
        for row in rows
    ]


def consequences(new: Policies) -> tuple[list[Consequence], int]:
    """The bonds of which other policies would make something else, and how many were looked at: those that a law that
    comes or goes can touch, or else as many as `MOST_SEEN`. Nothing is written."""
    now = policies()
    wanted = _touched(now, new)
    identity = identity_at()
    found: list[Consequence] = []
    for start in range(0, len(wanted), 100):
        rows = wanted[start : start + 100]
        evidence = gather_pairs([(row.place_a, row.place_b) for row in rows], identity=identity)
        folded = fold_bonds(evidence, as_of=today(), by=new, pairs=[(row.place_a, row.place_b) for row in rows])
        found += _changed(rows, folded)
    return found, len(wanted)


def _touched(now: Policies, new: Policies) -> list[Bond]:
    rows = Bond.objects.filter(audience=Audience.OFFICE).order_by("slug")
    if (now.stale_after, now.dormant_after) != (new.stale_after, new.dormant_after):
        return list(rows[:MOST_SEEN])
    countries = {code for law in set(now.bars) ^ set(new.bars) for code in (law.binds.partition("-")[0], law.against)}
    return list(rows.filter(pk__in=_between(countries)[:MOST_SEEN]))


def _between(countries: set[str]) -> list[int]:
    """The rows of bonds of which both places lie in these countries."""
    pairs = list(Bond.objects.filter(audience=Audience.OFFICE).values_list("pk", "place_a", "place_b"))
    places = places_of({place for _pk, *pair in pairs for place in pair})
    return [pk for pk, first, second in pairs if {places[first].country, places[second].country} <= countries]


def _changed(rows: Iterable[Bond], folded: dict[Pair, CoreBond]) -> Iterator[Consequence]:
    for row in rows:
        before, then = read_bond(row), folded[row.place_a, row.place_b]
        made = Consequence(
            places=(row.place_a, row.place_b),
            states=(_states(before), _states(then)),
            findings=(_codes(before), _codes(then)),
        )
        if made.states[0] != made.states[1] or made.findings[0] != made.findings[1]:
            yield made


def _states(bond: CoreBond) -> tuple[str, str]:
    return str(bond.sides[0].standing.state), str(bond.sides[1].standing.state)


def _codes(bond: CoreBond) -> frozenset[str]:
    return frozenset(finding.code for finding in bond.findings)
