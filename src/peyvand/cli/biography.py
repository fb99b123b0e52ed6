"""Bonds told in plain lines, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from peyvand.cli.messages import _
from peyvand.core.ledger.bond import BondEvent, Side
from peyvand.lexicon import gazetteer
from peyvand.records.register.shown import BondView, CityView


def city_in_words(view: CityView) -> str:
    """The city's name, and how many sister cities each rule counts."""
    lines = [view.place.place.name]
    lines += [f"  {one.rule}: {one.n} ({', '.join(map(_name, one.places))})" for one in view.counts]
    lines += [f"  ! {found.code}: {_details(found.details)}" for found in view.findings]
    return "\n".join(lines)


def biography(view: BondView) -> str:
    """Both sides' standing, the events with their quotations, and what does not agree."""
    names = " – ".join(shown.place.name for shown in view.places)
    lines = [names, *(_side(side) for side in view.bond.sides)]
    for event in view.bond.events:
        lines.append(_event(event))
        lines += _quotations(event, view)
    lines += [f"  ! {found.code}: {_details(found.details)}" for found in view.bond.findings]
    return "\n".join(lines)


def _side(side: Side) -> str:
    standing = side.standing
    told = f"  {_name(side.place)}: {standing.instrument or '-'} {standing.state}"
    told += f" {_('since')} {standing.since}" if standing.since else ""
    told += f" ({standing.known})" if standing.known else ""
    if side.progress:
        progress = side.progress
        told += f"; {_('toward')} {progress.toward}: {progress.reached}"
        told += f", {len(progress.got)}/{len(progress.of)} {_('approvals')}" if progress.of else ""
        told += f", {progress.scheduled}" if progress.scheduled else ""
    return told


def _event(event: BondEvent) -> str:
    facts = (event.date or _("no date"), event.event, event.modality, event.instrument, event.authority, event.known)
    return "  - " + " · ".join(str(fact) for fact in facts if fact)


def _quotations(event: BondEvent, view: BondView) -> Iterator[str]:
    for witness in event.witnesses:
        source = view.sources[witness.capture]
        yield f"      «{witness.quote}» — {source.publisher or source.title or source.name}"


def _details(details: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{name} {value}" for name, value in details)


def _name(place_id: str) -> str:
    return gazetteer().name(place_id, "en")
