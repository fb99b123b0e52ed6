"""Whose law holds: the office's own edition of a procedure, else what the house knows of the country."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from peyvand.adapters.workdays import open_days
from peyvand.core.procedure.facts import Gate, Side
from peyvand.core.procedure.learning import learned_from
from peyvand.core.procedure.pack import Pack, PackFault, pack_on
from peyvand.core.procedure.plan import Party
from peyvand.core.procedure.record import Recorded, StepRecord, gates_of
from peyvand.core.procedure.track import Learned
from peyvand.lexicon.loader import LexiconFault
from peyvand.lexicon.packs import packs, read_pack
from peyvand.records.casework.models import CaseRecord, PackEdition


class BadPack(ValueError):
    """An edition that cannot be followed; the message says why, for people."""


def versions(country: str) -> tuple[Pack, ...]:
    """All versions of a country's pack that the office goes by; none where nobody knows its procedure."""
    edition = PackEdition.objects.filter(country=country).order_by("-number").first()
    return read_edition(country, edition.told) if edition else packs(country)


def editions_of(country: str) -> list[PackEdition]:
    """The office's own editions of a country's procedure, the newest first."""
    return list(PackEdition.objects.filter(country=country).select_related("member").order_by("-number"))


def read_edition(country: str, told: Sequence[Mapping[str, Any]]) -> tuple[Pack, ...]:
    """The versions of an edition. Raises `BadPack`."""
    try:
        if not isinstance(told, list) or not told:
            raise BadPack(_("A procedure has at least one version."))
        return tuple(read_pack(country, version) for version in told)
    except LexiconFault as fault:
        raise BadPack(_why(fault)) from fault


_FAULTS = {
    "twice": gettext_noop("Two steps have one name."),
    "order": gettext_noop("%(step)s comes after %(other)s, which does not come before it."),
    "signing": gettext_noop("A procedure for a new bond has one signature, no more and no less."),
    "no_term": gettext_noop("%(step)s needs its term: silence or notice counts from it."),
    "negative": gettext_noop("The term of %(step)s is below nothing."),
    "no_day": gettext_noop("%(step)s is due on no day of the year."),
    "no_proof": gettext_noop("%(step)s asks for no proof."),
}


def _why(fault: LexiconFault) -> str:
    """What is wrong with a pack, for people; of what the house itself would have to say, its own words."""
    cause = fault.__cause__
    if isinstance(cause, PackFault) and cause.code in _FAULTS:
        return _(_FAULTS[cause.code]) % {"step": cause.step, "other": cause.other}
    return str(fault).partition(": ")[2]


@dataclass(frozen=True, slots=True)
class Laws:
    """What the office goes by in some countries: all versions of their packs, and how long their steps have taken."""

    known: Mapping[str, tuple[Pack, ...]]
    learned: Mapping[str, Mapping[str, Learned]]

    def on(self, country: str, day: date) -> Pack | None:
        """The version that holds on a day."""
        return pack_on(self.known[country], day)

    def next_after(self, day: date, countries: Collection[str]) -> date | None:
        """The first day after this one on which another version begins to hold in one of these countries."""
        begins = (law.since for country in countries for law in self.known[country] if law.since)
        return min((since for since in begins if since > day), default=None)

    def tried(self, country: str, own: Sequence[Pack]) -> Laws:
        """The same with other versions of one country's pack."""
        return replace(self, known={**self.known, country: tuple(own)})


def laws_of(countries: Collection[str]) -> Laws:
    """The laws of these countries. Two questions to the database, whatever their number."""
    editions = {row.country: row for row in PackEdition.objects.filter(country__in=countries).order_by("number")}
    known = {
        country: read_edition(country, editions[country].told) if country in editions else packs(country)
        for country in countries
    }
    return Laws(known, _learned(countries))


def _learned(countries: Collection[str]) -> Mapping[str, Mapping[str, Learned]]:
    """How long the steps of each country took in the cases of this office."""
    there = Q(side=0, case__country_a__in=countries) | Q(side=1, case__country_b__in=countries)
    rows = CaseRecord.objects.filter(there).order_by("case", "number")
    told = rows.values_list("case", "side", "case__country_a", "case__country_b", "step", "what", "on")
    by_side: dict[tuple[str, int, int], list[StepRecord]] = {}
    for case, number, first, second, step, what, on in told:
        side = 1 if number else 0
        record = StepRecord(side=side, step=step, what=Recorded(what), on=on)
        by_side.setdefault(((first, second)[side], case, side), []).append(record)
    gates: dict[str, list[Gate]] = {country: [] for country in countries}
    for (country, _case, side), records in by_side.items():
        gates[country] += gates_of(records)[side].values()
    return {country: learned_from(some) for country, some in gates.items()}


def party(side: Side, gates: Mapping[str, Gate], day: date, laws: Laws) -> Party:
    """One side with the law of a day."""
    return Party(
        side=side,
        pack=laws.on(side.country, day),
        gates=gates,
        learned=laws.learned[side.country],
        is_open=open_days(side.country, side.region),
    )
