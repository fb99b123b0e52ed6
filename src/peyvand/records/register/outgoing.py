"""The register given out: bond by bond, for any two times, with the sources of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from django.db.models import Q

from peyvand import lexicon
from peyvand.adapters.exports.model import Exported, Head, SourceLine
from peyvand.core.ledger import bond as core
from peyvand.core.ledger.policy import Policies
from peyvand.records.ledger.queries import head
from peyvand.records.places.queries import places_of, slugs_of
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.folding import fold_bonds, policies
from peyvand.records.register.gathering import about_pairs, gather, sources_of
from peyvand.records.register.identity import Identity, Pair
from peyvand.records.register.models import Bond
from peyvand.records.register.queries import today
from peyvand.records.register.rows import bond_slug, holds, read_bond
from peyvand.records.register.shown import Audience

# Bonds read and folded at once; memory grows with this, not with the register.
_STEP = 100


def export_head(*, as_of: date | None, known_at: datetime | None, licence: str, language: str) -> Head:
    """The times, the ledger and the licence that an export begins with."""
    ledger = head()
    return Head(
        as_of=as_of or today(),
        known_at=known_at,
        size=ledger.size,
        root=ledger.root,
        licence=licence,
        language=language,
    )


def outgoing(
    place_id: str | None = None,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> Iterator[Exported]:
    """The bonds of one place or of all in the order of their addresses, without those of which nothing was known."""
    rows = Bond.objects.filter(audience=audience).order_by("slug")
    if place_id is not None:
        kept = identity_at().of(place_id)
        rows = rows.filter(Q(place_a=kept) | Q(place_b=kept))
    by = policies(known_at)
    identity = identity_at(known_at) if known_at is not None else identity_at()
    for some in _steps(rows.iterator(_STEP)):
        if as_of is None and known_at is None:
            bonds = _as_stored(some, by, audience, identity)
        else:
            pairs = sorted({pair for row in some if (pair := identity.pair((row.place_a, row.place_b)))})
            bonds = _folded(pairs, as_of or today(), known_at, by, audience, identity)
        yield from _exported(bonds)


def _as_stored(rows: list[Bond], by: Policies, audience: Audience, identity: Identity) -> dict[Pair, core.Bond]:
    """What the register stores, where no day has overtaken it."""
    day = today()
    overtaken = [(row.place_a, row.place_b) for row in rows if not holds(row, day)]
    folded = _folded(overtaken, day, None, by, audience, identity) if overtaken else {}
    stored = {(row.place_a, row.place_b): read_bond(row) for row in rows if holds(row, day)}
    return {
        pair: bond for row in rows for pair in [(row.place_a, row.place_b)] if (bond := (stored | folded).get(pair))
    }


def _folded(
    pairs: list[Pair], as_of: date, known_at: datetime | None, by: Policies, audience: Audience, identity: Identity
) -> dict[Pair, core.Bond]:
    about = about_pairs(identity.pairs(pairs))
    evidence = gather(about, known_at=known_at, audience=audience, identity=identity, to_fold=True)
    return fold_bonds(evidence, as_of=as_of, by=by, pairs=[pair for pair in pairs if pair in evidence.pairs])


def _exported(bonds: dict[Pair, core.Bond]) -> Iterator[Exported]:
    told = {pair: bond for pair, bond in bonds.items() if bond.events or bond.findings}
    places = {place for pair in told for place in pair}
    known, slugs = places_of(places), {place: place for place in places} | slugs_of(places)
    sources = _sources(told.values())
    persian = {place: _persian(place) for place in places}
    for slug, pair, bond in sorted((bond_slug(pair, slugs), pair, bond) for pair, bond in told.items()):
        yield Exported(
            slug=slug,
            bond=bond,
            places=(known[pair[0]], known[pair[1]]),
            persian=(persian[pair[0]], persian[pair[1]]),
            sources={capture: sources[capture] for capture in _captures(bond)},
        )


def _sources(bonds: Iterable[core.Bond]) -> dict[str, SourceLine]:
    shown = sources_of({capture for bond in bonds for capture in _captures(bond)})
    return {
        capture: SourceLine(
            capture=capture,
            publisher=one.publisher,
            title=one.title or one.name,
            published=one.published,
            kind=str(one.kind),
            received=one.received_at,
        )
        for capture, one in shown.items()
    }


def _captures(bond: core.Bond) -> set[str]:
    return {witness.capture for event in bond.events for witness in event.witnesses}


def _persian(place: str) -> str:
    name = lexicon.gazetteer().name(place, "fa")
    return name if any("\u0600" <= letter <= "\u06ff" for letter in name) else ""


def _steps(rows: Iterable[Bond]) -> Iterator[list[Bond]]:
    rest = iter(rows)
    while some := list(islice(rest, _STEP)):
        yield some
