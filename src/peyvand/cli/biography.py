"""Bonds told in plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.cli.messages import _
from peyvand.cli.naming import place_name, word
from peyvand.core.ledger.bond import BondEvent, Finding, Side, Standing
from peyvand.records.register.shown import BondView


def biography(view: BondView) -> str:
    """Both sides' standing, the events with their quotations, and what does not agree."""
    names = " – ".join(place_name(shown.place.id) for shown in view.places)
    lines = [names, *(line for side in view.bond.sides for line in _side(side))]
    for event in view.bond.events:
        lines.append(_event(event))
        lines += _quotations(event, view)
    lines += [finding_line(found) for found in view.bond.findings]
    return "\n".join(lines)


def finding_line(finding: Finding) -> str:
    """One finding with the mark by which it is settled."""
    return f"  ! [{finding.mark}] {word('findings', finding.code)}: " + ", ".join(
        f"{name} {value}" for name, value in finding.details
    )


def _side(side: Side) -> Iterator[str]:
    standing = side.standing
    told = f"  {place_name(side.place)}: {_standing(standing)}"
    told += f" «{', '.join(standing.words)}»" if standing.words else ""
    if side.progress:
        progress = side.progress
        told += "; " + _("toward") + f" {word('instruments', progress.toward)}: {word('reached', progress.reached)}"
        told += f", {len(progress.got)}/{len(progress.of)} " + _("approvals") if progress.of else ""
        told += f", {progress.scheduled}" if progress.scheduled else ""
    yield told
    yield from (f"    {word('channels', other.channel)}: {_standing(other)}" for other in side.other_channels)


def _standing(standing: Standing) -> str:
    told = f"{word('instruments', standing.instrument) or '-'} {word('states', standing.state)}"
    told += " " + _("since") + f" {standing.since}" if standing.since else ""
    told += f" ({standing.law})" if standing.law else ""
    return told + (f" ({word('known', standing.known)})" if standing.known else "")


def _event(event: BondEvent) -> str:
    facts = (
        event.date or _("no date"),
        word("events", event.event),
        word("modalities", event.modality),
        word("instruments", event.instrument),
        word("authorities", event.authority),
        word("known", event.known),
    )
    return "  - " + " · ".join(fact for fact in facts if fact)


def _quotations(event: BondEvent, view: BondView) -> Iterator[str]:
    for witness in event.witnesses:
        source = view.sources[witness.capture]
        said_by = source.publisher or source.title or source.name
        side = f", {place_name(witness.speaks_for)}" if witness.speaks_for else ""
        yield f"      [{witness.statement[:12]}] «{witness.quote}» — {said_by}{side}"
