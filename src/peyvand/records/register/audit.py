"""All that contradicts, lacks or is due, over bonds, cities and what is seen over all bonds at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from peyvand.core.ledger.decision import SettleFinding
from peyvand.core.ledger.settling import settle
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.ledger.vault import opened
from peyvand.records.register import queries
from peyvand.records.register.clubs import club_findings
from peyvand.records.register.decisions import decisions_called, identity_at
from peyvand.records.register.shown import FoundOn


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Who settled a finding, when and why."""

    by: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A finding where it is, and how it was settled, None where it is open. ``reopened``: it was settled, and new
    statements have brought it back."""

    found: FoundOn
    settled: Settled | None = None
    reopened: bool = False


def audit(place_id: str | None = None, *, every: bool = False) -> list[Audited]:
    """The open findings on one place or on all, bonds first; ``every``: and after them those that were settled."""
    place_id = place_id and identity_at().of(place_id)
    still_open = [*queries.findings(place_id), *open_clubs(place_id)]
    before = _settled_before(still_open)
    told = [Audited(found=found, reopened=found.finding.key in before) for found in still_open]
    return [*told, *_settled(place_id)] if every else told


def is_open_to(one: Audited, member: Member) -> bool:
    """Whether a member sees a finding."""
    return may(member, "statement.see_proposed", places=settled_on(one.found))


def _settled_before(still_open: Iterable[FoundOn]) -> set[str]:
    """The keys of open findings that members have settled as far as they could see then."""
    acts: dict[tuple[str, tuple[str, ...]], list[SettleFinding]] = {}
    identity = identity_at()
    for one in decisions_called("settle_finding"):
        if isinstance(one.act, SettleFinding):
            on = tuple(sorted({identity.of(place) for place in one.places}))
            acts.setdefault((one.act.code, on), []).append(one.act)
    return {
        found.finding.key
        for found in still_open
        for act in acts.get((found.finding.code, settled_on(found)), ())
        if set(act.statements) & set(found.finding.statements)
    }


def settled_on(found: FoundOn) -> tuple[str, ...]:
    """The ids of the places on which a finding is settled: what is seen over many bonds at once, on none."""
    places = tuple(sorted(shown.place.id for shown in found.places))
    return places if found.slug or len(places) == 1 else ()


def open_clubs(place_id: str | None = None) -> list[FoundOn]:
    """Clubs stored as pairs that nobody has settled."""
    return _clubs(place_id)[0]


def _settled(place_id: str | None) -> Iterable[Audited]:
    found = [*queries.findings(place_id, settled=True), *_clubs(place_id)[1]]
    decisions = {one.key: one for one in decisions_called("settle_finding")} if found else {}
    reasons = opened(one.reason for one in decisions.values())
    names = {
        str(member.pk): str(member) for member in Member.objects.filter(pk__in={d.member for d in decisions.values()})
    }
    for one in found:
        decision = decisions[one.finding.settled_by or ""]
        by = Settled(by=names.get(decision.member, ""), at=decision.at, reason=reasons[decision.reason])
        yield Audited(found=one, settled=by)


def _clubs(place_id: str | None) -> tuple[list[FoundOn], list[FoundOn]]:
    found = club_findings(place_id)
    decisions = [one for one in decisions_called("settle_finding") if not one.places] if found else []
    still_open: list[FoundOn] = []
    settled: list[FoundOn] = []
    for one in found:
        _, done = settle([one.finding], decisions)
        if done:
            settled.append(replace(one, finding=done[0]))
        else:
            still_open.append(one)
    return still_open, settled
