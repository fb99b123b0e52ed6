"""Read one source: from its text to the Reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.ledger.statement import capture_of
from peyvand.core.reading.cast import Cast, cast_of
from peyvand.core.reading.choosing import choose
from peyvand.core.reading.claims.areas import find_areas, without
from peyvand.core.reading.claims.counts import find_counts
from peyvand.core.reading.drafting import drafts_of
from peyvand.core.reading.finding import find_hits, without_names
from peyvand.core.reading.language import language_of
from peyvand.core.reading.lists.grid import entries_of
from peyvand.core.reading.model import Person, Reading, SourceFacts
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.persons.mayors import mayors_of
from peyvand.core.reading.persons.people import find_people
from peyvand.core.reading.persons.speakers import speakers_of
from peyvand.core.reading.proposing import propose
from peyvand.core.reading.seat import seat_of
from peyvand.core.reading.silence import silent_sentences
from peyvand.core.reading.source_facts import day_of, source_facts
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
    explain: bool = False,
) -> Reading:
    """Read a source's text (line ends ``\\n``) by the rules of one language.

    ``published`` (Gregorian) outweighs ``facts``, what the source says of itself apart from its text, and both
    outweigh what stands on the page. A text in another language gives a Reading without statements. ``explain``: also
    which sentences name a bond and gave none, and why. Linear in the text.
    """
    facts = facts or SourceFacts(path=path)
    capture = capture_of(text)
    language = language_of(text, lexicon.languages)
    if language is None or language != lexicon.language:
        return Reading(source=_unread(facts, path, language, published), capture=capture, text=text)
    page = page_of(text, lexicon, gazetteer)
    source = source_facts(page, facts, lexicon, gazetteer, published)
    day = day_of(source.published)
    seat = seat_of(page, lexicon, gazetteer)
    cast = cast_of(page.sentences, lexicon.places.home, lexicon.reading.homes, source.speaks_for, seat)
    home = cast.home.place if cast.home else None
    people = find_people(page.folded, lexicon.people, page.places, page.blocks, home)
    names = _names(page, people)
    cast = replace(cast, mayors=mayors_of(people, page.sentences))
    told = [without_names(sentence, names) for sentence in page.sentences]
    hits = tuple(find_hits(told, cast, entries_of(page.sentences, cast), names))
    drafts = choose(drafts_of(page, hits, cast, lexicon.authorities, day))
    spoken = speakers_of(page.sentences, people, page.folded) if drafts else {}
    reading = Reading(
        source=replace(source, path=path or facts.path),
        capture=capture,
        text=text,
        statements=tuple(propose(page, draft, cast, capture, spoken) for draft in drafts),
        counts=find_counts(page.folded, lexicon.counts, page.places, page.blocks, home, _partner(cast)),
        areas=find_areas(page.folded, lexicon.areas, without(page.blocks, _of_states(page))) if drafts else (),
        people=people,
        silent=silent_sentences(page, hits, drafts) if explain else (),
    )
    for sentence in (*page.sentences, *told):
        sentence.release()
    return reading


def _unread(facts: SourceFacts, path: str, language: str | None, published: date | None) -> SourceFacts:
    """What is known of a source whose language has no words here."""
    return SourceFacts(
        path=path or facts.path,
        title=facts.title,
        publisher=facts.publisher,
        published=published.isoformat() if published else facts.published,
        language=language,
    )


def _of_states(page: Page) -> list[Span]:
    """The sentences in which two countries work together, and no city is named or meant."""
    return [
        sentence.span
        for sentence in page.sentences
        if len({place.name for place in sentence.places if place.level is Level.COUNTRY}) > 1
        and not any(place.level is Level.CITY for place in sentence.places)
        and not sentence.has("two_cities", "municipality", "city", "this_city")
    ]


def _partner(cast: Cast) -> Place | None:
    """The city that the article ties to its own."""
    if cast.main is None or cast.home is None:
        return None
    return next((party.place for party in cast.main if party.place.id != cast.home.place.id), None)


def _names(page: Page, people: Sequence[Person]) -> list[Span]:
    """Folded spans of the persons' names, which may hold words of the matter («پیمان رضوی»)."""
    found = []
    for person in people:
        at = person.evidence.text.find(person.name)
        if at >= 0:
            start = person.evidence.span.start + at
            found.append(page.folded.forward(Span(start, start + len(person.name))))
    return found
