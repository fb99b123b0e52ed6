"""What the register remarks, row by row: told of each change within its own transaction, so that both say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Q

from peyvand.adapters.engines.bulk import insert_rows, prepared
from peyvand.core.ledger.bond import Bond as FoldedBond
from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.events import TERM_ENDS
from peyvand.core.ledger.words import Modality
from peyvand.records.agenda.kinds import Kind
from peyvand.records.agenda.models import Remark
from peyvand.records.ledger import following
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.following import Touched
from peyvand.records.register.audit import open_clubs
from peyvand.records.register.building import some
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import read_bond, read_city
from peyvand.records.register.shown import Audience

# Findings about time: a plan whose day has passed, a tie that nobody has heard of for long.
_OF_TIME = {"planned_past": Kind.PAST, "stale": Kind.STALE}
_AT_ONCE = 200
_COLUMNS = ("kind", "mark", "code", "slug", "place_a", "place_b", "due")


def begin() -> None:
    """Follow the register from now on."""
    following.follow(follow)


def follow(touched: Touched) -> None:
    """Bring the rows of what was touched up to date."""
    if touched.get(following.LEDGER) or touched.get(following.REGISTER):
        rebuild()
        return
    for pairs in some((pair.split(" ") for pair in touched.get(following.PAIR, ())), _AT_ONCE):
        of_these = _of_pairs(pairs)
        Remark.objects.filter(of_these).delete()
        _write(_on_bonds(Bond.objects.filter(of_these, audience=Audience.OFFICE)))
    for places in some(touched.get(following.PLACE, ()), _AT_ONCE):
        Remark.objects.filter(place_a__in=places, place_b="").delete()
        _write(_on_cities(City.objects.filter(place__in=places, audience=Audience.OFFICE)))


def rebuild() -> None:
    """Drop the rows and make them again from the register."""
    with writing():
        Remark.objects.all().delete()
        _write(_on_bonds(Bond.objects.filter(audience=Audience.OFFICE).order_by("pk").iterator(_AT_ONCE)))
        _write(_on_cities(City.objects.filter(audience=Audience.OFFICE).order_by("pk").iterator(_AT_ONCE)))
    note_clubs()


def note_clubs() -> None:
    """What is seen over all bonds at once: looked for when all is built anew, and once a day."""
    with writing():
        Remark.objects.filter(place_a="").delete()
        _write(_remark(found.finding, place_a="") for found in open_clubs())


def _of_pairs(pairs: Iterable[list[str]]) -> Q:
    named = Q(pk__in=[])
    for first, second in pairs:
        named |= Q(place_a=first, place_b=second)
    return named


def _on_bonds(rows: Iterable[Bond]) -> Iterator[Remark]:
    for row in rows:
        bond = read_bond(row)
        on = {"slug": row.slug, "place_a": row.place_a, "place_b": row.place_b}
        yield from (_remark(finding, **on) for finding in bond.findings)
        yield from _terms(bond, on)


def _on_cities(rows: Iterable[City]) -> Iterator[Remark]:
    for row in rows:
        yield from (_remark(finding, place_a=row.place) for finding in read_city(row).findings)


def _remark(finding: Finding, **on: str) -> Remark:
    kind = _OF_TIME.get(finding.code, Kind.FINDING)
    return Remark(kind=kind.value, mark=finding.mark, code=finding.code, **on)


def _terms(bond: FoldedBond, on: dict[str, str]) -> Iterator[Remark]:
    for event in bond.events:
        if event.code == TERM_ENDS and event.modality is Modality.PLANNED and event.latest:
            yield Remark(kind=Kind.TERM.value, mark=event.key, code=TERM_ENDS, due=event.latest, **on)


def _write(remarks: Iterable[Remark]) -> None:
    insert_rows(connection, Remark, map(_values, remarks))


def _values(one: Remark) -> list[object]:
    """The values of a row as its columns take them."""
    return [prepared(connection, Remark, name, getattr(one, name)) for name in _COLUMNS]
