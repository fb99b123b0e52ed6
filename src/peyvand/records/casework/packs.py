"""Whose law holds: the office's own edition of a procedure, else what the house knows of the country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from peyvand.adapters.workdays import open_days
from peyvand.core.procedure.facts import Gate, Side
from peyvand.core.procedure.learning import learned_from
from peyvand.core.procedure.pack import Pack, pack_on
from peyvand.core.procedure.plan import Party
from peyvand.core.procedure.record import gates_of
from peyvand.core.procedure.track import Learned
from peyvand.lexicon.loader import LexiconFault
from peyvand.lexicon.packs import packs, read_pack
from peyvand.records.casework.models import CaseRecord, PackEdition
from peyvand.records.casework.rows import step_records


class BadPack(ValueError):
    """An edition that cannot be followed; the message says why, for people."""


def versions(country: str) -> tuple[Pack, ...]:
    """All versions of a country's pack that the office goes by; none where nobody knows its procedure."""
    edition = PackEdition.objects.filter(country=country).order_by("-number").first()
    return read_edition(country, edition.told) if edition else packs(country)


def read_edition(country: str, told: Sequence[Mapping[str, Any]]) -> tuple[Pack, ...]:
    """The versions of an edition. Raises `BadPack`."""
    try:
        if not isinstance(told, list) or not told:
            raise BadPack(_("A procedure has at least one version."))
        return tuple(read_pack(country, version) for version in told)
    except LexiconFault as fault:
        raise BadPack(str(fault).partition(": ")[2]) from fault


def learned(country: str) -> Mapping[str, Learned]:
    """How long the steps of a country took in the cases of this office."""
    gates: list[Gate] = []
    for number in (0, 1):
        at = "case__country_a" if number == 0 else "case__country_b"
        rows = CaseRecord.objects.filter(side=number, **{at: country}).order_by("case", "number")
        by_case: dict[int, list[CaseRecord]] = {}
        for row in rows:
            by_case.setdefault(row.case_id, []).append(row)
        gates.extend(gate for one in by_case.values() for gate in gates_of(step_records(one))[number].values())
    return learned_from(gates)


def party(side: Side, gates: Mapping[str, Gate], on: date, own: Sequence[Pack] | None = None) -> Party:
    """One side with the law of a day. ``own`` are versions to try instead of those in force."""
    known = versions(side.country) if own is None else tuple(own)
    return Party(
        side=side,
        pack=pack_on(known, on),
        gates=gates,
        learned=learned(side.country),
        is_open=open_days(side.country, side.region),
    )
