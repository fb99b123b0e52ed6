"""A case as the law sees it, and what of its procedure is already done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.pack import Condition, Level, Proof, Rank, Step


class Outcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    REFUSED = "refused"
    # Left out by a member with a reason; a finding, never a proof.
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What is on record of one step. ``asked_on`` is when its clock began; ``outcome`` None while it is open."""

    step: str
    asked_on: date | None = None
    closed_on: date | None = None
    outcome: Outcome | None = None
    proofs: Mapping[Proof, str] = field(default_factory=dict)

    def lacks(self, step: Step) -> tuple[Proof, ...]:
        """The proofs that a step asks for and this gate does not have."""
        return tuple(proof for proof in step.proofs if not self.proofs.get(proof, "").strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a case. ``region`` is a code of ISO 3166-2. None is not known: conditions on it then stay open."""

    country: str
    region: str | None = None
    level: Level | None = Level.MUNICIPALITY
    rank: Rank | None = None


class Asked(StrEnum):
    """Whether a step is asked for in a case."""

    YES = "yes"
    NO = "no"
    # A fact is missing; the step is kept until somebody says.
    OPEN = "open"


def asked(condition: Condition, own: Side, partner: Side, instrument: Instrument | None) -> Asked:
    """Whether a condition is met. Unknown facts leave it open, and the law is then taken at its strictest."""
    if partner.country in condition.except_partners:
        return Asked.NO
    tests: tuple[tuple[tuple[str, ...], str | None], ...] = (
        (condition.partners, partner.country),
        (condition.levels, own.level),
        (condition.instruments, instrument),
        (condition.ranks, own.rank),
    )
    known = [(wanted, fact) for wanted, fact in tests if wanted]
    if any(fact is not None and fact not in wanted for wanted, fact in known):
        return Asked.NO
    return Asked.OPEN if any(fact is None for _, fact in known) else Asked.YES
