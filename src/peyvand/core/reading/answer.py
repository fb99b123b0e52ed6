"""What another reader says of one source, before it is held against the source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.codes import OTHER_ROLE


class Fault(StrEnum):
    """Why an item of another reader is not taken."""

    NOT_VERBATIM = "not_verbatim"
    TOO_LONG = "too_long"
    FURNITURE = "furniture"
    NO_PLACE = "no_place"
    ONE_PLACE = "one_place"
    UNKNOWN_CODE = "unknown_code"
    SHAPE = "shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedEvent:
    """An event as told: ``quote`` and all words are the source's; ``acting`` is the city that acts, if one does."""

    event: Event
    modality: Modality
    quote: str
    cities: tuple[str, str]
    instrument: Instrument | None = None
    instrument_words: str | None = None
    authority: str | None = None
    authority_words: str | None = None
    date_words: str | None = None
    speaker: str | None = None
    acting: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedCount:
    city: str
    n: int
    kind: Literal["ordinal", "total"]
    quote: str
    partner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedArea:
    area: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPerson:
    name: str
    quote: str
    role: str = OTHER_ROLE
    role_words: str = ""
    body: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Everything that another reader says of one source."""

    events: tuple[QuotedEvent, ...] = ()
    counts: tuple[QuotedCount, ...] = ()
    areas: tuple[QuotedArea, ...] = ()
    people: tuple[QuotedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """An item that was not taken, and why."""

    fault: Fault
    quote: str
