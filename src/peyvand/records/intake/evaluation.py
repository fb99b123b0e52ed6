"""The reader held against what members have judged so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from peyvand.core.ledger.verdict import Status
from peyvand.core.ledger.words import SourceKind
from peyvand.core.reading import Reading, SourceFacts
from peyvand.core.reading.measuring import Measured, Said
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.register.gathering import about_source, gather


class Reads(Protocol):
    """A reader of texts: what a source says, when nothing is known but the text and what came with it."""

    def __call__(self, text: str, facts: SourceFacts, published: date | None) -> Reading: ...


def judged_sources() -> list[str]:
    """The captures of all sources with words of their own of which a statement was judged, in order of arrival."""
    judged = Entry.objects.filter(kind=Kind.VERDICT).values("subject")
    stated = Entry.objects.filter(kind=Kind.STATEMENT, key__in=judged).values("subject")
    sources = Source.objects.filter(capture__in=stated).exclude(kind=SourceKind.DATASET_ROW)
    return list(sources.order_by("received_at", "capture").values_list("capture", flat=True))


def evaluate(reads: Reads, *, by: Member | None = None) -> Iterator[Measured]:
    """Measure a reader against every judged source; the figures so far, after each. ``by`` None is the house itself.

    Raises `NotAllowed`.
    """
    if by is not None:
        allow(by, "source.see_internal", places=())
    measured = Measured()
    for capture in judged_sources():
        source = Source.objects.get(capture=capture)
        facts = SourceFacts(path=source.name, title=source.title or None, publisher=source.publisher or None)
        reading = reads(source.text, facts, source.published)
        statements = gather(about_source(capture)).statements.values()
        accepted, rejected = (
            [Said(one.statement, one.resolution) for one in statements if one.judged.status is status]
            for status in (Status.ACCEPTED, Status.REJECTED)
        )
        measured.take(reading.statements, accepted, rejected)
        yield measured
