"""What sources say of bonds and counts, by the quoted words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db.models import Q

from peyvand.core.ledger.days import BEGIN, END, days_of
from peyvand.core.ledger.verdict import Status
from peyvand.core.search import marks
from peyvand.records.ledger.models import Entry, Kind
from peyvand.records.register.decisions import identity_at
from peyvand.records.register.evidence import Evidence
from peyvand.records.register.gathering import gather
from peyvand.records.register.identity import Identity
from peyvand.records.register.shown import ClaimShown, StatementShown
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.kinds.sources import batches
from peyvand.records.search.seen import Seen

_AT_ONCE = 500
_KINDS = (Kind.STATEMENT, Kind.CLAIM)


class Statements:
    """The ``ref`` is the key of the statement or claim."""

    name = "statement"
    number = 8

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        identity = identity_at()
        every = Entry.objects.filter(kind__in=_KINDS).order_by("number").values_list("key", flat=True)
        for some in batches(every.iterator() if refs is None else refs, _AT_ONCE):
            yield from self._some(some, identity)

    def _some(self, keys: Sequence[str], identity: Identity) -> Iterator[Draft]:
        evidence = gather(Q(key__in=keys), identity=identity)
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
        evidence = gather(Q(key__in=refs))
        return {said.key: _shown(said, evidence) for said in _said(evidence)}


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


def _shown(said: StatementShown | ClaimShown, evidence: Evidence) -> Found:
    source = evidence.sources[said.capture]
    codes = [str(said.judged.status)]
    if isinstance(said, StatementShown):
        statement = said.statement
        codes += [str(statement.event), str(statement.modality), str(statement.instrument or "")]
    return Found(
        name=said.quote,
        beside=source.title or source.name,
        places=_places(said),
        day=source.published,
        language=source.language,
        capture=said.capture,
        anchor=(said.span.start, said.span.stop),
        codes=tuple(codes),
    )
