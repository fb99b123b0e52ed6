"""A graph of places and their bonds, for programs that draw and reckon with networks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from peyvand.adapters.exports.model import Exported, Head, source_facts
from peyvand.adapters.exports.signs import for_xml

_OF_THE_GRAPH = ("as_of", "known_at", "ledger_size", "ledger_root", "licence")
_OF_A_NODE = {"name": "string", "name_fa": "string", "country": "string", "latitude": "double", "longitude": "double"}
_OF_A_SIDE = ("instrument", "state", "since", "known")
_OF_AN_EDGE = ("bond", *(f"{name}_{side}" for side in "ab" for name in _OF_A_SIDE), "areas", "sources")


@dataclass(frozen=True, slots=True)
class GraphMl:
    name: str = "graphml"
    media_type: str = "application/graphml+xml"
    suffix: str = ".graphml"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        out.write(_beginning(head).encode())
        told: set[str] = set()
        for exported in bonds:
            for node in _nodes(exported, told):
                out.write(node.encode())
            out.write(_edge(exported).encode())
        out.write(b"</graph>\n</graphml>\n")


def _beginning(head: Head) -> str:
    keys = [
        *(_key("graph", name, "string") for name in _OF_THE_GRAPH),
        *(_key("node", name, kind) for name, kind in _OF_A_NODE.items()),
        *(_key("edge", name, "string") for name in _OF_AN_EDGE),
    ]
    facts = {
        "as_of": head.as_of.isoformat(),
        "known_at": head.known_at.isoformat() if head.known_at else "",
        "ledger_size": str(head.size),
        "ledger_root": head.root,
        "licence": head.licence,
    }
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'{"".join(keys)}<graph id="bonds" edgedefault="undirected">\n{_data("graph", facts)}'
    )


def _key(of: str, name: str, kind: str) -> str:
    return f'<key id="{of}_{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>\n'


def _nodes(exported: Exported, told: set[str]) -> Iterable[str]:
    for place, persian in zip(exported.places, exported.persian, strict=True):
        if place.id in told:
            continue
        told.add(place.id)
        facts = {"name": place.name, "name_fa": persian, "country": place.country}
        if place.latitude or place.longitude:
            facts |= {"latitude": f"{place.latitude:.4f}", "longitude": f"{place.longitude:.4f}"}
        yield f"<node id={quoteattr(for_xml(place.id))}>\n{_data('node', facts)}</node>\n"


def _edge(exported: Exported) -> str:
    facts = {"bond": exported.slug}
    for letter, side in zip("ab", exported.bond.sides, strict=True):
        standing = side.standing
        values = (str(standing.instrument or ""), str(standing.state), standing.since or "", str(standing.known or ""))
        facts |= {f"{name}_{letter}": value for name, value in zip(_OF_A_SIDE, values, strict=True)}
    facts["areas"] = " ".join(exported.bond.areas)
    facts["sources"] = json.dumps([source_facts(proof) for proof in exported.evidence()], ensure_ascii=False)
    ends = (quoteattr(for_xml(place.id)) for place in exported.places)
    return "<edge source={} target={}>\n{}</edge>\n".format(*ends, _data("edge", facts))


def _data(of: str, facts: Mapping[str, str]) -> str:
    return "".join(
        f'<data key="{of}_{name}">{escape(for_xml(value))}</data>\n' for name, value in facts.items() if value
    )


WRITER = GraphMl()
