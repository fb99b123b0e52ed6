"""What ``peyvand state`` does with the store."""

from __future__ import annotations

import argparse

from peyvand.cli.deciding import one_key, source_of_file
from peyvand.cli.intake import opened
from peyvand.cli.messages import _, say
from peyvand.cli.places import place_named
from peyvand.cli.status import Status, Stopped
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Channel, DateBasis, Event, Instrument, Modality, SourceKind
from peyvand.core.text import Part, Span
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.intake.actions import JudgedMeanwhile, add
from peyvand.records.intake.drafts import CannotResolve
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.ledger.models import Kind
from peyvand.records.register.queries import texts


def run(options: argparse.Namespace) -> Status:
    """Enter one statement and accept it. What cannot be said is wrong usage."""
    member = opened(options.member, accept=True).by
    source = _source(options)
    capture = source.capture if source else one_key(Kind.SOURCE, options.source)
    text = source.text if source else texts([capture])[capture]
    start = text.find(options.quote)
    if start < 0:
        raise Stopped(Status.WRONG_USAGE, _("The source does not have these words."))
    statement, resolution = _said(options, capture, Span(start, start + len(options.quote)))
    try:
        key = add(statement, resolution, by=member, source=source, reason=options.reason)
    except (NotAllowed, CannotResolve, JudgedMeanwhile) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    say(_("Entered: %s") % key)
    return Status.WELL


def _source(options: argparse.Namespace) -> SourceDraft | None:
    if not options.file:
        return None
    return source_of_file(
        options.file,
        kind=SourceKind(options.kind),
        public=not options.internal,
        title=options.title,
        published=options.published,
        speaks_for=place_named(options.speaks_for).id if options.speaks_for else "",
    )


def _said(options: argparse.Namespace, capture: str, span: Span) -> tuple[Statement, Resolution]:
    places = [place_named(words) for words in options.between]
    statement = Statement(
        capture=capture,
        part=Part.BODY,
        span=span,
        event=Event(options.event),
        modality=Modality(options.modality),
        places=(options.between[0], options.between[1]),
        code=options.code,
        instrument=Instrument(options.instrument) if options.instrument else None,
        instrument_word=options.word,
        authority=options.authority,
        acts=_positions(options.acts, places),
        sides=_positions(options.side, places) or (0, 1),
        channel=Channel(options.channel),
    )
    resolution = Resolution(
        statement=statement.key,
        places=(places[0].id, places[1].id),
        date=options.date,
        date_basis=DateBasis.SAID if options.date else None,
    )
    return statement, resolution


def _positions(words: str | None, places: list[Place]) -> tuple[int, ...]:
    """Which of the two places is named; none where nothing is."""
    if not words:
        return ()
    named = place_named(words)
    if named not in places:
        raise Stopped(Status.WRONG_USAGE, _("%s is none of the two places.") % words)
    return (places.index(named),)
