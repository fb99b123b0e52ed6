"""The rules that a register is folded by. They are values: entries of the ledger hold them, the fold is handed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import cached_property

from peyvand.core.ledger.statement import digest

_VERSION = "peyvand/policies/1"


class CountRule(StrEnum):
    """What makes a partner count as a sister city."""

    ANY_SIGNED_TEXT = "any_signed_text"
    DOCUMENTED_ONLY = "documented_only"
    CLAIR_THREE_TESTS = "clair_three_tests"
    CITY_SAYS = "city_says"


@dataclass(frozen=True, kw_only=True)
class Policies:
    """``approvals`` pairs a country (ISO 3166-1 alpha-2) with the authority codes its procedure requires, in order.

    ``councils`` are the codes of elected councils; ``dormant_after`` None derives no dormancy; a tie without evidence
    for ``stale_after`` is a finding; two reports of one type within ``one_happening`` that name different days
    disagree, rather than tell of two happenings.
    """

    approvals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    councils: tuple[str, ...] = ("city_council",)
    stale_after: timedelta = timedelta(days=3 * 365)
    dormant_after: timedelta | None = None
    one_happening: timedelta = timedelta(days=31)
    count_rules: tuple[CountRule, ...] = tuple(CountRule)

    def required(self, country: str) -> tuple[str, ...]:
        """The approvals that the country's procedure requires, in its order; none where no procedure is known."""
        return dict(self.approvals).get(country, ())

    @cached_property
    def key(self) -> str:
        """The policies' id: the hash of exactly what they say."""
        return digest(_VERSION, self.said())

    def said(self) -> dict[str, object]:
        """The canonical content, as JSON values; periods in days."""
        return {
            "approvals": {country: list(authorities) for country, authorities in self.approvals},
            "councils": list(self.councils),
            "stale_after": self.stale_after.days,
            "dormant_after": self.dormant_after.days if self.dormant_after else None,
            "one_happening": self.one_happening.days,
            "count_rules": [str(rule) for rule in self.count_rules],
        }


# What is known of procedures without a document at hand; an installation may enter its own.
USUAL = Policies(
    approvals=(
        ("IR", ("city_council", "interior_ministry", "foreign_ministry")),
        ("TR", ("city_council", "interior_ministry")),
    )
)
