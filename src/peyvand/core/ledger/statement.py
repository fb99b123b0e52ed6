"""One source says one thing about one bond.

A statement holds what the source says, as written; what the words were resolved to is an entry of its own, so that
a better gazetteer or calendar changes no id.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from peyvand.core.ledger.canonical import canonical, canonical_fields
from peyvand.core.ledger.words import Channel, DateBasis, Event, Instrument, Modality
from peyvand.core.text import Part, Span

STATEMENT_VERSION = "peyvand/statement/1"


def capture_of(text: str) -> str:
    """A text's id: SHA-256 (hex) of it in UTF-8. A lone surrogate, which no file holds, counts as its code point."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def digest(version: str, said: dict[str, object]) -> str:
    """SHA-256 (hex) over a version tag and the canonical JSON (RFC 8785) of what is said."""
    return digest_of(version, canonical(said))


def digest_of(version: str, text: bytes) -> str:
    """As `digest`, where the canonical JSON is at hand."""
    return sha256(version.encode() + b"\n" + text).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one source says, word for word.

    ``capture`` is the SHA-256 (hex) of the captured text; ``span`` counts code points of that text; ``places`` and
    ``authority`` are the source's own words; ``acts`` and ``sides`` are positions (0 or 1) in ``places``.
    """

    capture: str
    part: Part
    span: Span
    event: Event
    modality: Modality
    places: tuple[str, str]
    code: str | None = None
    instrument: Instrument | None = None
    instrument_word: str | None = None
    authority: str | None = None
    authority_word: str | None = None
    date_text: str | None = None
    speaker: str | None = None
    acts: tuple[int, ...] = ()
    sides: tuple[int, ...] = (0, 1)
    channel: Channel = Channel.OFFICIAL

    @cached_property
    def key(self) -> str:
        """The statement's id: the hash of exactly what it says."""
        return digest_of(STATEMENT_VERSION, self.text)

    @cached_property
    def text(self) -> bytes:
        """What is said as canonical JSON."""
        return canonical_fields(self)

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values."""
        return {
            "capture": self.capture,
            "part": str(self.part),
            "span": [self.span.start, self.span.stop],
            "event": str(self.event),
            "code": self.code,
            "instrument": str(self.instrument) if self.instrument else None,
            "instrument_word": self.instrument_word,
            "modality": str(self.modality),
            "places": list(self.places),
            "authority": self.authority,
            "authority_word": self.authority_word,
            "date_text": self.date_text,
            "speaker": self.speaker,
            "acts": list(self.acts),
            "sides": list(self.sides),
            "channel": str(self.channel),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSaid:
    """As much of a date as was said: ``value`` in its own calendar (``1404-01-20``, ``XXXX-01-20``), and its words."""

    calendar: str
    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What the words of a statement were found to mean: two place ids, and an EDTF date in Gregorian terms or none."""

    statement: str
    places: tuple[str, str]
    date: str | None = None
    date_basis: DateBasis | None = None
    date_said: DateSaid | None = None
    # Two calendars in one phrase that do not name the same day.
    date_conflict: bool = False
