"""The ledger read for the register: what a pair, a place or a source has, in three questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from peyvand.core.ledger.bond import SourceBrief
from peyvand.core.ledger.claim import AreaClaim, AreaResolution, CountClaim, CountResolution
from peyvand.core.ledger.copies import Copy
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.verdict import Ruling, Status, Verdict, ruling_of
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.drafts import read_reason
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.rows import parse, unpack
from peyvand.records.register.decisions import identity_at, on_bonds, standing
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.identity import Identity, Pair, pair_of
from peyvand.records.register.shown import AreaShown, Audience, ClaimShown, Judged, SourceShown, StatementShown

# Below the number of variables that SQLite takes.
_KEYS_AT_ONCE = 500
ITEMS = (Kind.STATEMENT, Kind.CLAIM, Kind.AREA)
_SOURCE_FIELDS = (
    "capture", "name", "title", "publisher", "published", "kind", "language", "public", "received_at", "meta",
)  # fmt: skip


def about_places(places: Iterable[str]) -> Q:
    """Everything that was ever resolved to one of these places."""
    wanted = list(places)
    return _resolved(Q(place_a__in=wanted) | Q(place_b__in=wanted))


def about_pairs(pairs: Iterable[Pair]) -> Q:
    """Everything that was ever resolved to one of these pairs."""
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
    identity = identity or identity_at(known_at)
    items = Entry.objects.filter(about, kind__in=ITEMS)
    said = list(items.order_by("number").values_list("number", "kind", "key", "subject", "body"))
    on_items = Entry.objects.filter(kind__in=(Kind.RESOLUTION, Kind.VERDICT, Kind.WITHDRAWAL))
    if about:
        # Verdicts are on an item, or on the source that it came in with.
        on_items = on_items.filter(subject__in=items.values("key").union(items.values("subject")))
    if known_at is not None:
        on_items = on_items.filter(Q(kind=Kind.RESOLUTION) | Q(recorded_at__lte=known_at))
    found = _Found()
    for row in on_items.order_by("number").values_list(
        "kind", "number", "subject", "body", "member__display_name", "member__username"
    ):
        found.take(*row)
    evidence = _evidence(said, found)
    _take_withdrawals(evidence, found, known_at)
    for row in Source.objects.filter(capture__in=items.values("subject")).values(*_SOURCE_FIELDS):
        shown, brief = _source(row)
        evidence.sources[shown.capture], evidence.briefs[shown.capture] = shown, brief
    _identify(evidence, identity)
    if to_fold:
        _take_decisions(evidence, identity, known_at)
    return evidence.for_public() if audience is Audience.PUBLIC else evidence


def sources_of(captures: Iterable[str]) -> dict[str, SourceShown]:
    """Sources by capture, without their texts, in one question."""
    rows = Source.objects.filter(capture__in=set(captures)).values(*_SOURCE_FIELDS)
    return {row["capture"]: _source(row)[0] for row in rows}


def rulings_on(keys: Iterable[str]) -> dict[str, Ruling]:
    """The ruling on each of these items, or of these sources as batches."""
    wanted = list(dict.fromkeys(keys))
    found = _Found()
    batches: dict[str, tuple[str, int]] = {}
    for start in range(0, len(wanted), _KEYS_AT_ONCE):
        some = wanted[start : start + _KEYS_AT_ONCE]
        items = Entry.objects.filter(key__in=some, kind__in=ITEMS).values_list("key", "subject", "number")
        batches |= {key: (capture, number) for key, capture, number in items}
        found.take_verdicts(some)
    found.take_verdicts(list(dict.fromkeys(capture for capture, _ in batches.values())))
    return {key: found.ruling(key, *batches.get(key, ("", 0))) for key in wanted}


class _Found:
    """Resolutions and verdicts as they come, by what they are on."""

    def __init__(self) -> None:
        self.resolutions: dict[str, list[tuple[int, dict[str, Any]]]] = defaultdict(list)
        self.verdicts: dict[str, dict[str, Verdict]] = defaultdict(dict)
        self.withdrawals: dict[str, list[Withdrawal]] = defaultdict(list)
        self.names: dict[str, str] = {}
        self.numbers: dict[str, int] = {}

    def take(self, kind: str, number: int, subject: str, body: str, display_name: str, username: str) -> None:
        if kind == Kind.RESOLUTION:
            self.resolutions[subject].append((number, parse(body)))
            return
        if kind == Kind.WITHDRAWAL:
            self.withdrawals[subject].append(unpack(Withdrawal, parse(body)))
            return
        verdict = unpack(Verdict, parse(body))
        self.verdicts[subject][verdict.key] = verdict
        self.names[verdict.key] = display_name or username
        self.numbers[verdict.key] = number

    def take_verdicts(self, subjects: Sequence[str], known_at: datetime | None = None) -> None:
        """Read the verdicts on these items or batches, as many questions as they need."""
        for start in range(0, len(subjects), _KEYS_AT_ONCE):
            on = Entry.objects.filter(kind=Kind.VERDICT, subject__in=subjects[start : start + _KEYS_AT_ONCE])
            if known_at is not None:
                on = on.filter(recorded_at__lte=known_at)
            for row in on.order_by("number").values_list("kind", "number", "subject", "body"):
                self.take(*row, "", "")

    def ruling(self, key: str, capture: str, number: int) -> Ruling:
        """The ruling on an item, by its place in the log and the source it came in with."""
        batch = self.verdicts.get(capture, {}).values() if capture else ()
        seen = (verdict for verdict in batch if self.numbers[verdict.key] > number)
        return ruling_of(key, self.verdicts.get(key, {}).values(), seen)

    def judged(self, ruling: Ruling) -> Judged:
        if not ruling.heads:
            return Judged()
        last = max(ruling.heads, key=lambda head: self.numbers[head.key])
        corrected_to, reason = read_reason(last.reason)
        return Judged(
            status=ruling.status,
            follows=last.key,
            by=self.names[last.key],
            at=last.at,
            reason=reason,
            corrected_to=corrected_to,
        )

    def newest(self, key: str, ruling: Ruling) -> int:
        """The number of the newest verdict that says anything of the item, -1 where there is none."""
        on = {*self.verdicts.get(key, {}), *(head.key for head in ruling.heads)}
        return max((self.numbers[verdict] for verdict in on), default=-1)

    def resolution(self, key: str, ruling: Ruling) -> dict[str, Any] | None:
        """What the words were taken to mean when the standing verdict was given: a later reading changes nothing
        that a member has accepted. Without a verdict, the latest."""
        resolutions = self.resolutions[key]
        if not ruling.heads:
            return resolutions[-1][1] if resolutions else None
        seen = max(self.numbers[head.key] for head in ruling.heads)
        return next((body for number, body in reversed(resolutions) if number < seen), None)


def _evidence(said: Iterable[tuple[int, str, str, str, str]], found: _Found) -> Evidence:
    evidence = Evidence()
    for number, kind, key, capture, body in said:
        ruling = found.ruling(key, capture, number)
        resolved = found.resolution(key, ruling)
        if resolved is None:
            continue
        entry = parse(body)
        judged = found.judged(ruling)
        evidence.newest[key] = found.newest(key, ruling)
        if kind == Kind.STATEMENT:
            evidence.statements[key] = StatementShown(
                key=key,
                statement=unpack(Statement, entry["said"]),
                resolution=unpack(Resolution, resolved),
                quote=entry["quote"],
                judged=judged,
            )
        elif kind == Kind.CLAIM:
            evidence.claims[key] = _claim(key, entry, resolved, judged)
        else:
            evidence.areas[key] = _area(key, entry, resolved, judged)
    return evidence


def _take_withdrawals(evidence: Evidence, found: _Found, known_at: datetime | None) -> None:
    """A dropped row counts as dropped once the newer file of its list was accepted; by the first such file."""
    files = sorted({one.capture for said in found.withdrawals.values() for one in said})
    if not files:
        return
    found.take_verdicts(files, known_at)
    accepted = {file for file in files if found.ruling(file, "", 0).status is Status.ACCEPTED}
    for key, said in found.withdrawals.items():
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
    """What members decided on the bonds and on the places' own pages, and which sources carry one text."""
    pairs = {pair_of(said.resolution.places) for said in evidence.statements.values()}
    places = {place for pair in pairs for place in pair} | {claim.city for claim in evidence.claims.values()}
    bodies: dict[str, list[str]] = {Kind.DECISION: [], Kind.COPY: []}
    decided = on_bonds(identity.pairs(pairs), identity.ids(places)).values_list("kind", "recorded_at", "body")
    for kind, at, body in decided.union(_copies(list(evidence.sources)), all=True):
        if known_at is None or at <= known_at:
            bodies[kind].append(body)
    for decision in standing(bodies[Kind.DECISION], known_at):
        on = tuple(sorted({identity.of(place) for place in decision.places}))
        evidence.decisions[on] = (*evidence.decisions.get(on, ()), decision)
    for body in bodies[Kind.COPY]:
        first, second = unpack(Copy, parse(body)).captures
        evidence.copies.setdefault(first, set()).add(second)


def _copies(captures: Sequence[str]) -> QuerySet[Entry, Any]:
    links = Entry.objects.filter(kind=Kind.COPY)
    few = len(captures) <= _KEYS_AT_ONCE
    return (links.filter(subject__in=captures) if few else links).values_list("kind", "recorded_at", "body")


def _claim(key: str, entry: dict[str, Any], resolved: dict[str, Any], judged: Judged) -> ClaimShown:
    claim, to = unpack(CountClaim, entry["said"]), unpack(CountResolution, resolved)
    return ClaimShown(key=key, claim=claim, city=to.city, partner=to.partner, quote=entry["quote"], judged=judged)


def _area(key: str, entry: dict[str, Any], resolved: dict[str, Any], judged: Judged) -> AreaShown:
    claim, resolution = unpack(AreaClaim, entry["said"]), unpack(AreaResolution, resolved)
    return AreaShown(key=key, claim=claim, places=resolution.places, quote=entry["quote"], judged=judged)


def _source(row: dict[str, Any]) -> tuple[SourceShown, SourceBrief]:
    meta = row.pop("meta")
    shown = SourceShown(**row | {"kind": SourceKind(row["kind"])})
    brief = SourceBrief(
        capture=shown.capture,
        kind=shown.kind,
        publisher=shown.publisher or None,
        published=shown.published,
        title=shown.title or None,
        speaks_for=meta.get("speaks_for"),
        public=shown.public,
        origin=meta.get("origin"),
    )
    return shown, brief
