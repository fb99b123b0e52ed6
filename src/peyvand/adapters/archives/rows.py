"""What an archive gives, as rows: of sources in which something was said, of their statements, of what was not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from peyvand.adapters.sources import REASONS, Captured, UnreadableSource
from peyvand.core.ledger.words import SourceKind
from peyvand.core.reading import Reading, as_json

Row = dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """What became of one item, or of many: ``passed`` over by the first pass, ``silent`` though they were read."""

    sources: list[Row] = field(default_factory=list)
    statements: list[Row] = field(default_factory=list)
    failures: list[Row] = field(default_factory=list)
    passed: int = 0
    silent: int = 0


def source_row(captured: Captured, reading: Reading) -> Row:
    """A source with its text and everything read in it but the statements, which have rows of their own."""
    told = as_json(reading)
    return {
        "capture": reading.capture,
        **told["source"],
        "author": captured.author,
        "media_type": captured.media_type,
        "kind": str(captured.kind),
        "said_title": captured.title,
        "said_publisher": captured.publisher,
        "said_published": captured.published,
        "statements": len(reading.statements),
        "counts": told["counts"],
        "areas": told["areas"],
        "people": told["people"],
        "text": reading.text,
    }


def statement_rows(reading: Reading) -> list[Row]:
    """A row for each statement, with the two places side by side."""
    return [_statement_row(reading.capture, said) for said in as_json(reading)["statements"]]


def _statement_row(capture: str, said: Row) -> Row:
    first, second = said["cities"]
    authority, evidence = said["authority"] or {}, said["evidence"]
    kept = ("event", "code", "instrument", "instrument_word", "modality", "date", "date_text", "date_basis", "place")
    return {
        "id": said["id"],
        "capture": capture,
        **{f"a_{key}": value for key, value in first.items()},
        **{f"b_{key}": value for key, value in second.items()},
        **{key: said[key] for key in kept},
        "authority": authority.get("type"),
        "authority_place": (authority.get("place") or {}).get("id"),
        "part": said["part"],
        "speaker": said["speaker"],
        "acts": said["acts"],
        "sides": said["sides"],
        "start": evidence["start"],
        "end": evidence["end"],
        "quote": evidence["text"],
    }


def failure_row(fault: UnreadableSource) -> Row:
    """Why a page was not read."""
    return {"path": fault.name, "code": fault.code, "reason": REASONS[fault.code].format(**fault.details)}


def captured_of(row: Row) -> Captured:
    """The source of a row, as it was captured."""
    return Captured(
        name=row["path"],
        text=row["text"],
        media_type=row["media_type"],
        title=row["said_title"],
        publisher=row["said_publisher"],
        published=row["said_published"],
        author=row["author"],
        kind=SourceKind(row["kind"]),
    )
