"""Read one source: from its text to the Reading."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from peyvand.core.calendar import scan_dates, settle
from peyvand.core.gazetteer import Gazetteer, Level, Place, Role, find_places
from peyvand.core.reading.areas import find_areas
from peyvand.core.reading.cast import Cast, cast_of
from peyvand.core.reading.choosing import choose
from peyvand.core.reading.counts import find_counts
from peyvand.core.reading.drafting import drafts_of
from peyvand.core.reading.finding import find_hits
from peyvand.core.reading.language import language_of
from peyvand.core.reading.model import Person, Reading, SourceFacts
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.people import find_people
from peyvand.core.reading.proposing import propose
from peyvand.core.reading.speakers import speakers_of
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Folded, Span, fold

# How far (characters) behind a day and a month their year may stand.
_YEAR_REACH = 12


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
        return Reading(source=_unread(facts, path, language, published), capture=capture, text=text)
    page = page_of(text, lexicon, gazetteer)
    day = published or _day(facts.published) or _dateline(page, lexicon)
    cast = cast_of(page.sentences, lexicon.places.home, lexicon.reading.homes)
    home = cast.home.place if cast.home else None
    people = find_people(page.folded, lexicon.people, page.places, page.blocks, home)
    hits = find_hits(page.sentences, cast, _names(page, people))
    drafts = choose(drafts_of(page, hits, cast, lexicon.authorities, day))
    spoken = speakers_of(page.sentences, people, page.folded)
    return Reading(
        source=_source(page, facts, path, language, day, _speaks_for(page, facts, lexicon, gazetteer)),
        capture=capture,
        text=text,
        statements=tuple(propose(page, draft, cast, capture, spoken) for draft in drafts),
        counts=find_counts(page.folded, lexicon.counts, page.places, page.blocks, home, _partner(cast)),
        areas=find_areas(page.folded, lexicon.areas, page.blocks) if drafts else (),
        people=people,
    )


def _unread(facts: SourceFacts, path: str, language: str | None, published: date | None) -> SourceFacts:
    """What is known of a source whose language has no words here."""
    return SourceFacts(
        path=path or facts.path,
        title=facts.title,
        publisher=facts.publisher,
        published=published.isoformat() if published else facts.published,
        language=language,
    )


def _source(
    page: Page, facts: SourceFacts, path: str, language: str, published: date | None, speaks_for: str | None
) -> SourceFacts:
    """What is known of a source: what it says of itself outranks whom its text reports after («به گزارش …»)."""
    folded, divided = page.folded, page.divided
    return SourceFacts(
        path=path or facts.path,
        title=folded.quote(divided.title) if divided.title else facts.title,
        publisher=facts.publisher or (folded.quote(divided.publisher) if divided.publisher else None),
        published=published.isoformat() if published else None,
        code=folded.quote(divided.code) if divided.code else facts.code,
        tags=tuple(folded.quote(tag) for tag in divided.tags) or facts.tags,
        language=language,
        speaks_for=speaks_for,
    )


def _speaks_for(page: Page, facts: SourceFacts, lexicon: Lexicon, gazetteer: Gazetteer) -> str | None:
    """The id of the place whose office published the page, or informed who did."""
    if facts.speaks_for:
        return facts.speaks_for
    if facts.publisher:
        office = _office(fold(facts.publisher), None, lexicon, gazetteer)
        if office:
            return office
    said = page.divided.publisher
    return _office(page.folded, said, lexicon, gazetteer) if said else None


def _office(folded: Folded, within: Span | None, lexicon: Lexicon, gazetteer: Gazetteer) -> str | None:
    """The id of the one city whose municipality or council is named."""
    mentions = find_places(folded, gazetteer, lexicon.places, within)
    ids = {one.place.id for one in mentions if one.role is Role.OFFICE and one.place and one.level is Level.CITY}
    return ids.pop() if len(ids) == 1 else None


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written[:10]) if written else None
    except ValueError:
        return None


def _dateline(page: Page, lexicon: Lexicon) -> date | None:
    """The day of publication that stands on the page.

    The earliest whole day of the lines where it may stand: a site's header shows the day on which it was looked at.
    """
    days = [_whole_day(page, span, lexicon) for span in page.divided.dateline]
    return min((day for day in days if day), default=None)


def _whole_day(page: Page, span: Span, lexicon: Lexicon) -> date | None:
    """The first whole day in a stretch of a page, or in what follows on its line («حوت 12, 1399»)."""
    text = page.folded.text
    line = text.find("\n", span.stop)
    longer = Span(span.start, min(line if line >= 0 else len(text), span.stop + _YEAR_REACH))
    for within in (span, longer):
        for mention in scan_dates(page.folded, lexicon.calendar, within):
            days = settle(mention).bounds
            if days and days[0] == days[1]:
                return days[0]
    return None


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
