"""The closed vocabularies of a statement. Their order is their rank where a rank is meant."""

from __future__ import annotations

from enum import StrEnum


class Event(StrEnum):
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"
    APPROVAL = "approval"
    DRAFTING = "drafting"
    SIGNING = "signing"
    RENEWAL = "renewal"
    SUSPENSION = "suspension"
    RESUMPTION = "resumption"
    TERMINATION = "termination"
    VISIT = "visit"
    EVENT = "event"
    EXCHANGE = "exchange"
    PROJECT = "project"
    STANDING = "standing"


class Modality(StrEnum):
    DONE = "done"
    PLANNED = "planned"
    WISHED = "wished"
    DENIED = "denied"


class Instrument(StrEnum):
    """Weakest first: the later one is the higher standing."""

    PROJECT = "project"
    INTENT = "intent"
    MOU = "mou"
    FRIENDSHIP = "friendship"
    SISTER_CITY = "sister_city"


# A tie whose kind nobody named ranks below all.
INSTRUMENT_RANK: dict[Instrument | None, int] = {None: -1, **{each: at for at, each in enumerate(Instrument)}}


class Channel(StrEnum):
    OFFICIAL = "official"
    TECHNICAL = "technical"
    CITIZENS = "citizens"


class DateBasis(StrEnum):
    SAID = "said"
    INFERRED = "inferred"


class Judgement(StrEnum):
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class SourceKind(StrEnum):
    ARTICLE = "article"
    LETTER = "letter"
    RESOLUTION = "resolution"
    SIGNED_TEXT = "signed_text"
    DATASET_ROW = "dataset_row"
    OFFICE_NOTE = "office_note"
