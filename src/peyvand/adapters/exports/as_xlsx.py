"""A workbook for people: sheets of bonds, of their sources, of findings, and of what it is, in their own words.

In Persian the sheets run from right to left. No cell is a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from openpyxl import Workbook

from peyvand.adapters.exports.model import CannotHold, Exported, Head
from peyvand.adapters.exports.signs import for_xml
from peyvand.core.ledger.bond import Side
from peyvand.core.text.formulas import inert
from peyvand.lexicon.exports import export_words

# What the format has room for, headings included.
ROWS, LETTERS = 1_048_576, 32_767
_BOND = (
    "place", "country", "partner", "partner_country", "instrument", "state", "since", "known",
    "partner_instrument", "partner_state", "partner_since", "partner_known", "areas", "address",
)  # fmt: skip
_PROOF = (
    "place", "partner", "event", "modality", "date", "publisher", "title", "published",
    "received", "quote", "capture", "statement",
)  # fmt: skip
_FINDING = ("place", "partner", "finding", "statements")
_RIGHT_TO_LEFT = frozenset({"fa"})


@dataclass(frozen=True, slots=True)
class Xlsx:
    name: str = "xlsx"
    media_type: str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    suffix: str = ".xlsx"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        book = _Book(head)
        try:
            for exported in bonds:
                book.add(exported)
            book.finish(out)
        finally:
            book.close()


class _Book:
    """Rows go to the sheets as they come; the library keeps them on the disk."""

    def __init__(self, head: Head) -> None:
        self.words = export_words(head.language)
        self.head = head
        self.book = Workbook(write_only=True)
        self.used: dict[str, int] = {}
        self.bonds = self._sheet("bonds", _BOND)
        self.proofs = self._sheet("sources", _PROOF)
        self.findings = self._sheet("findings", _FINDING)

    def add(self, exported: Exported) -> None:
        names = [exported.name(at, self.head.language) for at in (0, 1)]
        own, other = exported.bond.sides
        self._row(self.bonds, [
            names[0], exported.places[0].country, names[1], exported.places[1].country,
            *self._standing(own), *self._standing(other), " ".join(exported.bond.areas), exported.slug,
        ])  # fmt: skip
        for event, witness, source in exported.evidence():
            published = source.published.isoformat() if source.published else ""
            self._row(self.proofs, [
                *names, self._word("events", event.event), self._word("modalities", witness.modality), event.date or "",
                source.publisher, source.title, published,
                source.received.date().isoformat(), witness.quote, source.capture, witness.statement,
            ])  # fmt: skip
        for finding in exported.bond.findings:
            self._row(self.findings, [*names, self._word("findings", finding.code), " ".join(finding.statements)])

    def finish(self, out: BinaryIO) -> None:
        about = self._sheet("about", ())
        facts = {
            "as_of": self.head.as_of.isoformat(),
            "known_at": self.head.known_at.isoformat() if self.head.known_at else self.words["about.all"],
            "ledger_size": str(self.head.size),
            "ledger_root": self.head.root,
            "licence": self.head.licence,
        }
        for name, value in facts.items():
            self._row(about, [self.words[f"about.{name}"], value])
        self.book.save(out)

    def close(self) -> None:
        """End the sheets, also those of a workbook that was given up; their files go when the program ends."""
        for sheet in self.book.worksheets:
            if not sheet.closed:
                sheet.close()

    def _sheet(self, name: str, columns: Sequence[str]) -> Any:
        sheet = self.book.create_sheet(self.words[f"sheets.{name}"])
        sheet.sheet_view.rightToLeft = self.head.language in _RIGHT_TO_LEFT
        if columns:
            sheet.freeze_panes = "A2"
            self._row(sheet, [self.words[f"columns.{column}"] for column in columns])
        return sheet

    def _row(self, sheet: Any, cells: Sequence[str]) -> None:
        self.used[sheet.title] = self.used.get(sheet.title, 0) + 1
        if self.used[sheet.title] > ROWS:
            raise CannotHold(ROWS)
        sheet.append([_cell(cell) for cell in cells])

    def _standing(self, side: Side) -> list[str]:
        standing = side.standing
        return [
            self._word("instruments", standing.instrument), self._word("states", standing.state),
            standing.since or "", self._word("known", standing.known),
        ]  # fmt: skip

    def _word(self, group: str, code: object) -> str:
        return self.words.get(f"{group}.{code}", str(code)) if code else ""


def _cell(text: str) -> str:
    text = inert(for_xml(text))
    return text if len(text) <= LETTERS else text[: LETTERS - 1] + "…"


WRITER = Xlsx()
