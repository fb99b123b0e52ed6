"""Headlines that say more than their own body does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.hearing import Heard
from peyvand.core.ledger.words import INSTRUMENT_RANK, Event, Modality

# How much a statement says of the tie, by what it tells of and how.
_IN_FORCE, _PROMISED, _CLEARED, _UNDER_WAY, _WISHED, _NOTHING = 5, 4, 3, 2, 1, 0
_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL, Event.RESUMPTION})
_PREPARES = {Event.APPROVAL: _CLEARED, Event.DRAFTING: _CLEARED, Event.NEGOTIATION: _UNDER_WAY}
_ACTIVITIES = frozenset({Event.VISIT, Event.EVENT, Event.EXCHANGE, Event.PROJECT})
_CERTAINTY = {Modality.DONE: 3, Modality.PLANNED: 2, Modality.WISHED: 1, Modality.DENIED: 0}


def exceeding_headlines(heard: Iterable[Heard]) -> list[Finding]:
    """One finding for each headline that no body statement of its own source bears out."""
    titles: dict[str, list[Heard]] = defaultdict(list)
    bodies: dict[str, list[Heard]] = defaultdict(list)
    for one in heard:
        (titles if one.headline else bodies)[one.fact.source.capture].append(one)
    return [
        _finding(title, bodies[capture])
        for capture, of_source in titles.items()
        for title in of_source
        if _exceeds(title, bodies[capture])
    ]


def _exceeds(title: Heard, body: list[Heard]) -> bool:
    event = title.fact.statement.event
    if event in _ACTIVITIES:
        alike = [_CERTAINTY[one.modality] for one in _alike(title, body)]
        return bool(alike) and max(alike) < _CERTAINTY[title.modality]
    weight = _weight(title)
    return weight >= _UNDER_WAY and not any(_weight(one) >= weight and _as_high(one, title) for one in body)


def _alike(title: Heard, body: list[Heard]) -> list[Heard]:
    """The body's activities of the headline's type: what is to come beside what is to come, if there is any."""
    alike = [one for one in body if one.fact.statement.event is title.fact.statement.event]
    to_come = [one for one in alike if one.done is title.done]
    return to_come or alike


def _weight(one: Heard) -> int:
    event, modality = one.fact.statement.event, one.modality
    if modality is Modality.DENIED:
        return _NOTHING
    if event in _TIES and modality is not Modality.WISHED:
        return _IN_FORCE if modality is Modality.DONE else _PROMISED
    if event in _PREPARES and modality is Modality.DONE:
        return _PREPARES[event]
    return _NOTHING if event in _ACTIVITIES else _WISHED


def _as_high(body: Heard, title: Heard) -> bool:
    return INSTRUMENT_RANK[body.fact.statement.instrument] >= INSTRUMENT_RANK[title.fact.statement.instrument]


def _finding(title: Heard, body: list[Heard]) -> Finding:
    alike = _alike(title, body) if title.fact.statement.event in _ACTIVITIES else body
    strongest = max(alike, key=lambda one: (_weight(one), _CERTAINTY[one.modality], one.key), default=None)
    details = [*_said("title", title), *(_said("body", strongest) if strongest else ())]
    statements = (title.key, strongest.key) if strongest else (title.key,)
    return Finding(code="headline_exceeds_body", statements=statements, details=tuple(details))


def _said(part: str, one: Heard) -> list[tuple[str, str]]:
    said = one.fact.statement
    return [
        (f"{part}_event", str(said.event)),
        (f"{part}_modality", str(said.modality)),
        (f"{part}_instrument", str(said.instrument or "")),
    ]
