"""Results of queries in SPARQL's own JSON, and in the plain form that Wikidata's query page also offers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from peyvand.adapters.imports.limits import TableLimits
from peyvand.adapters.imports.table import Row, UnreadableTable, clean
from peyvand.adapters.sources.captured import UnreadableSource
from peyvand.adapters.sources.decoding import decode

_ENTITY = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q[1-9]\d{0,11})")


def is_json(data: bytes) -> bool:
    """Whether these bytes begin as an object or a list of JSON does."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")


def read_sparql(data: bytes, name: str, limits: TableLimits) -> tuple[Row, ...]:
    """The variables as headings and each answer as a row, numbered as in a table. Raises `UnreadableTable`."""
    try:
        told = json.loads(decode(data, name))
    except UnreadableSource as fault:
        raise UnreadableTable(name, "unreadable", cause=fault.reason) from fault
    except (ValueError, RecursionError) as fault:
        raise UnreadableTable(name, "not_json", cause=fault) from fault
    variables, answers = _answers(told, name)
    if len(answers) > limits.rows:
        raise UnreadableTable(name, "too_many_rows", limit=limits.rows)
    if len(variables) > limits.columns:
        raise UnreadableTable(name, "too_many_columns", row=1, limit=limits.columns)
    rows = [Row(1, tuple(map(clean, variables)))]
    for number, answer in enumerate(answers, start=2):
        cells = tuple(_cell(answer.get(variable)) for variable in variables)
        if max(map(len, cells), default=0) > limits.cell:
            raise UnreadableTable(name, "cell_too_long", row=number, limit=limits.cell)
        rows.append(Row(number, cells))
    return tuple(rows)


def _answers(told: Any, name: str) -> tuple[list[str], Sequence[Mapping[str, Any]]]:
    if isinstance(told, list) and all(isinstance(answer, dict) for answer in told):
        variables = list(dict.fromkeys(variable for answer in told for variable in answer))
        return variables, told
    try:
        variables, answers = told["head"]["vars"], told["results"]["bindings"]
    except (KeyError, TypeError) as fault:
        raise UnreadableTable(name, "not_sparql") from fault
    if not all(isinstance(one, str) for one in variables) or not all(isinstance(one, dict) for one in answers):
        raise UnreadableTable(name, "not_sparql")
    return variables, answers


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("value", "")
    text = clean("" if value is None else str(value))
    entity = _ENTITY.fullmatch(text)
    return entity[1] if entity else text
