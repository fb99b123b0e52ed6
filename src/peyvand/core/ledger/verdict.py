"""What members say of a statement, and what their verdicts add up to.

A verdict names the verdict it follows. The verdicts on one statement so make branches, and the end of each branch is a
head. A withdrawal takes its branch back: it says nothing any more. What is left decides: one head decides by its
judgement, none leaves the question open, two or more stand against each other and nothing is accepted.

A batch (all that came in with one source) may be judged as a whole, by the source's key. Such a verdict is one on each
item that was there when it was given, until a member judges the item by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property

from peyvand.core.ledger.statement import digest
from peyvand.core.ledger.words import Judgement

VERDICT_VERSION = "peyvand/verdict/1"


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """One member's judgement on one statement or claim by its key, or on a whole batch by its source's.

    ``follows`` is the key of the verdict that the member saw and answers, None for a first one; ``at`` is an aware
    time. Raises ValueError for a time without a zone.
    """

    statement: str
    judgement: Judgement
    reason: str
    member: str
    follows: str | None
    at: datetime

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of a verdict needs its zone")

    @cached_property
    def key(self) -> str:
        """The verdict's id: the hash of exactly what it says."""
        return digest(VERDICT_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values; the time in UTC to the microsecond."""
        return {
            "statement": self.statement,
            "judgement": str(self.judgement),
            "reason": self.reason,
            "member": self.member,
            "follows": self.follows,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
        }


def known_by(verdict: Verdict, key: str) -> Verdict:
    """The verdict with its key, where that is known and need not be made again."""
    # The place where a cached property keeps what it has made.
    vars(verdict)["key"] = key
    return verdict


class Status(StrEnum):
    """What the verdicts on one statement add up to."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    FORKED = "forked"


@dataclass(frozen=True, slots=True)
class Ruling:
    """The status of one statement and the heads that make it. ``heads`` are what the next verdict may follow."""

    statement: str
    status: Status
    heads: tuple[Verdict, ...] = ()


def rulings(verdicts: Iterable[Verdict], *, known_at: datetime | None = None) -> dict[str, Ruling]:
    """The ruling on each statement that any verdict names, as known at a time (None: all verdicts).

    The order of the verdicts does not matter, and a verdict that is given twice counts once.
    """
    by_statement: dict[str, dict[str, Verdict]] = defaultdict(dict)
    for verdict in verdicts:
        if known_at is None or verdict.at <= known_at:
            by_statement[verdict.statement][verdict.key] = verdict
    return {statement: _rule(statement, said) for statement, said in sorted(by_statement.items())}


def accepted(verdicts: Iterable[Verdict], *, known_at: datetime | None = None) -> dict[str, Verdict]:
    """The accepting verdict of each statement that stands accepted at a time, by the statement's key."""
    return {
        ruling.statement: next(head for head in ruling.heads if head.judgement is Judgement.ACCEPTED)
        for ruling in rulings(verdicts, known_at=known_at).values()
        if ruling.status is Status.ACCEPTED
    }


def ruling_of(item: str, own: Iterable[Verdict], batch: Iterable[Verdict] = ()) -> Ruling:
    """The ruling on one item by the verdicts on itself, or, where there are none, by those on its batch.

    ``batch`` are the verdicts that were given after the item came in: an earlier one never saw it.
    """
    said = {verdict.key: verdict for verdict in own} or {verdict.key: verdict for verdict in batch}
    return _rule(item, said) if said else Ruling(item, Status.OPEN)


def _rule(statement: str, said: dict[str, Verdict]) -> Ruling:
    followed = {verdict.follows for verdict in said.values()}
    ends = sorted((verdict for verdict in said.values() if verdict.key not in followed), key=lambda end: end.key)
    standing = tuple(end for end in ends if end.judgement is not Judgement.WITHDRAWN)
    if not standing:
        return Ruling(statement, Status.WITHDRAWN, tuple(ends))
    if len(standing) > 1:
        return Ruling(statement, Status.FORKED, standing)
    return Ruling(statement, Status(str(standing[0].judgement)), standing)
