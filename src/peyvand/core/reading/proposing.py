"""From a chosen draft to a Proposal: the statement in the source's own words, and what they were found to mean."""

from __future__ import annotations

from collections.abc import Mapping

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Statement
from peyvand.core.reading.acting import acts_of, sides_of
from peyvand.core.reading.cast import Cast
from peyvand.core.reading.drafting import Draft
from peyvand.core.reading.evidence import evidence_of
from peyvand.core.reading.leave import COUNCIL
from peyvand.core.reading.model import Evidence, Proposal
from peyvand.core.reading.page import Page
from peyvand.core.reading.resolving import resolved
from peyvand.core.reading.venue import venue_of
from peyvand.core.text import Span


def propose(page: Page, draft: Draft, cast: Cast, capture: str, spoken: Mapping[int, tuple[int, str]]) -> Proposal:
    """The proposal of one draft; ``capture`` is the text's hash, ``spoken`` who speaks in which sentence."""
    trigger, folded = draft.hit.trigger, page.folded
    span = evidence_of(trigger, folded)
    acts = acts_of(trigger, draft.hit.pair, cast.home)
    since, speaker = spoken.get(trigger.sentence.at, (0, None))
    first, second = draft.hit.pair
    statement = Statement(
        capture=capture,
        part=trigger.sentence.part,
        span=span,
        event=trigger.event,
        modality=trigger.modality,
        places=(folded.quote(first.span), folded.quote(second.span)),
        instrument=draft.instrument,
        instrument_word=_quote(page, draft.instrument_word.span if draft.instrument_word else None),
        authority=draft.authority.type if draft.authority else None,
        authority_word=_quote(page, draft.authority.span if draft.authority else None),
        date_text=draft.dated.mention.text if draft.dated else None,
        speaker=speaker if trigger.head.first >= since else None,
        acts=acts,
        sides=sides_of(trigger.event, acts),
    )
    return Proposal(
        statement=statement,
        resolution=resolved(statement, draft.places, draft.dated),
        cities=draft.places,
        evidence=Evidence(span, span.of(folded.page)),
        venue=_quote(page, venue_of(trigger)),
        authority_place=_authority_place(draft, acts),
        reasons=_reasons(page, draft),
    )


def _quote(page: Page, span: Span | None) -> str | None:
    return page.folded.quote(span) if span is not None else None


def _authority_place(draft: Draft, acts: tuple[int, ...]) -> Place | None:
    """The city of a council that acts; ministries have none here."""
    if draft.authority is None or draft.authority.type != COUNCIL or len(acts) != 1:
        return None
    return draft.places[acts[0]]


def _reasons(page: Page, draft: Draft) -> tuple[tuple[str, str], ...]:
    """What was looked for and what was found, for an explanation."""
    trigger = draft.hit.trigger
    found = [("step", page.folded.quote(trigger.head.span))]
    if trigger.mode.verb is not None:
        found.append(("verb", page.folded.quote(trigger.mode.verb.span)))
    return (*found, ("modality", trigger.mode.why), ("pair", draft.hit.why))
