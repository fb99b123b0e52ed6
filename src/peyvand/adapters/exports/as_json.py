"""The bonds as ``show`` gives them, with their sources, in one object."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from peyvand.adapters.exports.model import Exported, Head
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.as_json import bond_json


@dataclass(frozen=True, slots=True)
class Json:
    name: str = "json"
    media_type: str = "application/json"
    suffix: str = ".json"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        begin = json.dumps(head.facts(), ensure_ascii=False)
        out.write(begin.removesuffix("}").encode() + b', "bonds": [')
        for number, exported in enumerate(bonds):
            out.write((b",\n" if number else b"\n") + json.dumps(exported_json(exported), ensure_ascii=False).encode())
        out.write(b"\n]}\n")


def exported_json(exported: Exported) -> dict[str, object]:
    """One bond with its sources, as JSON values."""
    places = dict(zip((place.id for place in exported.places), exported.places, strict=True))
    value = bond_json(exported.bond, lambda place: _place(places[place]), slug=exported.slug)
    value["sources"] = {
        capture: {
            "publisher": source.publisher,
            "title": source.title,
            "published": source.published.isoformat() if source.published else None,
            "kind": source.kind,
            "received": source.received.isoformat(timespec="seconds"),
        }
        for capture, source in sorted(exported.sources.items())
    }
    return value


def _place(place: Place) -> dict[str, object]:
    return {"id": place.id, "name": place.name, "country": place.country}


WRITER = Json()
