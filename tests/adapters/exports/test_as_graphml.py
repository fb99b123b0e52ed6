from __future__ import annotations

from xml.etree import ElementTree

from tests.factories.exports import BONDS, written

_SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_nodes_are_told_once_and_edges_join_them() -> None:
    root = ElementTree.fromstring(written("graphml", BONDS))

    nodes = [node.get("id") for node in root.iterfind(".//g:node", _SPACE)]
    edges = [(edge.get("source"), edge.get("target")) for edge in root.iterfind(".//g:edge", _SPACE)]
    assert nodes == ["geonames:1", "geonames:2", "geonames:3"]
    assert edges == [("geonames:1", "geonames:2"), ("geonames:1", "geonames:3")]


def test_every_key_that_is_used_is_declared() -> None:
    root = ElementTree.fromstring(written("graphml", BONDS))

    declared = {key.get("id") for key in root.iterfind("g:key", _SPACE)}
    used = {data.get("key") for data in root.iterfind(".//g:data", _SPACE)}
    assert used <= declared
