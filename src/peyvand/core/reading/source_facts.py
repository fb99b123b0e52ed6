"""What a page says of itself: title, publisher, day of publication, code, tags, and whose office speaks."""

from __future__ import annotations

from datetime import date

from peyvand.core.calendar import scan_dates, settle
from peyvand.core.gazetteer import Gazetteer, Level, Role, find_places
from peyvand.core.reading.model import SourceFacts
from peyvand.core.reading.page import Page
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Folded, Span, fold

# How far (characters) behind a day and a month their year may stand.
_YEAR_REACH = 12


def source_facts(
    page: Page, facts: SourceFacts, lexicon: Lexicon, gazetteer: Gazetteer, published: date | None
) -> SourceFacts:
    """What is known of a source. ``published`` outweighs ``facts``, known apart from the text, and both the page;
    but what the source says of itself outranks whom its text reports after («به گزارش …»).
    """
    folded, divided = page.folded, page.divided
    day = published or day_of(facts.published) or _dateline(page, lexicon)
    return SourceFacts(
        path=facts.path,
        title=folded.quote(divided.title) if divided.title else facts.title,
        publisher=facts.publisher or (folded.quote(divided.publisher) if divided.publisher else None),
        published=day.isoformat() if day else None,
        code=folded.quote(divided.code) if divided.code else facts.code,
        tags=tuple(folded.quote(tag) for tag in divided.tags) or facts.tags,
        language=lexicon.language,
        speaks_for=_speaks_for(page, facts, lexicon, gazetteer),
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


def day_of(written: str | None) -> date | None:
    """The day that an ISO date or moment names, or None."""
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
