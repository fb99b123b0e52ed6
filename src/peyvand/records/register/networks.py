"""Networks of places, with the words that say who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from peyvand.core.ledger.decision import Decision, Membership
from peyvand.core.ledger.networks import Network, networks_at
from peyvand.core.text import Span
from peyvand.records.ledger.models import Source
from peyvand.records.ledger.queries import head
from peyvand.records.register.decisions import decisions_called, identity_at
from peyvand.records.register.gathering import sources_of
from peyvand.records.register.queries import placed, today
from peyvand.records.register.shown import AsOf, Audience, PlaceShown, SourceShown


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipShown:
    """The words of a source that a place's membership rests on. ``decision`` is the key of the entry."""

    decision: str
    change: str
    capture: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """One network; ``evidence`` by the decisions' keys that its members name, ``sources`` by capture."""

    network: Network
    places: Mapping[str, PlaceShown]
    evidence: Mapping[str, MembershipShown]
    sources: Mapping[str, SourceShown]
    when: AsOf


def networks(
    *, as_of: date | None = None, known_at: datetime | None = None, audience: Audience = Audience.PUBLIC
) -> tuple[Network, ...]:
    """Every network with its members on a day, as it was known at a time, by their words in addresses."""
    return _networks(_decisions(known_at, audience), as_of or today(), known_at)


def networks_of(
    place_id: str,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> tuple[Network, ...]:
    """The networks that a place belongs to, or did: each with that membership alone."""
    return tuple(
        replace(one, members=own)
        for one in networks(as_of=as_of, known_at=known_at, audience=audience)
        if (own := tuple(member for member in one.members if member.place == place_id))
    )


def network(
    word: str,
    *,
    as_of: date | None = None,
    known_at: datetime | None = None,
    audience: Audience = Audience.PUBLIC,
) -> NetworkView | None:
    """One network by its word in addresses, with what its memberships rest on; None where there is none."""
    decisions = _decisions(known_at, audience)
    day = as_of or today()
    found = next((one for one in _networks(decisions, day, known_at) if one.network == word), None)
    if found is None:
        return None
    shown_by = {key for member in found.members for key in member.shown_by}
    memberships = [one for one in decisions if one.key in shown_by]
    return NetworkView(
        network=found,
        places=placed(member.place for member in found.members),
        evidence={one.decision: one for one in _evidence(memberships)},
        sources=sources_of(one.act.capture for one in memberships if isinstance(one.act, Membership)),
        when=AsOf(as_of=day, known_at=known_at, head=head()),
    )


def _decisions(known_at: datetime | None, audience: Audience) -> tuple[Decision, ...]:
    """The decisions that networks are made of; everybody sees only what public sources say."""
    decisions = decisions_called("name_network", "membership", known_at=known_at)
    if audience is not Audience.PUBLIC:
        return decisions
    captures = {one.act.capture for one in decisions if isinstance(one.act, Membership)}
    public = set(Source.objects.filter(capture__in=captures, public=True).values_list("capture", flat=True))
    return tuple(one for one in decisions if not isinstance(one.act, Membership) or one.act.capture in public)


def _networks(decisions: Iterable[Decision], day: date, known_at: datetime | None) -> tuple[Network, ...]:
    decisions = tuple(decisions)
    captures = {one.act.capture for one in decisions if isinstance(one.act, Membership)}
    published = dict(Source.objects.filter(capture__in=captures).values_list("capture", "published"))
    kept = identity_at(known_at).kept if captures else {}
    return networks_at(decisions, day, published=published, kept=kept)


def _evidence(decisions: Iterable[Decision]) -> Iterable[MembershipShown]:
    memberships = [(one.key, one.act) for one in decisions if isinstance(one.act, Membership)]
    captures = {act.capture for _, act in memberships}
    texts = dict(Source.objects.filter(capture__in=captures).values_list("capture", "text"))
    for key, act in memberships:
        span = Span(act.start, act.stop)
        quote = span.of(texts[act.capture])
        yield MembershipShown(decision=key, change=act.change, capture=act.capture, span=span, quote=quote)
