"""Accepted facts on one pair, told in a line each."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zlib import crc32

from peyvand.core.ledger.bond import Bond, Fact, SourceBrief
from peyvand.core.ledger.decision import Act, Decision
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.policy import USUAL, Policies
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Channel, Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part, Span

OURS, THEIRS = "geonames:1", "geonames:2"
NOON = datetime(2025, 6, 1, 12, tzinfo=UTC)


def told(
    event: str,
    modality: str = "done",
    when: str | None = None,
    *,
    by: str = "press",
    published: str | None = "2025-04-07",
    instrument: str | None = "sister_city",
    sides: tuple[int, ...] = (0, 1),
    acts: tuple[int, ...] = (),
    part: str = "body",
    kind: str = "article",
    channel: str = "official",
    speaks_for: str | None = None,
    cluster: str | None = None,
    conflict: bool = False,
    accepted: datetime = NOON,
    places: tuple[str, str] = (OURS, THEIRS),
    **more: Any,
) -> Fact:
    """What source ``by`` says; equal arguments make an equal fact."""
    at = crc32(repr((event, modality, when, instrument, sides, acts, part, channel, more)).encode())
    statement = Statement(
        capture=by,
        part=Part(part),
        span=Span(at, at + 9),
        event=Event(event),
        modality=Modality(modality),
        places=("Ours", "Theirs"),
        instrument=Instrument(instrument) if instrument else None,
        date_text=when,
        acts=acts,
        sides=sides,
        channel=Channel(channel),
        **more,
    )
    return Fact(
        statement=statement,
        resolution=Resolution(statement=statement.key, places=places, date=when, date_conflict=conflict),
        source=SourceBrief(
            capture=by,
            kind=SourceKind(kind),
            published=date.fromisoformat(published) if published else None,
            speaks_for=speaks_for,
            cluster=cluster,
        ),
        quote=f"{by}: {event} {modality} {when or ''}",
        accepted_at=accepted,
    )


def bond_of(
    *facts: Fact,
    on: str = "2025-06-02",
    countries: tuple[str, str] = ("IR", "RU"),
    policies: Policies = USUAL,
    forked: tuple[str, ...] = (),
    decisions: tuple[Decision, ...] = (),
    regions: tuple[str, str] = ("", ""),
) -> Bond:
    """The bond that the facts add up to on a day."""
    return fold_bond(
        facts,
        places=(OURS, THEIRS),
        countries=countries,
        as_of=date.fromisoformat(on),
        policies=policies,
        forked=forked,
        decisions=decisions,
        regions=regions,
    )


def decided(*acts: Act, at: datetime = NOON) -> tuple[Decision, ...]:
    """These acts as decisions of one member, one after another."""
    return tuple(
        Decision(act=act, reason="", member="1", at=at + timedelta(seconds=order)) for order, act in enumerate(acts)
    )


def codes(bond: Bond) -> list[str]:
    """The codes of the bond's findings."""
    return [finding.code for finding in bond.findings]
