from __future__ import annotations

import json
from typing import Any

from tests.factories.exports import OUR_PLACE, SIGNED, VISITED, exported, written
from tests.factories.exports import THEIR_PLACE as FREIBURG
from tests.factories.telling import told

from peyvand.adapters.exports.as_jsonld import CONTEXT, identity
from peyvand.adapters.exports.model import Exported
from peyvand.core.gazetteer import Place


def graph(*bonds: Exported) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = json.loads(written("jsonld", bonds))["@graph"]
    return nodes


def test_tie_is_p190_from_each_side_with_days_and_sources() -> None:
    ours, theirs = (node["p:P190"] for node in graph(SIGNED) if "p:P190" in node)

    assert ours["ps:P190"] == {"@id": "https://sws.geonames.org/2/"}
    assert ours["pq:P580"] == {"@value": "2000-10-27", "@type": "http://id.loc.gov/datatypes/edtf/EDTF"}
    assert (theirs["ps:P190"], theirs["peyvand:state"]) == ({"@id": "https://sws.geonames.org/1/"}, "suspended")
    assert {source["schema:identifier"] for source in ours["prov:wasDerivedFrom"]} == {"a1", "b2"}


def test_tie_that_ended_has_its_end() -> None:
    over = exported(
        "x", FREIBURG, told("signing", when="2000-10-27", by="a1"), told("termination", when="2023-01-31", by="b2")
    )

    ends = [node["p:P190"]["pq:P582"]["@value"] for node in graph(over) if "p:P190" in node]

    assert ends == ["2023-01-31", "2023-01-31"]


def test_visit_is_no_twinning() -> None:
    nodes = graph(VISITED)

    assert not any("p:P190" in node for node in nodes)
    assert [node["peyvand:bond"]["peyvand:partner"]["@id"] for node in nodes if "peyvand:bond" in node] == [
        "https://sws.geonames.org/3/", "https://sws.geonames.org/1/",
    ]  # fmt: skip


def test_place_is_told_once_with_its_names() -> None:
    cities = [node for node in graph(SIGNED, VISITED) if node.get("@type") == "schema:City"]

    assert [node["schema:identifier"] for node in cities] == ["geonames:1", "geonames:2", "geonames:3"]
    assert {"@value": "اصفهان", "@language": "fa"} in cities[0]["schema:name"]


def test_every_prefix_is_declared() -> None:
    keys = {key.split(":")[0] for node in graph(SIGNED) for key in node if not key.startswith("@")}

    assert keys <= CONTEXT.keys()


def test_identity_is_that_of_others_where_there_is_one() -> None:
    assert identity(OUR_PLACE) == "https://sws.geonames.org/1/"
    assert identity(Place(id="local:county-1", name="x", country="IR")) == "urn:peyvand:place:local:county-1"
