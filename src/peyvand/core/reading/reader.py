"""Read one source: from its text to the Reading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from peyvand.core.calendar import bounds, scan_dates, settle
from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.ledger.statement import DateSaid, Resolution, Statement
from peyvand.core.ledger.words import DateBasis, Event, Instrument, Modality
from peyvand.core.reading.acting import acts_of, sides_of
from peyvand.core.reading.areas import find_areas
from peyvand.core.reading.cast import Cast, cast_of
from peyvand.core.reading.choosing import Draft, Ids, choose
from peyvand.core.reading.counts import find_counts
from peyvand.core.reading.dating import Days, date_of, is_to_come
from peyvand.core.reading.evidence import evidence_of
from peyvand.core.reading.finding import find_hits
from peyvand.core.reading.instruments import instrument_of, tells_instrument
from peyvand.core.reading.language import language_of
from peyvand.core.reading.leave import COUNCIL, authorities_of
from peyvand.core.reading.model import Evidence, Person, Proposal, Reading, SourceFacts
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.people import find_people
from peyvand.core.reading.speakers import speakers_of
from peyvand.core.reading.trigger import SISTER
from peyvand.core.reading.venue import venue_of
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Span


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
    language = language_of(text, lexicon.languages)
    if language is None or language != lexicon.language:
        day = published.isoformat() if published else facts.published
        source = SourceFacts(
            path=path or facts.path, title=facts.title, publisher=facts.publisher, published=day, language=language
        )
        return Reading(source=source, capture=capture, text=text)
    page = page_of(text, lexicon, gazetteer)
    day_said = published or _day(facts.published) or _dateline(page, lexicon)
    cast = cast_of(page.sentences, lexicon.places.home, lexicon.reading.homes)
    home = cast.home.place if cast.home else None
    people = find_people(page.folded, lexicon.people, page.places, page.blocks, home)
    drafts = choose(list(_drafts(page, cast, people, lexicon, day_said)))
    spoken = speakers_of(page.sentences, people, page.folded)
    return Reading(
        source=_source(page, facts, path, language, day_said),
        capture=capture,
        text=text,
        statements=tuple(_proposal(page, draft, cast, capture, spoken) for draft in drafts),
        counts=find_counts(page.folded, lexicon.counts, page.places, page.blocks, home, _partner(cast)),
        areas=find_areas(page.folded, lexicon.areas, page.blocks) if drafts else (),
        people=people,
    )


def _partner(cast: Cast) -> Place | None:
    """The city that the article ties to its own."""
    if cast.main is None or cast.home is None:
        return None
    return next((party.place for party in cast.main if party.place.id != cast.home.place.id), None)


def _names(page: Page, people: Sequence[Person]) -> list[Span]:
    """Folded spans of the persons' names."""
    found = []
    for person in people:
        at = person.evidence.text.find(person.name)
        if at >= 0:
            start = person.evidence.span.start + at
            found.append(page.folded.forward(Span(start, start + len(person.name))))
    return found


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


def _drafts(
    page: Page, cast: Cast, people: Sequence[Person], lexicon: Lexicon, published: date | None
) -> Iterator[Draft]:
    has_sister = any(sentence.has(*SISTER) for sentence in page.sentences)
    known: dict[Ids, Instrument] = {}
    near: defaultdict[Ids, list[Days]] = defaultdict(list)
    for hit in find_hits(page.sentences, cast, _names(page, people)):
        ids = frozenset(party.place.id for party in hit.pair)
        if hit.trigger.modality is Modality.DONE and is_to_come(hit.trigger, published):
            hit = replace(hit, trigger=replace(hit.trigger, mode=replace(hit.trigger.mode, modality=Modality.PLANNED)))
        is_main = cast.main is not None and ids == frozenset(party.place.id for party in cast.main)
        instrument, word = instrument_of(hit.trigger, known.get(ids), is_sisters=has_sister and is_main)
        if instrument is not None and tells_instrument(word):
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


def _proposal(
    page: Page, draft: Draft, cast: Cast, capture: str, spoken: Mapping[int, tuple[int, str]]
) -> Proposal:
    trigger, folded = draft.hit.trigger, page.folded
    span = evidence_of(trigger, folded)
    acts = acts_of(trigger, draft.hit.pair, cast.home)
    first, second = draft.hit.pair
    since, speaker = spoken.get(trigger.sentence.at, (0, None))
    venue = venue_of(trigger)
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
        speaker=speaker if trigger.head.first >= since else None,
        acts=acts,
        sides=sides_of(trigger.event, acts),
    )
    return Proposal(
        statement=statement,
        resolution=_resolution(statement, draft),
        cities=draft.places,
        evidence=Evidence(span, span.of(folded.page)),
        venue=folded.quote(venue) if venue else None,
        authority_place=_authority_place(draft, acts),
        reasons=_reasons(page, draft),
    )


def _authority_place(draft: Draft, acts: tuple[int, ...]) -> Place | None:
    """The city of a council that acts; ministries have none here."""
    if draft.authority is None or draft.authority.type != COUNCIL or len(acts) != 1:
        return None
    return draft.places[acts[0]]


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
