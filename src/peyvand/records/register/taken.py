"""The decisions of members, shown: who took them, when and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from peyvand.core.ledger.days import days_of
from peyvand.core.ledger.decision import ACTS, Decision
from peyvand.core.ledger.identity import PlaceHistory, history_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.ledger.vault import opened
from peyvand.records.register.decisions import decisions_called, identity_at
from peyvand.records.register.identity import Identity
from peyvand.records.register.queries import today

_OF_PLACES = ("same_place", "succession", "former_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One decision that stands, with its member's name and the words of its reason."""

    key: str
    decision: Decision
    by: str
    reason: str


def decisions_taken(
    member: Member,
    *,
    names: Iterable[str] = tuple(ACTS),
    places: Iterable[str] | None = None,
    network: str | None = None,
) -> list[Taken]:
    """The decisions of these kinds that stand, the last first: with ``places`` those on exactly these (and for one
    place, those that say what it is), with ``network`` those on that network. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    decisions = tuple(
        one for one in decisions_called(*names) if may(member, "statement.see_proposed", places=one.places)
    )
    if places is not None:
        identity = identity_at()
        wanted = {identity.of(place) for place in places}
        decisions = tuple(one for one in decisions if _is_on(one, wanted, identity))
    if network is not None:
        decisions = tuple(one for one in decisions if getattr(one.act, "network", None) == network)
    reasons = opened(one.reason for one in decisions)
    names_of = {str(one.pk): str(one) for one in Member.objects.filter(pk__in={one.member for one in decisions})}
    return [
        Taken(key=one.key, decision=one, by=names_of.get(one.member, ""), reason=reasons[one.reason])
        for one in reversed(decisions)
    ]


def _is_on(decision: Decision, wanted: set[str], identity: Identity) -> bool:
    on = {identity.of(place) for place in decision.places}
    return on == wanted or (len(wanted) == 1 and decision.name in _OF_PLACES and bool(on & wanted))


def history(place_id: str, *, as_of: date | None = None, known_at: datetime | None = None) -> PlaceHistory:
    """What a place was called and which places came before and after it, by a day, as it was known at a time."""
    told = history_of(place_id, decisions_called(*_OF_PLACES, known_at=known_at))
    day = (as_of or today()).toordinal()
    return PlaceHistory(
        same_as=told.same_as,
        former_names=tuple(one for one in told.former_names if one.until is None or days_of(one.until).first <= day),
        successions=tuple(one for one in told.successions if days_of(one.on).first <= day),
    )
