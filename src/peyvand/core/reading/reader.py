"""Read one source: from its text to the Reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256

from peyvand.core.calendar import bounds, scan_dates, settle
from peyvand.core.gazetteer import Gazetteer
from peyvand.core.ledger.statement import DateSaid, Resolution, Statement
from peyvand.core.ledger.words import DateBasis, Event, Instrument
from peyvand.core.reading.acting import acts_of, sides_of
from peyvand.core.reading.cast import Cast, cast_of
from peyvand.core.reading.choosing import Draft, Ids, choose
from peyvand.core.reading.dating import Days, date_of
from peyvand.core.reading.evidence import evidence_of
from peyvand.core.reading.finding import Hit, find_hits
from peyvand.core.reading.instruments import instrument_of
from peyvand.core.reading.language import language_of
from peyvand.core.reading.leave import authorities_of
from peyvand.core.reading.model import Evidence, Proposal, Reading, SourceFacts
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.trigger import SISTER
from peyvand.core.reading.words import Lexicon


def read(
    text: str,
    *,
    path: str = "",
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    published: date | None = None,
    facts: SourceFacts | None = None,
) -> Reading:
    """Read a source's text (line ends ``\\n``) by the rules of one language.

    ``published`` (Gregorian) outweighs ``facts``, what the source says of itself apart from its text, and both
    outweigh what stands on the page. A text in another language gives a Reading without statements. Linear in the text.
    """
    facts = facts or SourceFacts(path=path)
    capture = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    language = language_of(text)
    if language != lexicon.language:
        day = published.isoformat() if published else facts.published
        source = SourceFacts(
            path=path or facts.path, title=facts.title, publisher=facts.publisher, published=day, language=language
        )
        return Reading(source=source, capture=capture, text=text)
    page = page_of(text, lexicon, gazetteer)
    day_said = published or _day(facts.published) or _dateline(page, lexicon)
    cast = cast_of(page.sentences, lexicon.places.home)
    return Reading(
        source=_source(page, facts, path, language, day_said),
        capture=capture,
        text=text,
        statements=tuple(_proposals(page, cast, lexicon, day_said, capture)),
    )


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _dateline(page: Page, lexicon: Lexicon) -> date | None:
    """The day of publication that stands on the page: the first date there that is a whole day."""
    for span in page.divided.dateline:
        for mention in scan_dates(page.folded, lexicon.calendar, span):
            settled = settle(mention)
            if settled.bounds and settled.bounds[0] == settled.bounds[1]:
                return settled.bounds[0]
    return None


def _source(page: Page, facts: SourceFacts, path: str, language: str, published: date | None) -> SourceFacts:
    folded, divided = page.folded, page.divided
    return SourceFacts(
        path=path or facts.path,
        title=folded.quote(divided.title) if divided.title else facts.title,
        publisher=folded.quote(divided.publisher) if divided.publisher else facts.publisher,
        published=published.isoformat() if published else None,
        code=folded.quote(divided.code) if divided.code else facts.code,
        tags=tuple(folded.quote(tag) for tag in divided.tags) or facts.tags,
        language=language,
    )


def _proposals(page: Page, cast: Cast, lexicon: Lexicon, published: date | None, capture: str) -> Iterator[Proposal]:
    drafts = list(_drafts(page, list(find_hits(page.sentences, cast)), lexicon, published))
    for draft in choose(drafts):
        yield _proposal(page, draft, cast, capture)


def _drafts(page: Page, hits: Sequence[Hit], lexicon: Lexicon, published: date | None) -> Iterator[Draft]:
    has_sister = any(sentence.has(*SISTER) for sentence in page.sentences)
    known: dict[Ids, Instrument] = {}
    near: defaultdict[Ids, list[Days]] = defaultdict(list)
    for hit in hits:
        ids = frozenset(party.place.id for party in hit.pair)
        instrument, word = instrument_of(hit.trigger, known.get(ids), has_sister=has_sister)
        if instrument is not None:
            known[ids] = instrument
        dated = date_of(hit.trigger, published=published, near=near[ids])
        if dated is not None and dated.edtf is not None:
            first, last = bounds(dated.edtf)
            if first and last:
                near[ids].append((first, last))
        bodies = (
            authorities_of(hit.trigger, page.folded, lexicon.authorities)
            if hit.trigger.event is Event.APPROVAL
            else (None,)
        )
        for body in bodies:
            yield Draft(hit, instrument, word, body, dated)


def _proposal(page: Page, draft: Draft, cast: Cast, capture: str) -> Proposal:
    trigger, folded = draft.hit.trigger, page.folded
    span = evidence_of(trigger, folded)
    acts = acts_of(trigger, draft.hit.pair, cast.home)
    first, second = draft.hit.pair
    statement = Statement(
        capture=capture,
        part=trigger.sentence.part,
        span=span,
        event=trigger.event,
        modality=trigger.modality,
        places=(folded.quote(first.span), folded.quote(second.span)),
        instrument=draft.instrument,
        instrument_word=folded.quote(draft.instrument_word.span) if draft.instrument_word else None,
        authority=draft.authority.type if draft.authority else None,
        authority_word=folded.quote(draft.authority.span) if draft.authority else None,
        date_text=draft.dated.mention.text if draft.dated else None,
        acts=acts,
        sides=sides_of(trigger.event, acts),
    )
    return Proposal(
        statement=statement,
        resolution=_resolution(statement, draft),
        cities=draft.places,
        evidence=Evidence(span, span.of(folded.page)),
        reasons=_reasons(page, draft),
    )


def _resolution(statement: Statement, draft: Draft) -> Resolution:
    places = (draft.places[0].id, draft.places[1].id)
    dated = draft.dated
    if dated is None:
        return Resolution(statement=statement.key, places=places)
    settled = dated.settled
    return Resolution(
        statement=statement.key,
        places=places,
        date=dated.edtf,
        date_basis=DateBasis(settled.basis) if settled.basis and dated.edtf else None,
        date_said=DateSaid(calendar=str(settled.calendar), value=settled.value, text=settled.text),
        date_conflict=settled.conflict,
    )


def _reasons(page: Page, draft: Draft) -> tuple[tuple[str, str], ...]:
    trigger = draft.hit.trigger
    found = [("step", page.folded.quote(trigger.head.span))]
    if trigger.mode.verb is not None:
        found.append(("verb", page.folded.quote(trigger.mode.verb.span)))
    found += [("modality", trigger.mode.why), ("pair", draft.hit.why)]
    return tuple(found)
