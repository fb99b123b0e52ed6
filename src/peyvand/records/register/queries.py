"""The register, asked. Every answer holds for two times: ``as_of`` (when it was so; None is today) and ``known_at``
(when we knew; None is all that is known). Each function asks a bounded number of questions, whatever the size."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Q, Sum
from django.utils import timezone

from peyvand.core.ledger import bond as core
from peyvand.core.ledger.words import Modality
from peyvand.records.accounts.grants import Scope
from peyvand.records.ledger.models import Source
from peyvand.records.ledger.queries import head
from peyvand.records.places.models import PlaceSlug
from peyvand.records.places.queries import places_of, slugs_of
from peyvand.records.register.building import Building, resolved
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.folding import CityState, fold_bonds, fold_city, policies, ties_of
from peyvand.records.register.gathering import (
    about_pairs,
    about_places,
    about_source,
    claims_on,
    gather,
    sources_of,
)
from peyvand.records.register.identity import Pair, pair_of
from peyvand.records.register.models import Bond, City
from peyvand.records.register.reach import rows_for
from peyvand.records.register.rows import bond_slug, holds, read_bond, read_city, text_of
from peyvand.records.register.shown import (
    AsOf,
    Audience,
    BondBrief,
    BondView,
    CityBrief,
    CityView,
    FoundOn,
    Happening,
    HomeView,
    PlaceShown,
    SourceView,
)

_Row = TypeVar("_Row", Bond, City)
_CITIES_ON_HOME = 24
_BONDS_WITH_NEWS = 12
_HAPPENINGS = 10
_NOTHING = Scope()


def today() -> date:
    """The day it is where the office is."""
    return timezone.localdate()


def home(*, audience: Audience = Audience.PUBLIC, inner: Scope = _NOTHING) -> HomeView:
    """The first page. ``inner``: of what lies in it, the office's fold is shown to whatever audience."""
    bonds = Bond.objects.filter(rows_for(audience, inner, ("place_a", "place_b")))
    news = list(bonds.filter(newest__gte=0).order_by("-newest")[:_BONDS_WITH_NEWS])
    shown = placed(place for row in news for place in (row.place_a, row.place_b))
    totals = bonds.aggregate(statements=Sum("statements"))
    return HomeView(
        cities=cities(audience=audience, inner=inner, limit=_CITIES_ON_HOME),
        recent=_recent(news, shown),
        bonds=bonds.count(),
        statements=totals["statements"] or 0,
        when=_when(None, None),
    )


def city(
    place_id: str,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> CityView | None:
    """One place with its bonds and counts; None where this audience knows nothing of it."""
    now = identity_at()
    row = City.objects.filter(audience=audience, place=now.of(place_id)).first()
    if row is None and known_at is None:
        return None
    identity = now if known_at is None else identity_at(known_at)
    place_id = identity.of(place_id)
    when = _when(as_of, known_at)
    stored = _stored(row, place_id, audience) if row and as_of is None and known_at is None else None
    ids = identity.ids([place_id])
    if stored:
        bonds, state = stored
        evidence = gather(claims_on(ids), audience=audience, identity=identity)
    else:
        about = about_places(ids)
        evidence = gather(about, known_at=known_at, audience=audience, identity=identity, to_fold=True)
        bonds, state = _fold_city(place_id, evidence, when)
    if row is None and not (bonds or evidence.claimed & {place_id}):
        # What was known once of a place stays known of that time, though all of it was taken back since.
        return None
    shown = placed([place_id, *(place for pair in bonds for place in pair)])
    return CityView(
        place=shown[place_id],
        bonds=_briefs(place_id, bonds, shown),
        counts=state.counts,
        claims=tuple(claim for claim in evidence.claims.values() if claim.city == place_id),
        findings=state.findings,
        settled=state.settled,
        differences=state.differences,
        sources=sources_of(_captures(bonds.values()) | {claim.capture for claim in evidence.claims.values()}),
        when=when,
    )


def bond(
    which: str | Pair,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> BondView | None:
    """One bond, by its address or its two place ids in any order; None where this audience knows of none."""
    asked = pair_at(which) if isinstance(which, str) else pair_of(which)
    now = identity_at()
    pair = now.pair(asked) if asked else None
    if pair is None:
        return None
    stored = Bond.objects.filter(audience=audience, place_a=pair[0], place_b=pair[1]).exists()
    if not stored and known_at is None:
        return None
    identity = now if known_at is None else identity_at(known_at)
    pair = (asked and identity.pair(asked)) or pair
    when = _when(as_of, known_at)
    about = about_pairs(identity.pairs([pair]))
    evidence = gather(about, known_at=known_at, audience=audience, identity=identity, to_fold=True)
    if not stored and pair not in evidence.pairs:
        # What was known once of a pair stays known of that time, though all of it was taken back since.
        return None
    folded = fold_bonds(evidence, as_of=when.as_of, by=policies(known_at), pairs=[pair])[pair]
    shown = placed(pair)
    return BondView(
        slug=bond_slug(pair, {place: shown[place].slug for place in pair}),
        bond=folded,
        places=(shown[pair[0]], shown[pair[1]]),
        statements=evidence.statements_on(pair),
        sources=evidence.sources,
        claims=tuple(evidence.claims.values()),
        areas=tuple(evidence.areas.values()),
        when=when,
    )


def source(capture: str, *, audience: Audience = Audience.PUBLIC, proposed: bool = True) -> SourceView | None:
    """One source with its text and what was read in it; None where this audience may not see it.

    The public sees a public source with an accepted statement or claim; the office sees everything, but for members who
    see no proposals (``proposed``): for them too something has to be accepted.
    """
    text = Source.objects.filter(capture=capture).values_list("text", flat=True).first()
    if text is None:
        return None
    evidence = gather(about_source(capture), audience=audience)
    if not proposed:
        evidence = evidence.accepted()
    facts = evidence.sources.get(capture) if audience is Audience.PUBLIC else sources_of({capture})[capture]
    read = [*evidence.statements.values(), *evidence.claims.values(), *evidence.areas.values()]
    if facts is None or ((audience is Audience.PUBLIC or not proposed) and not read):
        return None
    pairs = {pair_of(shown.resolution.places) for shown in evidence.statements.values()}
    pairs |= {pair_of(area.places) for area in evidence.areas.values()}
    claimed = {place for claim in evidence.claims.values() for place in (claim.city, claim.partner) if place}
    shown = placed({place for pair in pairs for place in pair} | claimed)
    return SourceView(
        source=facts,
        text=text,
        statements=tuple(sorted(evidence.statements.values(), key=lambda one: (one.span, one.key))),
        claims=tuple(sorted(evidence.claims.values(), key=lambda one: (one.span, one.key))),
        areas=tuple(sorted(evidence.areas.values(), key=lambda one: (one.span, one.key))),
        bonds=_published_bonds(pairs, audience),
        places=shown,
        when=_when(None, None),
    )


def cities(
    *, audience: Audience = Audience.PUBLIC, inner: Scope = _NOTHING, limit: int | None = None
) -> tuple[CityBrief, ...]:
    """The cities with a bond or a claimed count, those with most sister cities first; ``inner`` as for `home`."""
    seen = City.objects.filter(rows_for(audience, inner, ("place",)))
    rows = list(seen.order_by("-sisters", "-bonds", "place")[:limit])
    shown = placed(row.place for row in rows)
    return tuple(CityBrief(place=shown[row.place], bonds=row.bonds, count=read_city(row).counts[0]) for row in rows)


def texts(captures: Iterable[str]) -> dict[str, str]:
    """The captured texts of sources that an answer of this register named to its audience."""
    return dict(Source.objects.filter(capture__in=set(captures)).values_list("capture", "text"))


def said(keys: Iterable[str]) -> Evidence:
    """The statements and claims of these keys with their sources, for whoever shows what an answer refers to."""
    return gather(Q(key__in=list(dict.fromkeys(keys))))


def findings(
    place_id: str | None = None, *, audience: Audience = Audience.OFFICE, settled: bool = False
) -> list[FoundOn]:
    """What contradicts, lacks or is due, on one place or on all, as the register stands; bonds first. ``settled``: what
    members have settled of it."""
    bonds, cities = Bond.objects.filter(audience=audience), City.objects.filter(audience=audience)
    if place_id is not None:
        bonds, cities = bonds.filter(_of(place_id)), cities.filter(place=place_id)
    bond_rows, city_rows = list(bonds.order_by("slug")), list(cities.order_by("place"))
    shown = placed({p for row in bond_rows for p in (row.place_a, row.place_b)} | {row.place for row in city_rows})
    on_bonds = [
        FoundOn(finding=finding, places=(shown[row.place_a], shown[row.place_b]), slug=row.slug)
        for row in bond_rows
        for finding in _found(read_bond(row), settled)
    ]
    return on_bonds + [
        FoundOn(finding=finding, places=(shown[row.place],), slug=None)
        for row in city_rows
        for finding in _found(read_city(row), settled)
    ]


def _found(state: core.Bond | CityState, settled: bool) -> tuple[core.Finding, ...]:
    return state.settled if settled else state.findings


def unfolded() -> list[str]:
    """What the register stores otherwise than a fold of the ledger gives: addresses of bonds, ids of places. Empty when
    all is well; rows that a new day has overtaken are left out."""
    identity = identity_at()
    building = Building(today(), policies(), identity)
    bonds, cities = Bond.objects.values_list("audience", "slug"), City.objects.values_list("audience", "place")
    pairs, places = resolved(identity)
    unasked, wrong = {*bonds, *cities}, set[str]()
    for rows in building.bonds(pairs):
        stored = {(row.audience, row.slug): row for row in Bond.objects.filter(slug__in={row.slug for row in rows})}
        wrong |= _differing({(row.audience, row.slug): row for row in rows}, stored)
        unasked -= stored.keys()
    for folded in building.cities(places):
        known = {(row.audience, row.place): row for row in City.objects.filter(place__in={row.place for row in folded})}
        wrong |= _differing({(row.audience, row.place): row for row in folded}, known)
        unasked -= {(row.audience, row.place) for row in folded}
    return sorted(wrong | {name for _, name in unasked})


def _differing(folded: Mapping[tuple[str, str], _Row], stored: Mapping[tuple[str, str], _Row]) -> set[str]:
    """The names of rows that are missing or say something else."""
    day = today()
    return {on[1] for on, row in folded.items() if on not in stored or _changed(stored[on], row, day)}


def _changed(stored: Bond | City, folded: Bond | City, day: date) -> bool:
    """Whether a row that should still hold says something else than a fold on that day."""
    return holds(stored, day) and _said(stored) != _said(folded)


def _said(row: Bond | City) -> list[object]:
    names = ("place_a", "place_b", "members", "statements", "newest", "place", "bonds", "sisters")
    try:
        text = text_of(row)
    except ValueError:
        text = b""
    return [text, *(getattr(row, name, None) for name in names)]


def _when(as_of: date | None, known_at: datetime | None) -> AsOf:
    return AsOf(as_of=as_of or today(), known_at=known_at, head=head())


def _of(place_id: str) -> Q:
    return Q(place_a=place_id) | Q(place_b=place_id)


def placed(place_ids: Iterable[str]) -> dict[str, PlaceShown]:
    """The places of these ids with their addresses."""
    wanted = set(place_ids)
    slugs = slugs_of(wanted)
    return {
        place_id: PlaceShown(place=place, slug=slugs.get(place_id, "")) for place_id, place in places_of(wanted).items()
    }


def pair_at(slug: str) -> Pair | None:
    """The two place ids that a bond's address means; None where it is none."""
    found = dict(PlaceSlug.objects.filter(slug__in=slug.split("--")).values_list("slug", "place_id"))
    places = [found[word] for word in slug.split("--") if word in found]
    # A bond has one address: the two places the other way round are none.
    return (places[0], places[1]) if len(places) == 2 and tuple(places) == pair_of(places) else None


def _stored(row: City, place_id: str, audience: Audience) -> tuple[dict[Pair, core.Bond], CityState] | None:
    """What the register stores on a place, unless a new day has overtaken it."""
    day = today()
    rows = list(Bond.objects.filter(_of(place_id), audience=audience).order_by("place_a", "place_b"))
    if not (holds(row, day) and all(holds(one, day) for one in rows)):
        return None
    return {(one.place_a, one.place_b): read_bond(one) for one in rows}, read_city(row)


def _fold_city(place_id: str, evidence: Evidence, when: AsOf) -> tuple[dict[Pair, core.Bond], CityState]:
    by = policies(when.known_at)
    bonds = {pair: one for pair, one in fold_bonds(evidence, as_of=when.as_of, by=by).items() if place_id in pair}
    ties = ties_of(place_id, bonds.values(), by)
    return bonds, fold_city(place_id, evidence, ties, as_of=when.as_of, by=by)


def _briefs(place_id: str, bonds: Mapping[Pair, core.Bond], shown: Mapping[str, PlaceShown]) -> tuple[BondBrief, ...]:
    briefs = []
    for pair, one in bonds.items():
        own, other = one.sides if pair[0] == place_id else one.sides[::-1]
        slug = bond_slug(pair, {place: shown[place].slug for place in pair})
        briefs.append(BondBrief(slug=slug, bond=one, other=shown[other.place], own_side=own, other_side=other))
    return tuple(briefs)


def _captures(bonds: Iterable[core.Bond]) -> set[str]:
    return {witness.capture for one in bonds for event in one.events for witness in event.witnesses}


def _published_bonds(pairs: Iterable[Pair], audience: Audience) -> dict[Pair, str]:
    """Addresses of those pairs that have a page for this audience."""
    wanted = set(pairs)
    rows = Bond.objects.filter(audience=audience, place_a__in={pair[0] for pair in wanted})
    found = rows.values_list("place_a", "place_b", "slug")
    return {(a, b): slug for a, b, slug in found if (a, b) in wanted}


def _recent(rows: Iterable[Bond], shown: Mapping[str, PlaceShown]) -> tuple[Happening, ...]:
    """The latest of what has happened or is planned, by the day by which it has happened."""
    happenings = [
        Happening(event=event, slug=row.slug, places=(shown[row.place_a], shown[row.place_b]))
        for row in rows
        for event in read_bond(row).events
        if event.latest and event.modality in (Modality.DONE, Modality.PLANNED)
    ]
    happenings.sort(key=lambda one: (one.event.latest, one.event.key), reverse=True)
    return tuple(happenings[:_HAPPENINGS])
