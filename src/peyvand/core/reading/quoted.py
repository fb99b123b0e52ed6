"""What another reader found, taken only as far as the source's own words bear it out.

A second reader may be a machine that makes things up. So each item must quote the source verbatim, each name and each
date must stand in the source, and places and days are resolved by our own gazetteer and calendar, as for our rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from peyvand.core.calendar import scan_dates, settle
from peyvand.core.gazetteer import Gazetteer, Level, Place
from peyvand.core.ledger.statement import Statement, capture_of
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.acting import sides_of
from peyvand.core.reading.answer import (
    Answer,
    Dropped,
    Fault,
    QuotedArea,
    QuotedCount,
    QuotedEvent,
    QuotedPerson,
)
from peyvand.core.reading.codes import AREAS, AUTHORITIES, OTHER_AUTHORITY, OTHER_ROLE, ROLES
from peyvand.core.reading.dating import Dated
from peyvand.core.reading.model import Area, Count, Evidence, Person, Proposal, Reading, SourceFacts
from peyvand.core.reading.page import Page, page_of
from peyvand.core.reading.resolving import resolved
from peyvand.core.reading.source_facts import day_of, source_facts
from peyvand.core.reading.words import Lexicon
from peyvand.core.text import Part, Span, fold_words

# Evidence is a quotation and no reprint.
_LONGEST = 400
_T = TypeVar("_T")


_Item = TypeVar("_Item", QuotedEvent, QuotedCount, QuotedArea, QuotedPerson)


class _Refused(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def quoted_reading(
    text: str,
    answer: Answer,
    *,
    lexicon: Lexicon,
    gazetteer: Gazetteer,
    facts: SourceFacts,
    published: date | None = None,
) -> tuple[Reading, tuple[Dropped, ...]]:
    """The Reading of what an answer proves, in the order of the text, and what was dropped of it."""
    page = page_of(text, lexicon, gazetteer)
    source = source_facts(page, facts, lexicon, gazetteer, published)
    taking = _Taking(page, lexicon, gazetteer, capture_of(text), day_of(source.published))
    dropped: list[Dropped] = []
    reading = Reading(
        source=source,
        capture=taking.capture,
        text=text,
        statements=tuple(_once(_taken(answer.events, taking.statement, dropped))),
        counts=tuple(_taken(answer.counts, taking.count, dropped)),
        areas=tuple(_taken(answer.areas, taking.area, dropped)),
        people=tuple(_taken(answer.people, taking.person, dropped)),
    )
    return reading, tuple(dropped)


def _taken(items: Iterable[_Item], take: Callable[[_Item], _T], dropped: list[Dropped]) -> Iterator[_T]:
    for item in items:
        try:
            yield take(item)
        except _Refused as why:
            dropped.append(Dropped(why.fault, item.quote))


def _once(proposals: Iterable[Proposal]) -> Iterator[Proposal]:
    by_key = {proposal.statement.key: proposal for proposal in proposals}
    return iter(sorted(by_key.values(), key=lambda proposal: proposal.evidence.span))


@dataclass(frozen=True, slots=True)
class _Taking:
    """One source, against which items are held."""

    page: Page
    lexicon: Lexicon
    gazetteer: Gazetteer
    capture: str
    day: date | None

    def statement(self, item: QuotedEvent) -> Proposal:
        evidence, part = self._evidence(item.quote)
        places = (self._place(item.cities[0]), self._place(item.cities[1]))
        if places[0].id == places[1].id:
            raise _Refused(Fault.ONE_PLACE)
        acts = self._acts(item)
        dated = self._date(item, evidence.span)
        authority = self._authority(item)
        statement = Statement(
            capture=self.capture,
            part=part,
            span=evidence.span,
            event=item.event,
            modality=item.modality,
            places=item.cities,
            instrument=item.instrument,
            instrument_word=self._verbatim(item.instrument_words),
            authority=authority,
            authority_word=self._verbatim(item.authority_words) if authority else None,
            date_text=dated.mention.text if dated else None,
            speaker=self._verbatim(item.speaker),
            acts=acts,
            sides=sides_of(item.event, acts),
        )
        return Proposal(
            statement=statement,
            resolution=resolved(statement, places, dated),
            cities=places,
            evidence=evidence,
        )

    def count(self, item: QuotedCount) -> Count:
        evidence, _ = self._evidence(item.quote)
        partner = self._place(item.partner) if item.partner else None
        return Count(city=self._place(item.city), n=item.n, kind=item.kind, evidence=evidence, partner=partner)

    def area(self, item: QuotedArea) -> Area:
        if item.area not in AREAS:
            raise _Refused(Fault.UNKNOWN_CODE)
        return Area(area=item.area, evidence=self._evidence(item.quote)[0])

    def person(self, item: QuotedPerson) -> Person:
        evidence, _ = self._evidence(item.quote)
        if item.name not in evidence.text:
            raise _Refused(Fault.NOT_VERBATIM)
        return Person(
            name=item.name,
            role=item.role if item.role in ROLES else OTHER_ROLE,
            role_text=self._verbatim(item.role_words) or "",
            body=item.body,
            evidence=evidence,
        )

    def _evidence(self, quote: str) -> tuple[Evidence, Part]:
        """Where the words stand: in the body rather than in the headline, and never in what is no article."""
        if len(quote) > _LONGEST:
            raise _Refused(Fault.TOO_LONG)
        found = [(span, self._part(span)) for span in self._found(quote)]
        if not found:
            raise _Refused(Fault.NOT_VERBATIM)
        inside = [(span, part) for span, part in found if part is not Part.FURNITURE]
        if not inside:
            raise _Refused(Fault.FURNITURE)
        span, part = next((one for one in inside if one[1] is not Part.TITLE), inside[0])
        return Evidence(span, quote), part

    def _found(self, quote: str) -> Iterator[Span]:
        text = self.page.folded.page
        at = text.find(quote) if quote.strip() else -1
        while at >= 0:
            yield Span(at, at + len(quote))
            at = text.find(quote, at + len(quote))

    def _part(self, span: Span) -> Part:
        folded = self.page.folded.forward(span)
        return next((part for part, block in self.page.divided.article if block.meets(folded)), Part.FURNITURE)

    def _verbatim(self, words: str | None) -> str | None:
        return words if words and words in self.page.folded.page else None

    def _place(self, name: str) -> Place:
        """The place of a name in the text: as the reader took it there, else the best known city of that name."""
        key = fold_words(name)
        if not self._verbatim(name):
            raise _Refused(Fault.NOT_VERBATIM)
        for mention in self.page.places:
            if mention.place is not None and key in (mention.name, mention.span.of(self.page.folded.text)):
                return mention.place
        known = self.gazetteer.lookup(key)
        found = next((place for place in known if place.level is Level.CITY), next(iter(known), None))
        if found is None:
            raise _Refused(Fault.NO_PLACE)
        return found

    def _acts(self, item: QuotedEvent) -> tuple[int, ...]:
        if item.event is Event.SIGNING:
            return (0, 1)
        return (item.cities.index(item.acting),) if item.acting in item.cities else ()

    def _authority(self, item: QuotedEvent) -> str | None:
        if item.event is not Event.APPROVAL or item.authority is None:
            return None
        known = item.authority in AUTHORITIES or item.authority.startswith(OTHER_AUTHORITY)
        return item.authority if known else None

    def _date(self, item: QuotedEvent, near: Span) -> Dated | None:
        """The date of the words for it, the occurrence nearest to the evidence, settled as a clause's date is."""
        found = sorted(self._found(item.date_words or ""), key=lambda span: abs(span.start - near.start))
        if not found:
            return None
        within = self.page.folded.forward(found[0])
        mention = next(iter(scan_dates(self.page.folded, self.lexicon.calendar, within)), None)
        tense: Literal["past", "future"] = "past" if item.modality is Modality.DONE else "future"
        if mention is None:
            return None
        settled = settle(mention, published=self.day, tense=tense)
        return Dated(mention, settled, settled.edtf)
