"""Sources of the imagined world as the reader would hand them over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.ledger.world import Article, City, Told
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement, capture_of
from peyvand.core.ledger.words import Channel, DateBasis, Event, Instrument, Modality, SourceKind
from peyvand.core.reading.model import Area, Count, Evidence, Proposal, Reading, SourceFacts
from peyvand.core.text import Part, Span


@dataclass(frozen=True, slots=True)
class Captured:
    name: str
    text: str
    kind: SourceKind


class Reader:
    """Makes captured sources and readings from the world's own values."""

    def __init__(self, cities: Sequence[City]) -> None:
        self._places = [Place(id=city.id, name=city.name, country=city.country) for city in cities]

    def read(self, article: Article) -> tuple[Captured, Reading]:
        capture = capture_of(article.text)
        facts = SourceFacts(
            path=article.name,
            title=article.title,
            publisher=article.publisher,
            published=article.published,
            language="fa",
        )
        reading = Reading(
            source=facts,
            capture=capture,
            text=article.text,
            statements=tuple(self._proposal(capture, article.text, told) for told in article.told),
            counts=self._counts(article),
            areas=_areas(article),
        )
        return Captured(article.name, article.text, SourceKind(article.kind)), reading

    def _proposal(self, capture: str, text: str, told: Told) -> Proposal:
        places = (self._places[told.places[0]], self._places[told.places[1]])
        span = Span(told.start, told.stop)
        statement = Statement(
            capture=capture,
            part=Part(told.part),
            span=span,
            event=Event(told.event),
            modality=Modality(told.modality),
            places=(places[0].name, places[1].name),
            code=told.code,
            instrument=Instrument(told.instrument) if told.instrument else None,
            authority=told.authority,
            date_text=told.date,
            acts=told.acts,
            sides=told.sides,
            channel=Channel(told.channel),
        )
        resolution = Resolution(
            statement=statement.key,
            places=(places[0].id, places[1].id),
            date=told.date,
            date_basis=DateBasis.SAID if told.date else None,
        )
        return Proposal(
            statement=statement, resolution=resolution, cities=places, evidence=Evidence(span, span.of(text))
        )

    def _counts(self, article: Article) -> tuple[Count, ...]:
        if article.count is None:
            return ()
        n, city, start, stop = article.count
        return (Count(city=self._places[city], n=n, kind="total", evidence=_evidence(article.text, start, stop)),)


def _areas(article: Article) -> tuple[Area, ...]:
    if article.area is None:
        return ()
    code, start, stop = article.area
    return (Area(area=code, evidence=_evidence(article.text, start, stop)),)


def _evidence(text: str, start: int, stop: int) -> Evidence:
    span = Span(start, stop)
    return Evidence(span, span.of(text))
