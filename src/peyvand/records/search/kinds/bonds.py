"""Bonds, by the names of their places and by what is on record of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.db.models import QuerySet

from peyvand import lexicon
from peyvand.core.ledger import bond as core
from peyvand.core.search import marks
from peyvand.records.register.models import Bond
from peyvand.records.register.rows import read_bond
from peyvand.records.register.shown import Audience
from peyvand.records.search.drafts import Draft, hashed_tie, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import Seen

LANGUAGES = ("fa", "en")


class Bonds:
    """The ``ref`` is the bond's address."""

    name = "bond"
    number = 2

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = Bond.objects.order_by("slug", "audience")
        if refs is not None:
            rows = _at(refs)
        for _slug, these in groupby(rows.iterator(chunk_size=200), key=attrgetter("slug")):
            known = {row.audience: row for row in these}
            yield from self._of_one(known.get(Audience.OFFICE), known.get(Audience.PUBLIC))

    def _of_one(self, office: Bond | None, public: Bond | None) -> Iterator[Draft]:
        if public and (office is None or bytes(office.state) == bytes(public.state)):
            yield self._draft(public, Seen.PUBLIC)
            return
        if public:
            yield self._draft(public, Seen.OUTSIDE)
        if office:
            yield self._draft(office, Seen.INTERNAL)

    def _draft(self, row: Bond, seen: Seen) -> Draft:
        bond = read_bond(row)
        pair = (row.place_a, row.place_b)
        return Draft(
            kind=self.name,
            number=self.number,
            ref=row.slug,
            weight=row.statements,
            tie=hashed_tie(row.slug),
            seen=seen,
            names=names_of(pair),
            places=pair,
            marks=(*map(marks.of, pair), *year_marks(_days(bond)), *_standings(bond)),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        return {
            slug: Found(places=(a, b), slug=slug) for slug, a, b in _at(refs).values_list("slug", "place_a", "place_b")
        }


def _at(slugs: Collection[str]) -> QuerySet[Bond]:
    """The bonds of these addresses. The index is by audience first: without them it would not be used."""
    return Bond.objects.filter(audience__in=list(Audience), slug__in=slugs).order_by("slug", "audience")


def names_of(places: Sequence[str]) -> tuple[str, ...]:
    """The names of these places in the languages of the site, language by language."""
    gazetteer = lexicon.gazetteer()
    return tuple(" ".join(gazetteer.name(place, language) for place in places) for language in LANGUAGES)


def _days(bond: core.Bond) -> Iterator[date | None]:
    return (day for event in bond.events for day in (event.earliest, event.latest) if isinstance(day, date))


def _standings(bond: core.Bond) -> tuple[str, ...]:
    """How each side stands: its instrument, and where it is not in force that it is not."""
    codes = {str(side.standing.state) for side in bond.sides}
    codes |= {str(side.standing.instrument) for side in bond.sides if side.standing.instrument}
    return tuple(marks.standing(code) for code in sorted(codes))
