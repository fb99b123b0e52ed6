"""A bond as the JSON that other programs rely on (`peyvand show --format json`): dicts, lists and plain values."""

from __future__ import annotations

from collections.abc import Callable

from peyvand.core.ledger.bond import Bond, BondEvent, Finding, Progress, Side, Standing, Witness
from peyvand.core.ledger.counts import Counted, Difference
from peyvand.core.ledger.identity import PlaceHistory
from peyvand.core.ledger.matrix import Listed, Matrix
from peyvand.core.ledger.networks import Network

# From a place id to the place's own JSON object.
Placed = Callable[[str], dict[str, object]]


def bond_json(bond: Bond, placed: Placed, *, slug: str) -> dict[str, object]:
    """One entry of ``bonds``; ``slug`` is the bond's public id."""
    return {
        "id": slug,
        "places": [placed(place) for place in bond.places],
        "sides": [_side(side, placed) for side in bond.sides],
        "events": [_event(event) for event in bond.events],
        "areas": list(bond.areas),
        "findings": [finding_json(finding) for finding in bond.findings],
        "settled": [finding_json(finding) for finding in bond.settled],
    }


def counted_json(counted: Counted, placed: Placed) -> dict[str, object]:
    """One entry of ``counts``, with what does not count and why."""
    return {
        "rule": str(counted.rule),
        "n": counted.n,
        "places": [placed(place) for place in counted.places],
        "left_out": [
            {"place": placed(member.place), "reason": member.reason} for member in counted.members if not member.counts
        ],
    }


def difference_json(difference: Difference, placed: Placed) -> dict[str, object]:
    """One entry of ``differences``: a claimed number beside the register's own on the day of the claim, with everybody
    who counts or does not."""
    return {
        "claim": difference.claim,
        "on": difference.on.isoformat(),
        "kind": difference.kind,
        "partner": placed(difference.partner) if difference.partner else None,
        "claimed": difference.claimed,
        "rule": str(difference.rule),
        "counted": {"least": difference.counted.least, "most": difference.counted.most},
        "gap": difference.gap,
        "members": [
            {"place": placed(member.place), "counts": member.counts, "reason": member.reason, "since": member.since}
            for member in difference.members
        ],
    }


def matrix_json(matrix: Matrix, placed: Placed) -> dict[str, object]:
    """``matrix``: the lists of several sources, and for each partner a cell a list, null where it is not in it."""
    return {
        "sources": [
            {
                "source": source.capture,
                "title": source.title,
                "publisher": source.publisher,
                "published": source.published.isoformat() if source.published else None,
                "kind": str(source.kind),
            }
            for source in matrix.sources
        ],
        "partners": [
            {"place": placed(row.partner), "n": row.n, "listed": [_listed(cell) for cell in row.cells]}
            for row in matrix.rows
        ],
        "reported": [placed(place) for place in matrix.reported],
    }


def network_json(network: Network, placed: Placed) -> dict[str, object]:
    """One entry of ``networks``, with the members that it was given."""
    return {
        "id": network.network,
        "names": dict(network.names),
        "members": [
            {"place": placed(member.place), "joined": member.joined, "left": member.left, "now": member.now}
            for member in network.members
        ],
    }


def history_json(history: PlaceHistory, placed: Placed) -> dict[str, object]:
    """``history``: other ids of a place, its names of old, and the places before and after it."""
    return {
        "same_as": list(history.same_as),
        "former_names": [
            {"name": one.name, "language": one.language, "until": one.until} for one in history.former_names
        ],
        "successions": [
            {"place": placed(one.place), "by": placed(one.by), "on": one.on} for one in history.successions
        ],
    }


def finding_json(finding: Finding) -> dict[str, object]:
    """One entry of ``findings``, or of ``settled`` with the key of the decision that settled it."""
    by = {"settled_by": finding.settled_by} if finding.settled_by else {}
    return {
        "code": finding.code,
        "mark": finding.mark,
        "statements": list(finding.statements),
        "details": dict(finding.details),
        **by,
    }


def _listed(cell: Listed | None) -> dict[str, object] | None:
    if cell is None:
        return None
    return {
        "statements": list(cell.statements),
        "instrument": _text(cell.instrument),
        "date": cell.date,
        "dropped": cell.dropped.isoformat() if cell.dropped else None,
    }


def _side(side: Side, placed: Placed) -> dict[str, object]:
    return {
        "place": placed(side.place),
        "standing": _standing(side.standing),
        "other_channels": [_standing(standing) for standing in side.other_channels],
        "progress": _progress(side.progress) if side.progress else None,
    }


def _standing(standing: Standing) -> dict[str, object]:
    return {
        "instrument": _text(standing.instrument),
        "state": str(standing.state),
        "since": standing.since,
        "known": _text(standing.known),
        "channel": str(standing.channel),
        "words": list(standing.words),
        "law": standing.law,
        "shown_by": list(standing.shown_by),
    }


def _progress(progress: Progress) -> dict[str, object]:
    return {
        "toward": str(progress.toward),
        "reached": str(progress.reached),
        "approvals": {"got": list(progress.got), "of": list(progress.of)},
        "scheduled": progress.scheduled,
        "steps": [{"reached": str(step.reached), "shown_by": list(step.shown_by)} for step in progress.steps],
    }


def _event(event: BondEvent) -> dict[str, object]:
    return {
        "key": event.key,
        "event": str(event.event),
        "code": event.code,
        "modality": str(event.modality),
        "date": event.date,
        "earliest": event.earliest.isoformat() if event.earliest else None,
        "latest": event.latest.isoformat() if event.latest else None,
        "instrument": _text(event.instrument),
        "authority": event.authority,
        "acts": list(event.acts),
        "sides": list(event.sides),
        "channel": str(event.channel),
        "known": str(event.known),
        "overdue": event.overdue,
        "witnesses": [_witness(witness) for witness in event.witnesses],
    }


def _witness(witness: Witness) -> dict[str, object]:
    return {
        "statement": witness.statement,
        "source": witness.capture,
        "kind": str(witness.kind),
        "published": witness.published.isoformat() if witness.published else None,
        "speaks_for": witness.speaks_for,
        "modality": str(witness.modality),
        "part": str(witness.part),
        "evidence": {"start": witness.span.start, "end": witness.span.stop, "text": witness.quote},
    }


def _text(code: object) -> str | None:
    return str(code) if code else None
