"""Linked data: places in the words of schema.org, ties by Wikidata's P190 with P580 and P582, each with its sources.

A tie is told from each side, as the side has it. Only sister cities and friendships are P190; what is less is told by
this program's own word alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from peyvand.adapters.exports.model import Exported, Head, Proof, began, ended
from peyvand.core.gazetteer import Level, Place
from peyvand.core.ledger.bond import Side, State
from peyvand.core.ledger.words import Instrument

_EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
CONTEXT = {
    "schema": "https://schema.org/",
    "wd": "http://www.wikidata.org/entity/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "prov": "http://www.w3.org/ns/prov#",
    "peyvand": "urn:peyvand:",
}
_TWINNED = frozenset({Instrument.SISTER_CITY, Instrument.FRIENDSHIP})
_LEVELS = {
    Level.CITY: "schema:City",
    Level.DISTRICT: "schema:AdministrativeArea",
    Level.COUNTY: "schema:AdministrativeArea",
    Level.PROVINCE: "schema:State",
    Level.COUNTRY: "schema:Country",
}


@dataclass(frozen=True, slots=True)
class JsonLd:
    name: str = "jsonld"
    media_type: str = "application/ld+json"
    suffix: str = ".jsonld"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        begin = json.dumps({"@context": CONTEXT, **_dataset(head)}, ensure_ascii=False)
        out.write(begin.removesuffix("}").encode() + b', "@graph": [')
        told: set[str] = set()
        for number, exported in enumerate(bonds):
            nodes = [*_places(exported, told), *_ties(exported)]
            lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in nodes)
            out.write((b",\n" if number else b"\n") + lines.encode())
        out.write(b"\n]}\n")


def identity(place: Place) -> str:
    """The address by which others know a place: that of GeoNames, or this program's own."""
    kind, _, number = place.id.partition(":")
    return f"https://sws.geonames.org/{number}/" if kind == "geonames" else f"urn:peyvand:place:{place.id}"


def _dataset(head: Head) -> dict[str, object]:
    known = {"peyvand:known_at": head.known_at.isoformat()} if head.known_at else {}
    return {
        "@id": f"urn:peyvand:export:{head.root}:{head.as_of.isoformat()}",
        "@type": "schema:Dataset",
        "schema:temporalCoverage": head.as_of.isoformat(),
        "schema:license": head.licence,
        "peyvand:as_of": head.as_of.isoformat(),
        **known,
        "peyvand:ledger_size": head.size,
        "peyvand:ledger_root": head.root,
    }


def _places(exported: Exported, told: set[str]) -> Iterable[dict[str, object]]:
    for place, persian in zip(exported.places, exported.persian, strict=True):
        if place.id not in told:
            told.add(place.id)
            yield _place(place, persian)


def _place(place: Place, persian: str) -> dict[str, object]:
    names = [{"@value": place.name, "@language": "en"}]
    names += [{"@value": persian, "@language": "fa"}] if persian and persian != place.name else []
    node: dict[str, object] = {
        "@id": identity(place),
        "@type": _LEVELS[place.level],
        "schema:name": names,
        "schema:identifier": place.id,
        "schema:address": {"@type": "schema:PostalAddress", "schema:addressCountry": place.country},
    }
    if place.latitude or place.longitude:
        node["schema:geo"] = {
            "@type": "schema:GeoCoordinates",
            "schema:latitude": place.latitude,
            "schema:longitude": place.longitude,
        }
    return node


def _ties(exported: Exported) -> Iterable[dict[str, object]]:
    for at, side in enumerate(exported.bond.sides):
        own, other = exported.places[at], exported.places[1 - at]
        statement: dict[str, object] = {
            "@id": f"urn:peyvand:bond:{exported.slug}:{'ab'[at]}",
            "peyvand:instrument": str(side.standing.instrument or ""),
            "peyvand:state": str(side.standing.state),
            "peyvand:known": str(side.standing.known or ""),
            **_days(exported, side),
            "prov:wasDerivedFrom": [_source(proof) for proof in exported.evidence()],
        }
        if side.standing.instrument in _TWINNED and side.standing.state is not State.NONE:
            statement["ps:P190"] = {"@id": identity(other)}
            yield {"@id": identity(own), "p:P190": statement}
        else:
            statement["peyvand:partner"] = {"@id": identity(other)}
            yield {"@id": identity(own), "peyvand:bond": statement}


def _days(exported: Exported, side: Side) -> dict[str, object]:
    days = {"pq:P580": began(exported.bond, side.place), "pq:P582": ended(side)}
    return {name: {"@value": day, "@type": _EDTF} for name, day in days.items() if day}


def _source(proof: Proof) -> dict[str, object]:
    node: dict[str, object] = {
        "@id": f"urn:peyvand:source:{proof.source.capture}",
        "@type": "schema:CreativeWork",
        "schema:publisher": proof.source.publisher,
        "schema:name": proof.source.title,
        "schema:identifier": proof.source.capture,
        "prov:value": proof.witness.quote,
        "prov:generatedAtTime": proof.source.received.isoformat(timespec="seconds"),
    }
    if proof.source.published:
        node["schema:datePublished"] = proof.source.published.isoformat()
    return node


WRITER = JsonLd()
