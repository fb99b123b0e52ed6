"""What sources say of bonds and counts, by the quoted words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db import connection
from django.db.models import Q

from peyvand.core.ledger.days import BEGIN, END, days_of
from peyvand.core.ledger.verdict import Status
from peyvand.core.search import marks
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.ledger.rows import parse
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.gathering import gather
from peyvand.records.register.identity import Identity
from peyvand.records.register.shown import ClaimShown, StatementShown
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.kinds.sources import as_day, batches
from peyvand.records.search.seen import Seen

_AT_ONCE = 500
_AS_RESOLVED = Identity({})
_KINDS = (Kind.STATEMENT, Kind.CLAIM)


class Statements:
    """The ``ref`` is the key of the statement or claim."""

    name = "statement"
    number = 8

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        every = Entry.objects.filter(kind__in=_KINDS).order_by("number").values_list("key", flat=True)
        for some in batches(every.iterator() if refs is None else refs, _AT_ONCE):
            yield from self._some(some)

    def _some(self, keys: Sequence[str]) -> Iterator[Draft]:
        # As they were resolved: whoever asks for a place asks for every id that means it.
        evidence = gather(Q(key__in=keys), identity=_AS_RESOLVED)
        numbers = dict(Entry.objects.filter(key__in=keys, kind__in=_KINDS).values_list("key", "number"))
        for said in _said(evidence):
            yield self._draft(said, evidence, numbers[said.key])

    def _draft(self, said: StatementShown | ClaimShown, evidence: Evidence, number: int) -> Draft:
        source = evidence.sources[said.capture]
        is_accepted = said.judged.status is Status.ACCEPTED
        return Draft(
            kind=self.name,
            number=self.number,
            ref=said.key,
            weight=day_weight(source.published),
            tie=number,
            seen=(Seen.PUBLIC if source.public else Seen.INTERNAL) if is_accepted else Seen.PROPOSED,
            texts=(said.quote,),
            places=_places(said),
            marks=(
                *year_marks([source.published, *_days(said)]),
                *([marks.language(source.language)] if source.language else []),
            ),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        with connection.cursor() as cursor:
            cursor.execute(_SHOWN.format(holes=", ".join(["%s"] * len(refs))), [*refs])
            return {row[0]: _shown(*row[1:]) for row in cursor.fetchall()}


# Each with its source, and with the places that it was last resolved to.
_SHOWN = """
SELECT said.key, said.body, source.capture, source.title, source.name, source.published, source.language,
  (SELECT place_a || ' ' || place_b FROM ledger_entry AS meant
   WHERE meant.subject = said.key AND meant.kind = 'resolution' ORDER BY meant.number DESC LIMIT 1)
FROM ledger_entry AS said JOIN ledger_source AS source ON source.capture = said.subject
WHERE said.key IN ({holes})
"""


def keys_in(captures: Collection[str]) -> list[str]:
    """The keys of all statements and claims of these sources."""
    return list(Entry.objects.filter(subject__in=captures, kind__in=_KINDS).values_list("key", flat=True))


def _said(evidence: Evidence) -> list[StatementShown | ClaimShown]:
    return [*evidence.statements.values(), *evidence.claims.values()]


def _places(said: StatementShown | ClaimShown) -> tuple[str, ...]:
    if isinstance(said, StatementShown):
        return said.resolution.places
    return (said.city, said.partner) if said.partner else (said.city,)


def _days(said: StatementShown | ClaimShown) -> Iterator[date]:
    if isinstance(said, StatementShown) and said.resolution.date:
        yield from (date.fromordinal(day) for day in days_of(said.resolution.date) if BEGIN < day < END)


def _shown(
    body: str, capture: str, title: str, name: str, published: date | str | None, language: str, places: str | None
) -> Found:
    told = parse(body)
    said = told["said"]
    return Found(
        name=told["quote"],
        beside=title or name,
        places=tuple((places or "").split()),
        day=as_day(published),
        language=language,
        capture=capture,
        anchor=tuple(said["span"]),
        codes=(said["event"],) if "event" in said else (),
    )
