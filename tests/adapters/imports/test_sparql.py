from __future__ import annotations

import json
from typing import Any

import pytest

from peyvand.adapters.imports.limits import LIMITS, TableLimits
from peyvand.adapters.imports.sparql import is_json, read_sparql
from peyvand.adapters.imports.table import UnreadableTable

ENTITY = "http://www.wikidata.org/entity/"


def answer(**values: str) -> dict[str, dict[str, str]]:
    return {name: {"type": "literal", "value": value} for name, value in values.items()}


def result(*answers: dict[str, Any], variables: tuple[str, ...] = ("item", "itemLabel", "partner")) -> bytes:
    return json.dumps({"head": {"vars": variables}, "results": {"bindings": answers}}).encode()


def test_variables_are_headings_and_items_are_numbers() -> None:
    rows = read_sparql(
        result(answer(item=f"{ENTITY}Q42053", itemLabel="Isfahan", partner=f"{ENTITY}Q2833"), answer(itemLabel="x")),
        "p190.json",
        LIMITS,
    )

    assert [(row.number, row.cells) for row in rows] == [
        (1, ("item", "itemLabel", "partner")),
        (2, ("Q42053", "Isfahan", "Q2833")),
        (3, ("", "x", "")),
    ]


def test_plain_form_of_the_query_page_is_read_alike() -> None:
    plain = json.dumps([{"item": f"{ENTITY}Q42053", "partner": f"{ENTITY}Q2833"}, {"item": "x", "start": None}])

    assert [row.cells for row in read_sparql(plain.encode(), "p190.json", LIMITS)] == [
        ("item", "partner", "start"), ("Q42053", "Q2833", ""), ("x", "", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{", "not_json"),
        (b"[" * 100_000, "not_json"),
        (b"{}", "not_sparql"),
        (b'{"head": {"vars": [1]}, "results": {"bindings": []}}', "not_sparql"),
        (b'{"head": {"vars": ["a"]}, "results": {"bindings": ["x"]}}', "not_sparql"),
        (b"[1, 2]", "not_sparql"),
        (b'{"caf\xe9": 1}', "unreadable"),
        (result(answer(item="a"), answer(item="b")), "too_many_rows"),
        (result(variables=("a", "b", "c", "d")), "too_many_columns"),
        (result(answer(item="a" * 60)), "cell_too_long"),
    ],
)
def test_other_json_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableTable) as refused:
        read_sparql(data, "p190.json", TableLimits(rows=1, columns=3, cell=50))

    assert refused.value.code == code


def test_json_is_known_by_its_beginning() -> None:
    assert is_json(b'\xef\xbb\xbf  {"head"')
    assert not is_json(b"city,country")
