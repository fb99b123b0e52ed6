"""The rules that a register is folded by. They are values: entries of the ledger hold them, the fold is handed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalBar:
    """A law by which places of one country, or of one part of it (``US-TX``), may have no ties with another country.

    Codes are ISO 3166; it binds from ``since`` to ``until``, both included, None: to this day. ``law`` is its title.
    """

    binds: str
    against: str
    since: date
    law: str
    until: date | None = None

    def bars(self, country: str, region: str, other_country: str, day: date) -> bool:
        """Whether a place of ``country`` and ``region`` is barred from ties with the other country on a day."""
        bound = self.binds in (country, f"{country}-{region}") and self.against == other_country
        return bound and self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, kw_only=True)
class Policies:
    """``approvals`` pairs a country (ISO 3166-1 alpha-2) with the authority codes its procedure requires, in order.

    ``councils`` are the codes of elected councils; ``dormant_after`` None derives no dormancy; a tie without evidence
    for ``stale_after`` is a finding; two reports of one type within ``one_happening`` that name different days
    disagree, rather than tell of two happenings. ``bars`` are laws that forbid ties.
    """

    approvals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    councils: tuple[str, ...] = ("city_council",)
    stale_after: timedelta = timedelta(days=3 * 365)
    dormant_after: timedelta | None = None
    one_happening: timedelta = timedelta(days=31)
    count_rules: tuple[CountRule, ...] = tuple(CountRule)
    bars: tuple[LegalBar, ...] = ()

    def required(self, country: str) -> tuple[str, ...]:
        """The approvals that the country's procedure requires, in its order; none where no procedure is known."""
        return dict(self.approvals).get(country, ())

    def bar(self, country: str, region: str, other_country: str, day: date) -> LegalBar | None:
        """The law that bars a place from ties with the other country on a day, the oldest of several."""
        barring = (one for one in self.bars if one.bars(country, region, other_country, day))
        return min(barring, key=lambda one: (one.since, one.law), default=None)

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
            **({"bars": [_said(bar) for bar in self.bars]} if self.bars else {}),
        }


def _said(bar: LegalBar) -> dict[str, object]:
    return {
        "binds": bar.binds,
        "against": bar.against,
        "since": bar.since.isoformat(),
        "until": bar.until.isoformat() if bar.until else None,
        "law": bar.law,
    }


# What is known of procedures without a document at hand; an installation may enter its own.
USUAL = Policies(
    approvals=(
        ("IR", ("city_council", "interior_ministry", "foreign_ministry")),
        ("TR", ("city_council", "interior_ministry")),
    )
)
