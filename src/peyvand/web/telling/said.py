"""Who said what: events in time with the words of their witnesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.core.ledger.bond import BondEvent, Known, Witness
from peyvand.core.ledger.words import DateBasis
from peyvand.core.text import Part, Span
from peyvand.records.register.shown import ClaimShown, SourceShown, StatementShown
from peyvand.web.shared.dates import day, when
from peyvand.web.shared.direction import foreign, runs_rtl, spell_controls
from peyvand.web.shared.marks import anchor_of
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.quoting import around
from peyvand.web.shared.words import KNOWN, MODALITIES, PARTS, word
from peyvand.web.telling import events as shown
from peyvand.web.telling.pages import Happening, Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What quotations are taken from: statements and claims by key, sources and their texts by capture."""

    statements: Mapping[str, StatementShown]
    claims: Mapping[str, ClaimShown]
    sources: Mapping[str, SourceShown]
    texts: Mapping[str, str]


def happenings(events: Iterable[BondEvent], shelf: Shelf, naming: Naming) -> tuple[Happening, ...]:
    """Events in the order of time; those with a date are numbered as on the time line."""
    ordered = shown.in_time(events)
    numbers = {event.key: at for at, event in enumerate(dated(ordered), start=1)}
    return tuple(
        Happening(
            anchor=shown.anchor(event),
            number=numbers.get(event.key, 0),
            title=shown.title(event),
            state=shown.state(event),
            state_word=shown.state_word(event),
            when=when(event.date, naming.language) if event.date else None,
            facts=tuple(_facts(event, naming)),
            quotes=tuple(_witnessed(witness, event, shelf, naming) for witness in event.witnesses),
        )
        for event in ordered
    )


def dated(events: Iterable[BondEvent]) -> list[BondEvent]:
    """The events that have a place on a time line, in its order."""
    return [event for event in shown.in_time(events) if event.date and (event.earliest or event.latest)]


def quote(capture: str, span: Span, words: str, shelf: Shelf, naming: Naming, facts: Iterable[str] = ()) -> Quote:
    """Words of a source with what stands around them; ``words`` alone where the text is not at hand."""
    source = shelf.sources.get(capture)
    text = shelf.texts.get(capture)
    before, marked, after = around(text, span) if text else ("", spell_controls(words), "")
    language = source.language if source else ""
    rtl = runs_rtl(words, language)
    return Quote(
        before=before,
        marked=marked,
        after=after,
        language=language or ("fa" if rtl else "en"),
        rtl=rtl,
        href=f"{reverse('portal:source', args=[capture])}#{anchor_of(span)}",
        title=spell_controls((source.title or source.name) if source else capture),
        facts=tuple(facts),
        published=day(source.published, naming.language) if source and source.published else None,
    )


def _witnessed(witness: Witness, event: BondEvent, shelf: Shelf, naming: Naming) -> Quote:
    statement = shelf.statements.get(witness.statement)
    facts = [
        *([word(MODALITIES, witness.modality)] if witness.modality is not event.modality else []),
        *(_of_statement(statement) if statement else ()),
        *([word(PARTS, witness.part)] if witness.part is not Part.BODY else []),
        *([_("the word of {place}").format(place=naming.place(witness.speaks_for))] if witness.speaks_for else []),
        *_of_source(shelf.sources.get(witness.capture)),
    ]
    said = quote(witness.capture, witness.span, witness.quote, shelf, naming, facts)
    return replace(said, statement=witness.statement)


def _of_statement(shown: StatementShown) -> Iterator[str]:
    if shown.statement.speaker:
        yield foreign(shown.statement.speaker)
    if shown.resolution.date and shown.statement.date_text:
        said = foreign(shown.statement.date_text)
        if shown.resolution.date_basis is DateBasis.INFERRED:
            yield _("date as said: “{words}”, the year follows from the text").format(words=said)
        else:
            yield _("date as said: “{words}”").format(words=said)


def _of_source(source: SourceShown | None) -> Iterator[str]:
    if source and source.publisher:
        yield foreign(source.publisher)


def _facts(event: BondEvent, naming: Naming) -> Iterator[str]:
    if by := shown.by_whom(event, naming):
        yield by
    if event.known in (Known.DOCUMENTED, Known.CLAIMED):
        yield word(KNOWN, event.known)
