"""The second reader at the desk: asked for one source; what it found stands beside what the rules found."""

from __future__ import annotations

import os
from dataclasses import dataclass

from peyvand.adapters.second_reader import Server, ask, server_of
from peyvand.adapters.sources import Captured
from peyvand.core.ledger.reading_note import ReadingNote
from peyvand.core.ledger.words import SourceKind
from peyvand.core.reading.comparing import Compared, compare
from peyvand.core.reading.model import Reading
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.intake.actions import propose
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import reading_draft
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.rows import parse, unpack
from peyvand.records.register.gathering import about_source, gather
from peyvand.records.register.reach import sources_open
from peyvand.records.register.shown import StatementShown


class NoSuchSource(LookupError):
    """The ledger has no source of this id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Two readings of one source: who the second reader was, and each statement of either with what differs."""

    reader: str
    compared: tuple[Compared[StatementShown], ...]

    @property
    def differing(self) -> tuple[Compared[StatementShown], ...]:
        """Those on which the readers do not agree."""
        return tuple(pair for pair in self.compared if not pair.agrees)


def second_server() -> Server | None:
    """The server of the second reader, where this installation names one."""
    return server_of(os.environ)


def read_again(capture: str, server: Server, *, by: Member) -> int:
    """Have the second reader read a source of the ledger and propose what it found; how much of it was new.

    The server is asked before anything is locked. Raises `NotAllowed`, `NoSuchSource` or `NoAnswer`.
    """
    allow(by, "statement.propose")
    source = Source.objects.filter(sources_open(by, "statement.propose"), capture=capture).first()
    if source is None:
        raise NoSuchSource(capture)
    captured = _captured(source)
    second = ask(server, captured, published=source.published)
    return note_reading(captured, second.reading, f"llm:{server.model}", by=by)


def note_reading(captured: Captured, reading: Reading, reader: str, *, by: Member) -> int:
    """Propose what another reader found, and note that it was this reader; how much was new. Raises `NotAllowed`."""
    with writing() as moment:
        known = set(Entry.objects.filter(subject=reading.capture, kind=Kind.STATEMENT).values_list("key", flat=True))
        proposed = propose(captured, reading, by=by)
        found = tuple(one.statement.key for one in reading.statements)
        alone = tuple(key for key in found if key not in known)
        note = ReadingNote(capture=reading.capture, reader=reader, found=found, alone=alone)
        append([reading_draft(note)], by=by, at=moment)
    return proposed.new


def beside(capture: str) -> Beside | None:
    """The two readings of a source; None where no second reader has read it. Of several the last one counts."""
    notes = Entry.objects.filter(kind=Kind.READING, subject=capture).order_by("-number")
    body = notes.values_list("body", flat=True).first()
    if body is None:
        return None
    note = unpack(ReadingNote, parse(body))
    said = gather(about_source(capture)).statements
    second = [said[key] for key in note.found if key in said]
    first = [shown for key, shown in said.items() if key not in note.alone]
    return Beside(reader=note.reader, compared=compare(first, second))


def _captured(source: Source) -> Captured:
    return Captured(
        name=source.name,
        text=source.text,
        title=source.title or None,
        publisher=source.publisher or None,
        published=source.published.isoformat() if source.published else None,
        kind=SourceKind(source.kind),
    )
