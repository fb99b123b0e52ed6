"""The ledger read for the register: what a pair, a place or a source has, in three questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q

from peyvand.core.ledger.bond import SourceBrief
from peyvand.core.ledger.claim import AreaClaim, AreaResolution, CountClaim, CountResolution
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.verdict import Ruling, Status
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.rows import read
from peyvand.records.register.decisions import by_places, identity_at, on_bonds, standing
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.identity import Identity, Pair, pair_of
from peyvand.records.register.judgements import KEYS_AT_ONCE, Judgements
from peyvand.records.register.shown import AreaShown, Audience, ClaimShown, SourceShown, StatementShown

ITEMS = (Kind.STATEMENT, Kind.CLAIM, Kind.AREA)
_ON_ITEMS = (Kind.RESOLUTION, Kind.VERDICT, Kind.WITHDRAWAL, Kind.COPY)
# Number, kind, key, capture and body.
_Item = tuple[int, str, str, str, str]
_ITEM_FIELDS = ("number", "kind", "key", "subject", "body")
_SOURCE_FIELDS = (
    "capture", "name", "title", "publisher", "published", "kind", "language", "public", "received_at", "meta",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _StatementBody:
    said: Statement
    quote: str


@dataclass(frozen=True, slots=True)
class _ClaimBody:
    said: CountClaim
    quote: str


@dataclass(frozen=True, slots=True)
class _AreaBody:
    said: AreaClaim
    quote: str


def about_places(places: Iterable[str]) -> Q:
    """Everything that was ever resolved to one of these places."""
    wanted = list(places)
    return _resolved(Q(place_a__in=wanted) | Q(place_b__in=wanted))


def about_pairs(pairs: Iterable[Pair]) -> Q:
    """Everything that was ever resolved to one of these few pairs."""
    named = Q(pk__in=[])
    for first, second in pairs:
        named |= Q(place_a=first, place_b=second) | Q(place_a=second, place_b=first)
    return _resolved(named)


def claims_on(places: Iterable[str]) -> Q:
    """The count claims on cities."""
    return Q(kind=Kind.CLAIM) & _resolved(Q(place_a__in=list(places)))


def about_source(capture: str) -> Q:
    """Everything that was read in one source."""
    return Q(subject=capture)


def everything() -> Q:
    return Q()


def _resolved(places: Q) -> Q:
    return Q(key__in=Entry.objects.filter(places, kind=Kind.RESOLUTION).values("subject"))


def gather(
    about: Q,
    *,
    known_at: datetime | None = None,
    audience: Audience = Audience.OFFICE,
    identity: Identity | None = None,
    to_fold: bool = False,
) -> Evidence:
    """Read the items that ``about`` selects, as they were known at a time; ``to_fold``: with what members decided.

    ``identity`` is that of the time, where it is at hand. A few questions, whatever the number of items.
    """
    items = Entry.objects.filter(about, kind__in=ITEMS).order_by("number")
    said = list(items.values_list(*_ITEM_FIELDS))
    evidence = _gathered(said, known_at, identity or identity_at(known_at), to_fold)
    return evidence.for_public() if audience is Audience.PUBLIC else evidence


def gather_pairs(pairs: Iterable[Pair], *, identity: Identity, known_at: datetime | None = None) -> Evidence:
    """Read what was ever resolved to these pairs, to fold them; as `gather`, for as many as memory holds."""
    keys = _resolved_to(identity.pairs(pairs))
    said: list[_Item] = []
    for start in range(0, len(keys), KEYS_AT_ONCE):
        items = Entry.objects.filter(key__in=keys[start : start + KEYS_AT_ONCE], kind__in=ITEMS)
        said += items.values_list(*_ITEM_FIELDS)
    # In the order of the log, as everywhere.
    return _gathered(sorted(said), known_at, identity, to_fold=True)


def _resolved_to(pairs: Iterable[Pair]) -> list[str]:
    """The keys of all items that were ever resolved to one of these pairs, in whichever order of its places."""
    wanted = [place for a, b in pairs for place in (a, b, b, a)]
    # Left to itself, SQLite reads the whole log rather than its index for each pair.
    join = "CROSS JOIN" if connection.vendor == "sqlite" else "JOIN"
    keys: dict[str, None] = {}
    with connection.cursor() as cursor:
        for start in range(0, len(wanted), 2 * KEYS_AT_ONCE):
            places = wanted[start : start + 2 * KEYS_AT_ONCE]
            holes = ", ".join(["(%s, %s)"] * (len(places) // 2))
            cursor.execute(
                f"WITH wanted (a, b) AS (VALUES {holes}) SELECT subject FROM wanted {join} ledger_entry"
                " ON place_a = a AND place_b = b AND kind = %s",
                [*places, Kind.RESOLUTION.value],
            )
            keys.update(dict.fromkeys(key for (key,) in cursor.fetchall()))
    return list(keys)


def sources_of(captures: Iterable[str]) -> dict[str, SourceShown]:
    """Sources by capture, without their texts, in one question."""
    rows = Source.objects.filter(capture__in=set(captures)).values_list(*_SOURCE_FIELDS, named=True)
    return {row.capture: _source(row)[0] for row in rows}


def rulings_on(keys: Iterable[str]) -> dict[str, Ruling]:
    """The ruling on each of these items, or of these sources as batches."""
    wanted = list(dict.fromkeys(keys))
    batches: dict[str, tuple[str, int]] = {}
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        items = Entry.objects.filter(key__in=wanted[start : start + KEYS_AT_ONCE], kind__in=ITEMS)
        batches |= {key: (capture, number) for key, capture, number in items.values_list("key", "subject", "number")}
    judgements = Judgements()
    captures = dict.fromkeys(capture for capture, _ in batches.values())
    judgements.take(list(dict.fromkeys([*wanted, *captures])), (Kind.VERDICT,))
    return {key: judgements.outcome(key, *batches.get(key, ("", 0))).ruling for key in wanted}


def _gathered(said: Sequence[_Item], known_at: datetime | None, identity: Identity, to_fold: bool) -> Evidence:
    """The evidence of items, and of what was entered on them."""
    captures = list(dict.fromkeys(capture for _, _, _, capture, _ in said))
    judgements = Judgements()
    # Verdicts are on an item, or on the source that it came in with.
    judgements.take([*(key for _, _, key, _, _ in said), *captures], _ON_ITEMS, known_at)
    evidence = Evidence(copies=judgements.copies)
    for item in said:
        _take_item(evidence, judgements, *item)
    _take_withdrawals(evidence, judgements, known_at)
    for start in range(0, len(captures), KEYS_AT_ONCE):
        sources = Source.objects.filter(capture__in=captures[start : start + KEYS_AT_ONCE])
        for row in sources.values_list(*_SOURCE_FIELDS, named=True):
            evidence.sources[row.capture], evidence.briefs[row.capture] = _source(row)
    _identify(evidence, identity)
    if to_fold:
        _take_decisions(evidence, identity, known_at)
    return evidence


def _take_item(
    evidence: Evidence, judgements: Judgements, number: int, kind: str, key: str, capture: str, body: str
) -> None:
    outcome = judgements.outcome(key, capture, number)
    resolved = judgements.resolution(key, outcome)
    if resolved is None:
        return
    evidence.newest[key] = outcome.newest
    if kind == Kind.STATEMENT:
        statement = read(_StatementBody, body)
        # What was struck out of the words is part of what the key was made from.
        vars(statement.said)["key"] = key
        evidence.statements[key] = StatementShown(
            key=key,
            statement=statement.said,
            resolution=read(Resolution, resolved),
            quote=statement.quote,
            judged=outcome.judged,
        )
    elif kind == Kind.CLAIM:
        claim, to = read(_ClaimBody, body), read(CountResolution, resolved)
        vars(claim.said)["key"] = key
        evidence.claims[key] = ClaimShown(
            key=key, claim=claim.said, city=to.city, partner=to.partner, quote=claim.quote, judged=outcome.judged
        )
    else:
        area, places = read(_AreaBody, body), read(AreaResolution, resolved).places
        vars(area.said)["key"] = key
        evidence.areas[key] = AreaShown(
            key=key, claim=area.said, places=places, quote=area.quote, judged=outcome.judged
        )


def _take_withdrawals(evidence: Evidence, judgements: Judgements, known_at: datetime | None) -> None:
    """A dropped row counts as dropped once the newer file of its list was accepted; by the first such file."""
    files = sorted({one.capture for said in judgements.withdrawals.values() for one in said})
    if not files:
        return
    judgements.take([file for file in files if file not in evidence.sources], (Kind.VERDICT,), known_at)
    accepted = {file for file in files if judgements.outcome(file).ruling.status is Status.ACCEPTED}
    for key, said in judgements.withdrawals.items():
        counting = [one for one in said if one.capture in accepted]
        if counting:
            evidence.withdrawals[key] = min(counting, key=lambda one: (one.on, one.capture))
    internal = Source.objects.filter(capture__in=accepted, public=False)
    evidence.internal.update(internal.values_list("capture", flat=True))


def _identify(evidence: Evidence, identity: Identity) -> None:
    """Ids that mean one place become one."""
    if not identity.kept:
        return
    of = identity.of
    for key, said in evidence.statements.items():
        first, second = said.resolution.places
        evidence.statements[key] = replace(said, resolution=replace(said.resolution, places=(of(first), of(second))))
    for key, claim in evidence.claims.items():
        evidence.claims[key] = replace(claim, city=of(claim.city), partner=claim.partner and of(claim.partner))
    for key, area in evidence.areas.items():
        evidence.areas[key] = replace(area, places=(of(area.places[0]), of(area.places[1])))


def _take_decisions(evidence: Evidence, identity: Identity, known_at: datetime | None) -> None:
    """What members decided on the bonds and on the places' own pages."""
    pairs = {pair_of(said.resolution.places) for said in evidence.statements.values()}
    places = {place for pair in pairs for place in pair} | {claim.city for claim in evidence.claims.values()}
    decided = on_bonds(identity.pairs(pairs), identity.ids(places))
    if known_at is not None:
        decided = decided.filter(recorded_at__lte=known_at)
    evidence.decisions.update(by_places(standing(decided.values_list("body", flat=True), known_at), identity))


def _source(row: Any) -> tuple[SourceShown, SourceBrief]:
    shown = SourceShown(
        capture=row.capture,
        name=row.name,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        kind=SourceKind(row.kind),
        language=row.language,
        public=row.public,
        received_at=row.received_at,
    )
    brief = SourceBrief(
        capture=shown.capture,
        kind=shown.kind,
        publisher=shown.publisher or None,
        published=shown.published,
        title=shown.title or None,
        speaks_for=row.meta.get("speaks_for"),
        public=shown.public,
        origin=row.meta.get("origin"),
    )
    return shown, brief
