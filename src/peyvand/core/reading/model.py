"""What one source says, as the reader found it: the Reading, a value that other programs rely on as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.text import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the source, verbatim, with where they stand (code points of the source text)."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What the page says of itself. ``published`` is an ISO Gregorian day or None.

    ``speaks_for`` is the id of the place whose office publishes or informs («روابط عمومی شهرداری …»).
    """

    path: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    code: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One statement as proposed: what is said, what it was resolved to, its quotation, and why it was read so."""

    statement: Statement
    resolution: Resolution
    cities: tuple[Place, Place]
    evidence: Evidence
    venue: str | None = None
    authority_place: Place | None = None
    # Pairs of (what was looked for, the words or the reason found), in the order of the reading.
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A claim on how many sister cities a city has. ``kind`` is ``ordinal`` or ``total``."""

    city: Place
    n: int
    kind: str
    evidence: Evidence
    partner: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A field of cooperation that the text ties to the pair, as a code of ``lexicon/areas``."""

    area: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person who acts or speaks. ``role`` is a code, ``role_text`` the words, ``body`` whom they act for."""

    name: str
    role: str
    role_text: str
    evidence: Evidence
    body: str | None = None


class Why(StrEnum):
    """Why a sentence that names a bond gave no statement."""

    # No word in it tells a step, or that the bond stands.
    NO_STEP = "no_step"
    # A step is told, and between which two cities remains open.
    NO_PAIR = "no_pair"
    # Other words of the source say the same better, or overrule it.
    TOLD_ELSEWHERE = "told_elsewhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A sentence that names a bond and gave no statement; ``words`` are those that told a step."""

    why: Why
    words: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything found in one source."""

    source: SourceFacts
    capture: str
    text: str = field(repr=False)
    statements: tuple[Proposal, ...] = ()
    counts: tuple[Count, ...] = ()
    areas: tuple[Area, ...] = ()
    people: tuple[Person, ...] = ()
    # Only where an explanation was asked for.
    silent: tuple[Silent, ...] = ()
