"""Articles with the reading drawn on them, as plain files that a reader of Persian can check and correct.

``⟦words⟧(1 2)`` marks the evidence of the statements 1 and 2, which are listed below the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.factories.towns import reading

from peyvand.core.reading.model import Proposal, Reading

GOLDEN = Path(__file__).parents[2] / "golden" / "reading"
FILES = sorted(GOLDEN.glob("*.txt"))
_MARK = re.compile(r"⟦|⟧\(([\d ]+)\)")
_PUBLISHED = re.compile(r"published: (\S+)\n\n")


@dataclass(frozen=True)
class Drawing:
    """An article without its marks, the span and words of each numbered statement, and the list below the text."""

    text: str
    published: str | None
    spans: dict[int, tuple[int, int]]
    listed: list[str]


def drawing(path: Path) -> Drawing:
    drawn = path.read_text("utf-8")
    published = _PUBLISHED.match(drawn)
    text, _, listed = drawn[published.end() if published else 0 :].partition("\n\n———\n")
    plain, spans = unmark(text)
    return Drawing(plain, published[1] if published else None, spans, listed.splitlines())


def unmark(drawn: str) -> tuple[str, dict[int, tuple[int, int]]]:
    """The text without marks, and where each numbered stretch stands in it."""
    spans: dict[int, tuple[int, int]] = {}
    opened: list[int] = []
    plain, at = "", 0
    for mark in _MARK.finditer(drawn):
        plain += drawn[at : mark.start()]
        at = mark.end()
        if mark[0] == "⟦":
            opened.append(len(plain))
        else:
            start = opened.pop()
            spans.update((int(number), (start, len(plain))) for number in mark[1].split())
    assert opened == []
    return plain + drawn[at:], spans


def written(found: Reading) -> list[str]:
    """A reading as the list below a text."""
    lines = [statement(number, proposal) for number, proposal in enumerate(found.statements, 1)]
    for count in found.counts:
        partner = f", {count.partner.name}" if count.partner else ""
        lines.append(f"count {count.kind} {count.n}: {count.city.name}{partner}")
    if found.areas:
        lines.append("areas: " + ", ".join(area.area for area in found.areas))
    return lines + [f"person {person.role}: {person.name}" for person in found.people]


def statement(number: int, proposal: Proposal) -> str:
    said = proposal.statement
    cities = f"{proposal.cities[0].name}, {proposal.cities[1].name}"
    more = (said.instrument, proposal.resolution.date, said.authority)
    return " | ".join([f"{number} {said.event} {said.modality}: {cities}", *(str(one) for one in more if one)])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_reader_sees_what_a_reader_sees(path: Path) -> None:
    drawn = drawing(path)
    found = reading(drawn.text, drawn.published)
    assert written(found) == drawn.listed
    spans = {at: (one.evidence.span.start, one.evidence.span.stop) for at, one in enumerate(found.statements, 1)}
    assert spans == drawn.spans


def test_there_are_golden_texts() -> None:
    assert len(FILES) >= 6
