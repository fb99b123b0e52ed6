"""The register follows the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import islice

from django.db.models import Q
from django.utils import timezone

from peyvand.core.ledger.policy import Policies
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import policies_draft
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.places.actions import publish
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.gathering import about_places, everything, gather
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import folded_rows
from peyvand.records.register.shown import Audience

_AT_ONCE = 500


def refold(keys: Iterable[str]) -> None:
    """Fold again what the items of these keys (statements, claims) touch. Called by whoever enters a verdict, in the
    same transaction, so that a crash never leaves ledger and register apart."""
    places: set[str] = set()
    rest = iter(keys)
    while some := list(islice(rest, _AT_ONCE)):
        resolved = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=some)
        for pair in resolved.values_list("place_a", "place_b"):
            places.update(place for place in pair if place)
    if places:
        _fold_places(places, gather(_about(places)), timezone.localdate())


def rebuild() -> None:
    """Drop the register and build it from the ledger: the same rows as before."""
    with writing():
        Bond.objects.all().delete()
        City.objects.all().delete()
        _store(gather(everything()), timezone.localdate(), None)


def refresh() -> int:
    """Fold again what a new day has changed; how many rows were due. For a worker, each night."""
    today = timezone.localdate()
    due = Q(holds_until__lte=today) | Q(folded_for__gt=today)
    with writing():
        places = set(City.objects.filter(due).values_list("place", flat=True))
        for pair in Bond.objects.filter(due).values_list("place_a", "place_b"):
            places.update(pair)
        if places:
            _fold_places(places, gather(_about(places)), today)
    return len(places)


def set_policies(new: Policies, *, by: Member) -> None:
    """Enter new policies and fold everything by them. Raises `NotAllowed`."""
    allow(by, "policy.set")
    with writing():
        last = Entry.objects.filter(kind=Kind.POLICY).order_by("-number").values_list("key", flat=True).first()
        append([policies_draft(new, follows=last)], by=by)
        rebuild()


def _about(places: Collection[str]) -> Q:
    # A question that names very many places is slower than reading everything, and the store takes only so many.
    return about_places(*places) if len(places) <= _AT_ONCE else everything()


def _fold_places(places: Collection[str], evidence: Evidence, today: date) -> None:
    Bond.objects.filter(place_a__in=places, place_b__in=places).delete()
    City.objects.filter(place__in=places).delete()
    _store(evidence, today, places)


def _store(evidence: Evidence, today: date, places: Collection[str] | None) -> None:
    """Write the rows of these places and of the bonds between them (None: all). The evidence holds all their bonds."""
    publish({place for pair in evidence.facts() | evidence.forked() for place in pair} | evidence.claimed())
    for audience in Audience:
        bonds, cities = folded_rows(evidence, audience, as_of=today, places=places)
        Bond.objects.bulk_create(bonds)
        City.objects.bulk_create(cities)
