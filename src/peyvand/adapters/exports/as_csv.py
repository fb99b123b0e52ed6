"""A table of bonds, one line each, in codes and Gregorian dates: for programs, and for sheets that sort and filter."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from peyvand.adapters.exports.model import Exported, Head, source_facts
from peyvand.core.ledger.bond import Side
from peyvand.core.text.formulas import inert

_OF_A_SIDE = ("name", "name_fa", "id", "country", "instrument", "state", "since", "known", "toward", "reached")
COLUMNS = (
    "bond",
    *(f"{column}_{side}" for side in "ab" for column in _OF_A_SIDE),
    "areas", "findings", "sources", "as_of", "known_at", "ledger_size", "ledger_root", "licence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Csv:
    name: str = "csv"
    media_type: str = "text/csv; charset=utf-8"
    suffix: str = ".csv"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        """The mark at the beginning tells spreadsheets that the letters are UTF-8."""
        out.write(b"\xef\xbb\xbf")
        _line(COLUMNS, out)
        common = (
            head.as_of.isoformat(),
            head.known_at.isoformat() if head.known_at else "",
            str(head.size),
            head.root,
            head.licence,
        )
        for exported in bonds:
            _line((*_cells(exported), *common), out)


def _cells(exported: Exported) -> Iterable[str]:
    yield exported.slug
    for at, side in enumerate(exported.bond.sides):
        yield from _side(exported, at, side)
    yield " ".join(exported.bond.areas)
    yield " ".join(sorted({finding.code for finding in exported.bond.findings}))
    yield json.dumps([source_facts(proof) for proof in exported.evidence()], ensure_ascii=False)


def _side(exported: Exported, at: int, side: Side) -> Iterable[str]:
    place, standing, progress = exported.places[at], side.standing, side.progress
    yield from (place.name, exported.persian[at], place.id, place.country)
    yield from (str(standing.instrument or ""), str(standing.state), standing.since or "", str(standing.known or ""))
    yield from (str(progress.toward), str(progress.reached)) if progress else ("", "")


def _line(cells: Iterable[str], out: BinaryIO) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerow([inert(cell) for cell in cells])
    out.write(text.getvalue().encode())


WRITER = Csv()
