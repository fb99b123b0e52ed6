"""How many sister cities a place has, by a written rule, always with the list; and a claim beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from peyvand.core.ledger.bond import Bond, Finding
from peyvand.core.ledger.claim import CountFact
from peyvand.core.ledger.policy import USUAL, CountRule, Policies


@dataclass(frozen=True, slots=True)
class Member:
    """One partner under a rule: whether it counts, the reason as a code, and since when (EDTF) where it is known."""

    place: str
    counts: bool
    reason: str
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The answer to "how many", with its list: those that count, and those that do not with the reason."""

    rule: CountRule
    place: str
    as_of: date
    members: tuple[Member, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The partners that count, the longest standing first."""
        return tuple(member.place for member in self.members if member.counts)

    @property
    def n(self) -> int:
        """How many partners count."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The number of a partner in the order of the ties' days; a range where the days leave the order open."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A claimed number beside the register's own: ``gap`` is claimed minus counted (0: they agree)."""

    claim: str
    rule: CountRule
    claimed: int
    counted: Ordinal
    gap: int
    members: tuple[Member, ...]


def count_sisters(
    bonds: Iterable[Bond], place: str, rule: CountRule, as_of: date, policies: Policies = USUAL
) -> Counted:
    """The sister cities of ``place`` by ``rule``, from its bonds as folded on the day ``as_of``."""
    raise NotImplementedError


def ordinal_of(counted: Counted, partner: str) -> Ordinal | None:
    """Which number the partner has among those that count, None where it does not count."""
    raise NotImplementedError


def compare_claim(claim: CountFact, counted: Counted) -> Difference:
    """The claim beside the count, member by member."""
    raise NotImplementedError


def findings_of_city(
    place: str,
    claims: Iterable[CountFact],
    *,
    as_of: date,
    bonds_on: Callable[[date], Iterable[Bond]],
    policies: Policies = USUAL,
) -> tuple[Finding, ...]:
    """One ``count_differs`` finding per claim on ``place`` that some count rule does not confirm.

    A claim is held against the bonds of its own day of publication (``as_of`` where that is unknown), so
    ``bonds_on`` gives the place's bonds folded on a day; claims published after ``as_of`` are left out.
    """
    raise NotImplementedError
