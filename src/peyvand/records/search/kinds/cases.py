"""Cases, by their places and by what members recorded of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from peyvand.core.search import marks
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.bonds import names_of
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import Seen


class Cases:
    """The ``ref`` is the case's number."""

    name = "case"
    number = 3

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        rows = Case.objects.order_by("pk").prefetch_related("records")
        if refs is not None:
            rows = rows.filter(pk__in=[int(ref) for ref in refs])
        for case in rows.iterator(chunk_size=200):
            yield self._draft(case, sorted(case.records.all(), key=lambda record: record.number))

    def _draft(self, case: Case, records: Sequence[CaseRecord]) -> Draft:
        pair = (case.place_a, case.place_b)
        return Draft(
            kind=self.name,
            number=self.number,
            ref=str(case.pk),
            weight=day_weight(case.opened_on),
            tie=case.pk,
            seen=Seen.CASE,
            names=names_of(pair),
            texts=tuple(text for record in records for text in _texts(record)),
            places=pair,
            marks=(
                *map(marks.of, pair),
                *year_marks([case.opened_on, *(record.on for record in records)]),
                marks.standing(case.instrument),
            ),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        rows = Case.objects.filter(pk__in=[int(ref) for ref in refs]).prefetch_related("records")
        return {
            str(case.pk): Found(
                texts=tuple(text for record in case.records.all() for text in _texts(record)),
                places=(case.place_a, case.place_b),
                day=case.opened_on,
                codes=(case.instrument, case.purpose),
            )
            for case in rows
        }


def _texts(record: CaseRecord) -> Iterator[str]:
    """A reason, and what a proof consists of: a number, a vote."""
    yield from (text for text in (record.reason, *map(str, record.proofs.values())) if text)
