"""The register follows the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from peyvand.adapters.engines.bulk import insert_rows, much_at_once
from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.ledger import following
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import policies_draft
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.register.building import Building, resolved, some
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.folding import policies
from peyvand.records.register.identity import Pair, pair_of
from peyvand.records.register.models import Bond, City

_AT_ONCE = 500


def refold(keys: Iterable[str]) -> None:
    """Fold again what the items of these keys (statements, claims) touch. Called by whoever enters a verdict, in the
    same transaction, so that a crash never leaves ledger and register apart."""
    pairs: set[Pair] = set()
    places: set[str] = set()
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        resolved = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=some)
        for pair in resolved.values_list("place_a", "place_b"):
            places.update(place for place in pair if place)
            if all(pair):
                pairs.add(pair_of(pair))
    if places:
        _fold(pairs, places)


def refold_bonds(pairs: Iterable[Pair], places: Iterable[str] = ()) -> None:
    """Fold again these bonds and what these places' own pages say. For whoever enters a decision, as `refold`."""
    wanted = set(pairs)
    _fold(wanted, {place for pair in wanted for place in pair} | set(places))


def refold_places(places: Iterable[str]) -> None:
    """Fold again every bond of these places. For whoever says that ids mean one place, or no longer do, as `refold`."""
    wanted = list(places)
    of_them = Entry.objects.filter(Q(place_a__in=wanted) | Q(place_b__in=wanted), kind=Kind.RESOLUTION)
    resolved = set(of_them.values_list("place_a", "place_b"))
    _fold(
        {pair_of(pair) for pair in resolved if all(pair)}, {*wanted, *(one for pair in resolved for one in pair if one)}
    )


def rebuild() -> None:
    """Drop the register and build it from the ledger: the same rows as before."""
    with much_at_once(connection), writing():
        Bond.objects.all().delete()
        City.objects.all().delete()
        building = _building()
        _store(building, *resolved(building.identity))
        following.touch(following.REGISTER, ("all",))


def refresh() -> int:
    """Fold again what a new day has changed; how many places it touches. For a worker, each night."""
    today = timezone.localdate()
    due = Q(holds_until__lte=today) | Q(folded_for__gt=today)
    with writing():
        pairs = set(Bond.objects.filter(due).values_list("place_a", "place_b"))
        places = set(City.objects.filter(due).values_list("place", flat=True)).union(*pairs)
        if places:
            _fold(pairs, places)
    return len(places)


def set_policies(new: Policies, *, by: Member) -> None:
    """Enter new policies and fold everything by them. Raises `NotAllowed`, or ValueError where nothing would count."""
    allow(by, "policy.set")
    if not new.count_rules:
        raise ValueError("policies need at least one rule to count by")
    with writing():
        last = (
            Entry.objects.filter(kind=Kind.POLICY, subject="").order_by("-number").values_list("key", flat=True).first()
        )
        append([policies_draft(new, follows=last)], by=by)
        record(by, "policy.set")
        rebuild()


def _fold(pairs: set[Pair], places: set[str]) -> None:
    """Fold these pairs and the counts of these places; the places' other bonds are taken as they are stored."""
    building = _building()
    kept = {one for pair in pairs if (one := building.identity.pair(pair))}
    kept_places = {building.identity.of(place) for place in places}
    for pairs_gone in some(sorted(pairs | kept), _AT_ONCE):
        touched = Bond.objects.filter(place_a__in={a for a, _ in pairs_gone}).values_list("pk", "place_a", "place_b")
        Bond.objects.filter(pk__in=[pk for pk, *pair in touched if tuple(pair) in set(pairs_gone)]).delete()
    for places_gone in some(sorted(places | kept_places), _AT_ONCE):
        City.objects.filter(place__in=places_gone).delete()
    _store(building, sorted(kept), sorted(kept_places))
    following.touch(following.PAIR, (" ".join(pair) for pair in pairs | kept))
    following.touch(following.PLACE, places | kept_places)


def _building() -> Building:
    return Building(timezone.localdate(), policies(), identity_at())


def _store(building: Building, pairs: Iterable[Pair], places: Iterable[str]) -> None:
    """Write the rows of these pairs and places."""
    for bonds in building.bonds(pairs):
        insert_rows(connection, Bond, map(_values, bonds))
    for cities in building.cities(places):
        insert_rows(connection, City, map(_values, cities))


def _values(row: Bond | City) -> list[object]:
    """The values of a row as its columns take them."""
    fields = row._meta.concrete_fields[1:]
    return [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
