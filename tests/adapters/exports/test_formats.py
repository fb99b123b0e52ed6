"""What every format owes: sources with their words, both times, the ledger and the licence."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import openpyxl
import pytest
from tests.factories.exports import BONDS, HEAD, HOSTILE, SIGNED, hostile, written

from peyvand.adapters.exports.formats import WRITERS
from peyvand.adapters.exports.model import Exported


def strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from (str(key), *strings(item))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif value is not None:
        yield str(value)


def of_csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        for cell in row:
            yield from (cell, *(strings(json.loads(cell)) if cell.startswith("[") else ()))


def of_xlsx(data: bytes) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        yield from (str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)


def of_graphml(data: bytes) -> Iterator[str]:
    for element in ElementTree.fromstring(data).iter():
        text = element.text or ""
        yield from (text, *(strings(json.loads(text)) if text.startswith("[") else ()))


def of_json(data: bytes) -> Iterator[str]:
    return strings(json.loads(data))


def of_json_lines(data: bytes) -> Iterator[str]:
    return strings([json.loads(line) for line in data.splitlines()])


READ: dict[str, Callable[[bytes], Iterator[str]]] = {
    "csv": of_csv, "xlsx": of_xlsx, "graphml": of_graphml, "json": of_json, "jsonl": of_json_lines,
    "jsonld": of_json, "geojson": of_json,
}  # fmt: skip


def told(name: str, *bonds: Exported) -> set[str]:
    """Every value that a reader of the format finds in an export."""
    return set(READ[name](written(name, bonds)))


def test_every_format_is_under_the_contract() -> None:
    assert READ.keys() == WRITERS.keys()


@pytest.mark.parametrize("name", WRITERS)
def test_every_witness_is_there_with_its_source_and_words(name: str) -> None:
    proofs = [proof for bond in BONDS for proof in bond.evidence()]
    wanted = {
        value
        for event, witness, source in proofs
        for value in (source.publisher, source.title, source.capture, witness.quote)
    }

    assert len(proofs) == 3
    assert wanted <= told(name, *BONDS)


@pytest.mark.parametrize("name", WRITERS)
def test_times_ledger_and_licence_are_there(name: str) -> None:
    known_at = HEAD.known_at.isoformat() if HEAD.known_at else ""

    assert {"2025-06-02", known_at, str(HEAD.size), HEAD.root, HEAD.licence} <= told(name, *BONDS)


@pytest.mark.parametrize("name", WRITERS)
def test_places_and_states_are_there(name: str) -> None:
    found = told(name, *BONDS)

    assert found & {"Isfahan", "اصفهان"}
    assert found & {"suspended", "معلق"}


@pytest.mark.parametrize("name", WRITERS)
def test_export_without_bonds_is_whole(name: str) -> None:
    assert HEAD.licence in told(name) or name == "csv"


@pytest.mark.parametrize("name", WRITERS)
def test_hostile_words_stay_words(name: str) -> None:
    found = told(name, hostile())

    assert found & {HOSTILE, f"'{HOSTILE}", f"'{HOSTILE}".replace("\x0b", "\ufffd"), HOSTILE.replace("\x0b", "\ufffd")}


@pytest.mark.parametrize("name", WRITERS)
def test_bonds_are_taken_one_by_one(name: str) -> None:
    taken = []

    def bonds() -> Iterator[Exported]:
        for number in range(50):
            taken.append(number)
            yield SIGNED

    class Out(io.BytesIO):
        def write(self, data: object) -> int:
            seen.append(len(taken))
            return super().write(data)  # type: ignore[arg-type]

    seen: list[int] = []
    WRITERS[name].write(HEAD, bonds(), Out())

    # A workbook is packed at the end; its library keeps the rows on the disk until then.
    assert len(set(seen)) >= 50 or name == "xlsx"


@pytest.mark.parametrize("name", WRITERS)
def test_same_bonds_make_the_same_bytes(name: str) -> None:
    assert written(name) == written(name) or name == "xlsx"


def test_names_and_kinds_of_files() -> None:
    assert {writer.name: (writer.suffix, bool(writer.media_type)) for writer in WRITERS.values()} == {
        name: (f".{name}", True) for name in WRITERS
    }
