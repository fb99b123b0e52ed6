"""A Reading as the JSON that other programs rely on: one object per source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peyvand.core.gazetteer import Place
from peyvand.core.reading.model import Area, Count, Evidence, Person, Proposal, Reading


def as_json(reading: Reading, with_text: bool = False) -> dict[str, Any]:
    """The Reading as JSON values; ``with_text`` adds the text in which offsets count."""
    facts = reading.source
    source: dict[str, Any] = {
        "path": facts.path, "title": facts.title, "publisher": facts.publisher, "published": facts.published,
        "code": facts.code, "tags": list(facts.tags), "language": facts.language,
    }  # fmt: skip
    if with_text:
        source["text"] = reading.text
    return {
        "source": source,
        "statements": [_statement(proposal) for proposal in reading.statements],
        "counts": [_count(count) for count in reading.counts],
        "areas": [_area(area) for area in reading.areas],
        "people": [_person(person) for person in reading.people],
    }


def _statement(proposal: Proposal) -> dict[str, Any]:
    said, found = proposal.statement, proposal.resolution
    return {
        "id": said.key,
        "event": str(said.event),
        "code": said.code,
        "cities": [_place(city) for city in proposal.cities],
        "instrument": str(said.instrument) if said.instrument else None,
        "instrument_word": said.instrument_word,
        "modality": str(said.modality),
        "date": found.date,
        "date_text": said.date_text,
        "date_basis": str(found.date_basis) if found.date_basis else None,
        "date_said": _date_said(proposal),
        "authority": _authority(proposal),
        "place": proposal.venue,
        "part": str(said.part),
        "speaker": said.speaker,
        "acts": [proposal.cities[at].id for at in said.acts],
        "sides": [proposal.cities[at].id for at in said.sides],
        "evidence": _evidence(proposal.evidence),
    }


def _date_said(proposal: Proposal) -> Mapping[str, str] | None:
    said = proposal.resolution.date_said
    return {"calendar": said.calendar, "value": said.value, "text": said.text} if said else None


def _authority(proposal: Proposal) -> Mapping[str, Any] | None:
    if proposal.statement.authority is None:
        return None
    place = proposal.authority_place
    return {"type": proposal.statement.authority, "place": _place(place) if place else None}


def _place(place: Place) -> dict[str, str]:
    return {"id": place.id, "name": place.name, "country": place.country}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"start": evidence.span.start, "end": evidence.span.stop, "text": evidence.text}


def _count(count: Count) -> dict[str, Any]:
    return {
        "city": _place(count.city), "n": count.n, "kind": count.kind,
        "partner": _place(count.partner) if count.partner else None, "evidence": _evidence(count.evidence),
    }  # fmt: skip


def _area(area: Area) -> dict[str, Any]:
    return {"area": area.area, "evidence": _evidence(area.evidence)}


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name, "role": person.role, "role_text": person.role_text, "body": person.body,
        "evidence": _evidence(person.evidence),
    }  # fmt: skip
