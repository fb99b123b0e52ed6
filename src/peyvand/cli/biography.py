"""Bonds told in plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand import lexicon
from peyvand.cli.messages import _
from peyvand.core.ledger.bond import BondEvent, Finding, Side, Standing
from peyvand.records.register.shown import BondView


def biography(view: BondView) -> str:
    """Both sides' standing, the events with their quotations, and what does not agree."""
    names = " – ".join(shown.place.name for shown in view.places)
    lines = [names, *(line for side in view.bond.sides for line in _side(side))]
    for event in view.bond.events:
        lines.append(_event(event))
        lines += _quotations(event, view)
    lines += [finding_line(found) for found in view.bond.findings]
    return "\n".join(lines)


def finding_line(finding: Finding) -> str:
    """One finding with the mark by which it is settled."""
    return f"  ! [{finding.mark}] {finding.code}: " + ", ".join(f"{name} {value}" for name, value in finding.details)


def _side(side: Side) -> Iterator[str]:
    standing = side.standing
    told = f"  {place_name(side.place)}: {_standing(standing)}"
    told += f" «{', '.join(standing.words)}»" if standing.words else ""
    if side.progress:
        progress = side.progress
        told += f"; {_('toward')} {progress.toward}: {progress.reached}"
        told += f", {len(progress.got)}/{len(progress.of)} {_('approvals')}" if progress.of else ""
        told += f", {progress.scheduled}" if progress.scheduled else ""
    yield told
    yield from (f"    {other.channel}: {_standing(other)}" for other in side.other_channels)


def _standing(standing: Standing) -> str:
    told = f"{standing.instrument or '-'} {standing.state}"
    told += f" {_('since')} {standing.since}" if standing.since else ""
    told += f" ({standing.law})" if standing.law else ""
    return told + (f" ({standing.known})" if standing.known else "")


def _event(event: BondEvent) -> str:
    facts = (event.date or _("no date"), event.event, event.modality, event.instrument, event.authority, event.known)
    return "  - " + " · ".join(str(fact) for fact in facts if fact)


def _quotations(event: BondEvent, view: BondView) -> Iterator[str]:
    for witness in event.witnesses:
        source = view.sources[witness.capture]
        said_by = source.publisher or source.title or source.name
        side = f", {place_name(witness.speaks_for)}" if witness.speaks_for else ""
        yield f"      [{witness.statement[:12]}] «{witness.quote}» — {said_by}{side}"


def place_name(place_id: str) -> str:
    """The plain name of a place."""
    return lexicon.gazetteer().name(place_id, "en")
