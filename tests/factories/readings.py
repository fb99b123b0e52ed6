"""Sources and their readings, without a reader: what a text says is given beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement, capture_of
from peyvand.core.ledger.words import DateBasis, Event, Instrument, Modality, SourceKind
from peyvand.core.reading.model import Area, Count, Evidence, Proposal, Reading, SourceFacts
from peyvand.core.text import Part, Span

ISFAHAN = Place(id="geonames:418863", name="Isfahan", country="IR", population=1_547_164)
KAZAN = Place(id="geonames:551487", name="Kazan", country="RU", population=1_243_500)
ISTANBUL = Place(id="geonames:745044", name="Istanbul", country="TR", population=14_804_116)
FREIBURG = Place(id="geonames:2925177", name="Freiburg", country="DE", population=215_966)
PLACES = (
    (ISFAHAN, ("اصفهان", "Isfahan")),
    (KAZAN, ("کازان", "Kazan")),
    (ISTANBUL, ("استانبول", "Istanbul")),
    (FREIBURG, ("فرایبورگ", "Freiburg")),
)


@dataclass(frozen=True, slots=True)
class Captured:
    """As the adapters of sources make it."""

    name: str
    text: str
    kind: SourceKind = SourceKind.ARTICLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One sentence and what it says of two cities."""

    words: str = "پیمان خواهرخواندگی اصفهان و کازان امضا شد."
    event: Event = Event.SIGNING
    modality: Modality = Modality.DONE
    instrument: Instrument | None = Instrument.SISTER_CITY
    places: tuple[Place, Place] = (ISFAHAN, KAZAN)
    date: str | None = "2025-04-09"


SIGNED = Said()
PLANNED = Said(words="این پیمان به‌زودی امضا می‌شود.", modality=Modality.PLANNED, date=None)
VISIT = Said(
    words="شهردار استانبول به اصفهان آمد.",
    event=Event.VISIT,
    instrument=None,
    places=(ISFAHAN, ISTANBUL),
    date="2025-04-08",
)


def source(
    *said: Said,
    name: str = "khabar.txt",
    title: str = "خبری از دو شهر",
    published: str | None = "2025-04-10",
    kind: SourceKind = SourceKind.ARTICLE,
    claimed: int | None = None,
    areas: Sequence[str] = (),
) -> tuple[Captured, Reading]:
    """A source whose sentences say these things; with ``claimed``, one more that Kazan is Isfahan's nth sister city."""
    sentences = [title, *(one.words for one in said)]
    count_words = f"کازان {claimed}مین خواهرشهر اصفهان است."
    text = "\n".join([*sentences, *([count_words] if claimed else []), *areas])
    capture = capture_of(text)
    reading = Reading(
        source=SourceFacts(path=name, title=title, publisher="خبرگزاری نمونه", published=published, language="fa"),
        capture=capture,
        text=text,
        statements=tuple(_proposal(capture, text, one) for one in said),
        counts=(_count(text, count_words, claimed),) if claimed else (),
        areas=tuple(Area(area=area, evidence=_evidence(text, area)) for area in areas),
    )
    return Captured(name, text, kind), reading


def _evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(Span(start, start + len(words)), words)


def _proposal(capture: str, text: str, said: Said) -> Proposal:
    evidence = _evidence(text, said.words)
    statement = Statement(
        capture=capture,
        part=Part.BODY,
        span=evidence.span,
        event=said.event,
        modality=said.modality,
        instrument=said.instrument,
        places=(said.places[0].name, said.places[1].name),
    )
    resolution = Resolution(
        statement=statement.key,
        places=(said.places[0].id, said.places[1].id),
        date=said.date,
        date_basis=DateBasis.SAID if said.date else None,
    )
    return Proposal(statement=statement, resolution=resolution, cities=said.places, evidence=evidence)


def _count(text: str, words: str, n: int) -> Count:
    return Count(city=ISFAHAN, n=n, kind="ordinal", evidence=_evidence(text, words), partner=KAZAN)
