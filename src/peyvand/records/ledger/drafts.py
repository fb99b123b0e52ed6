"""What is to be entered: values of the core, made ready for the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from peyvand.core.ledger.canonical import canonical_fields
from peyvand.core.ledger.claim import AreaClaim, AreaResolution, CountClaim, CountResolution
from peyvand.core.ledger.copies import Copy
from peyvand.core.ledger.decision import ACTS, Decision, Revocation
from peyvand.core.ledger.policy import Policies
from peyvand.core.ledger.reading_note import ReadingNote
from peyvand.core.ledger.statement import Resolution, Statement, capture_of, digest, digest_of
from peyvand.core.ledger.verdict import Verdict
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.ledger.words import SourceKind
from peyvand.records.ledger.models import Kind
from peyvand.records.ledger.rows import canonical, parse, unpack

RESOLUTION_VERSION = "peyvand/resolution/1"
_CORRECTED = "corrected:"
_POLICY = "peyvand/policy/1"
_ERASURE = "peyvand/erasure/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One entry before it has its place in the log. ``text`` is its body in canonical JSON, as it is hashed and stored;
    ``places`` are the one or two place ids it names."""

    kind: Kind
    key: str
    subject: str
    text: str
    places: tuple[str, ...] = ()

    @property
    def body(self) -> dict[str, Any]:
        """The body as JSON values."""
        return parse(self.text)


@dataclass(frozen=True, kw_only=True)
class SourceDraft:
    """A source before it is entered; the facts of it that the log covers."""

    text: str = field(repr=False)
    name: str
    kind: SourceKind
    public: bool
    title: str = ""
    publisher: str = ""
    published: date | None = None
    language: str = ""
    meta: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def capture(self) -> str:
        return capture_of(self.text)

    def facts(self) -> dict[str, Any]:
        """Everything but the text, which its hash stands for."""
        return {
            "capture": self.capture,
            "name": self.name,
            "kind": str(self.kind),
            "public": self.public,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
            "meta": self.meta,
        }

    def draft(self) -> Draft:
        return Draft(kind=Kind.SOURCE, key=self.capture, subject=self.capture, text=canonical(self.facts()))


def statement_draft(statement: Statement, quote: str) -> Draft:
    text = _quoting(quote, statement.text.decode())
    return Draft(kind=Kind.STATEMENT, key=statement.key, subject=statement.capture, text=text)


def claim_draft(claim: CountClaim, quote: str) -> Draft:
    return Draft(kind=Kind.CLAIM, key=claim.key, subject=claim.capture, text=_quoting(quote, canonical(claim.said())))


def area_draft(claim: AreaClaim, quote: str) -> Draft:
    return Draft(kind=Kind.AREA, key=claim.key, subject=claim.capture, text=_quoting(quote, canonical(claim.said())))


def resolution_draft(resolution: Resolution | CountResolution | AreaResolution) -> Draft:
    text = canonical_fields(resolution)
    if isinstance(resolution, Resolution):
        subject, places = resolution.statement, resolution.places
    elif isinstance(resolution, AreaResolution):
        subject, places = resolution.claim, resolution.places
    else:
        subject, places = resolution.claim, (resolution.city, resolution.partner or "")
    key = digest_of(RESOLUTION_VERSION, text)
    return Draft(kind=Kind.RESOLUTION, key=key, subject=subject, text=text.decode(), places=places)


def verdict_draft(verdict: Verdict) -> Draft:
    return Draft(kind=Kind.VERDICT, key=verdict.key, subject=verdict.statement, text=canonical(verdict.said()))


def withdrawal_draft(withdrawal: Withdrawal) -> Draft:
    return Draft(
        kind=Kind.WITHDRAWAL, key=withdrawal.key, subject=withdrawal.statement, text=canonical(withdrawal.said())
    )


def decision_draft(decision: Decision) -> Draft:
    body = decision.said()
    return Draft(
        kind=Kind.DECISION, key=decision.key, subject=decision.name, text=canonical(body), places=decision.places
    )


def revocation_draft(revocation: Revocation) -> Draft:
    return Draft(
        kind=Kind.REVOCATION, key=revocation.key, subject=revocation.decision, text=canonical(revocation.said())
    )


def copy_draft(copy: Copy) -> Draft:
    return Draft(kind=Kind.COPY, key=copy.key, subject=copy.captures[0], text=canonical(copy.said()))


def reading_draft(note: ReadingNote) -> Draft:
    return Draft(kind=Kind.READING, key=note.key, subject=note.capture, text=canonical(note.said()))


def read_decision(body: dict[str, Any]) -> Decision:
    """The decision of an entry's body. Raises ValueError for what is none."""
    if body["act"] not in ACTS:
        raise ValueError(f"no decision is called {body['act']!r}")
    act = unpack(ACTS[body["act"]], body["about"])
    return Decision(
        act=act,
        places=tuple(body["places"]),
        reason=body["reason"],
        member=body["member"],
        at=datetime.fromisoformat(body["at"]),
    )


def policies_draft(policies: Policies, *, follows: str | None) -> Draft:
    """``follows`` is the key of the policies before: what was given up can be taken up again."""
    body = {"said": policies.said(), "follows": follows}
    return Draft(kind=Kind.POLICY, key=key_of(Kind.POLICY, body), subject="", text=canonical(body))


def erasure_draft(commitment: str) -> Draft:
    body = {"commitment": commitment}
    return Draft(kind=Kind.ERASURE, key=key_of(Kind.ERASURE, body), subject=commitment, text=canonical(body))


def _quoting(quote: str, said: str) -> str:
    """The body of an entry that quotes its source; ``said`` is canonical JSON."""
    return f'{{"quote":{canonical(quote)},"said":{said}}}'


def correction_reason(corrected_to: str, reason: str) -> str:
    """The reason of a rejection that points to the statement in whose place the member put another."""
    return f"{_CORRECTED}{corrected_to} {reason}".rstrip()


def read_reason(reason: str) -> tuple[str | None, str]:
    """The statement that a rejection points to, if it does, and the reason in the member's words."""
    if not reason.startswith(_CORRECTED):
        return None, reason
    corrected_to, _, words = reason.removeprefix(_CORRECTED).partition(" ")
    return corrected_to, words


def key_of(kind: str, body: dict[str, Any]) -> str:
    """The key that an entry of this kind and body must have."""
    if kind == Kind.SOURCE:
        return str(body["capture"])
    if kind == Kind.RESOLUTION:
        return digest(RESOLUTION_VERSION, body)
    if kind == Kind.VERDICT:
        return unpack(Verdict, body).key
    if kind == Kind.WITHDRAWAL:
        return unpack(Withdrawal, body).key
    if kind == Kind.POLICY:
        return digest(_POLICY, body)
    if kind == Kind.DECISION:
        return read_decision(body).key
    if kind == Kind.REVOCATION:
        return unpack(Revocation, body).key
    if kind == Kind.COPY:
        return unpack(Copy, body).key
    if kind == Kind.READING:
        return unpack(ReadingNote, body).key
    if kind == Kind.ERASURE:
        return digest(_ERASURE, body)
    said = {Kind.STATEMENT: Statement, Kind.CLAIM: CountClaim, Kind.AREA: AreaClaim}[Kind(kind)]
    return unpack(said, body["said"]).key
