"""The register follows the ledger."""

from __future__ import annotations

from collections.abc import Iterable
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
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.folding import policies
from peyvand.records.register.gathering import about_pairs, about_places, claims_on, everything, gather
from peyvand.records.register.identity import Pair, pair_of
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import Folding
from peyvand.records.register.shown import Audience

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
    with writing():
        Bond.objects.all().delete()
        City.objects.all().delete()
        evidence = gather(everything(), to_fold=True)
        _store(evidence, None, {place for pair in evidence.pairs for place in pair} | evidence.claimed)


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
        last = Entry.objects.filter(kind=Kind.POLICY, subject="").order_by("-number").values_list("key", flat=True).first()
        append([policies_draft(new, follows=last)], by=by)
        rebuild()


def _fold(pairs: set[Pair], places: set[str]) -> None:
    """Fold these pairs and the counts of these places; the places' other bonds are taken as they are stored."""
    identity = identity_at()
    kept = {one for pair in pairs if (one := identity.pair(pair))}
    kept_places = {identity.of(place) for place in places}
    ids = identity.ids(kept_places)
    evidence = gather(_about(identity.pairs(kept), ids), identity=identity, to_fold=True)
    if evidence.claimed & kept_places:
        # A claimed count is held against all bonds of its city on the claim's own day.
        about = about_places(ids) if len(ids) <= _AT_ONCE else everything()
        evidence = gather(about, identity=identity, to_fold=True)
    gone = pairs | kept
    touched = Bond.objects.filter(place_a__in={a for a, _ in gone}).values_list("pk", "place_a", "place_b")
    Bond.objects.filter(pk__in=[pk for pk, *pair in touched if tuple(pair) in gone]).delete()
    City.objects.filter(place__in=places | kept_places).delete()
    _store(evidence, kept, kept_places)


def _about(pairs: set[Pair], places: set[str]) -> Q:
    # A question that names very many places is slower than reading everything, and the store takes only so many.
    if len(pairs) > _AT_ONCE or len(places) > _AT_ONCE:
        return everything()
    return about_pairs(pairs) | claims_on(places)


def _store(evidence: Evidence, pairs: set[Pair] | None, places: set[str]) -> None:
    """Write the rows of these pairs (None: all) and places, for each audience."""
    today = timezone.localdate()
    by = policies()
    publish({place for pair in evidence.pairs for place in pair} | evidence.claimed)
    for audience in Audience:
        seen = evidence.for_public() if audience is Audience.PUBLIC else evidence
        stored = _stored(audience, places) if pairs is not None else []
        folding = Folding(seen, audience, today, by, pairs, stored)
        bonds = folding.bond_rows()
        City.objects.bulk_create(folding.city_rows(places, bonds))
        Bond.objects.bulk_create(bonds)


def _stored(audience: Audience, places: set[str]) -> list[Bond]:
    return list(Bond.objects.filter(Q(place_a__in=places) | Q(place_b__in=places), audience=audience))
