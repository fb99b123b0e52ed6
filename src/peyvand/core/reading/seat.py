"""The city whose page this is, by what stands above the article: «شهرداری ساوه | رویدادها», «پایگاه خبری ساوه‌پیام»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from peyvand.core.gazetteer import Gazetteer, Level, Place, PlaceWords, Role, find_places
from peyvand.core.gazetteer.names import Rank
from peyvand.core.reading.page import Page
from peyvand.core.reading.parties import Party
from peyvand.core.reading.sentence import Sentence
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Span

# So many characters above the article may name the page's owner.
_ABOVE = 240
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 2
# So many words may stand before the office or outlet, and so many has a heading that only names it.
_BEFORE, _NAME = 2, 5
# What parts the owner's name from the heading's words.
_ENDS = frozenset("–—|»-/")


def seat_of(page: Page, lexicon: Lexicon, gazetteer: Gazetteer) -> Party | None:
    """The one city that the lines above an article name as an office's, or else name at all; None where several are."""
    if not page.sentences:
        return None
    first = page.sentences[0].span.start
    above = Span(max(0, first - _ABOVE), _owner_stops(page.sentences[0]) or first)
    mentions = [
        mention
        for mention in find_places(page.folded, gazetteer, lexicon.places, above)
        if mention.level is Level.CITY and mention.place is not None and mention.role is not Role.INSTITUTION
    ]
    offices = [mention for mention in mentions if mention.role is Role.OFFICE]
    named = [(mention.place, mention.span) for mention in offices or mentions if mention.place is not None]
    named = named or list(_in_outlets(page.folded.text, above, lexicon.places, gazetteer))
    if len({place.id for place, _ in named}) != 1:
        return None
    place, span = named[0]
    at = page.line.first(span.start)
    return Party(place, span, at, at + 1, is_office=bool(offices))


def _owner_stops(sentence: Sentence) -> int | None:
    """Where the owner's name ends that opens the first heading: «شهرداری مراغه – گزارش نیم‌سال», or is all of it:
    «پایگاه خبری ساوه‌پیام»."""
    owners = [atom for atom in sentence.atoms if atom.has("municipality", "media")]
    if not owners or owners[0].first - sentence.words.start > _BEFORE or any(verb.finite for verb in sentence.verbs):
        return None
    if len(sentence.words) <= _NAME:
        return sentence.span.stop
    city = next((place for place in sentence.places if place.level is Level.CITY and place.role is Role.OFFICE), None)
    if city is None or sentence.line.sign(sentence.line.first(city.span.stop)) not in _ENDS:
        return None
    return city.span.stop


def _in_outlets(text: str, above: Span, words: PlaceWords, gazetteer: Gazetteer) -> Iterator[tuple[Place, Span]]:
    """The cities that names of outlets are made of: «ساوه‌پیام»."""
    for found in _WORD.finditer(text, above.start, above.stop):
        word = found[0]
        for part in words.outlets:
            bare = word.removesuffix(part) if word.endswith(part) else word.removeprefix(part)
            if bare == word or len(bare) < _SHORTEST or bare in words.never:
                continue
            own = (one for one, rank in gazetteer.ranked(bare) if rank is Rank.OWN and one.level is Level.CITY)
            place = next((one for one in own if one.country == words.home), None)
            if place is not None:
                yield place, Span(found.start(), found.end())
