"""Sources, by their titles and texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from django.db import connection
from django.db.models import F

from peyvand.core.ledger.verdict import Status
from peyvand.core.search import marks
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.register.gathering import ITEMS, rulings_on
from peyvand.records.search.drafts import Draft, day_weight, year_marks
from peyvand.records.search.kinds.kind import Found
from peyvand.records.search.seen import Seen

_AT_ONCE = 200


class Sources:
    """The ``ref`` is the capture."""

    name = "source"
    number = 7

    def drafts(self, refs: Collection[str] | None) -> Iterator[Draft]:
        captures = (
            Source.objects.values_list("capture", flat=True).order_by("capture").iterator() if refs is None else refs
        )
        for some in batches(captures, _AT_ONCE):
            read = _read_in(some)
            numbers = dict(Entry.objects.filter(key__in=some, kind=Kind.SOURCE).values_list("key", "number"))
            for source in Source.objects.filter(capture__in=some).order_by("capture"):
                accepted, places = read.get(source.capture, (False, ()))
                yield self._draft(source, numbers.get(source.capture, 0), accepted, places)

    def _draft(self, source: Source, number: int, accepted: bool, places: tuple[str, ...]) -> Draft:
        return Draft(
            kind=self.name,
            number=self.number,
            ref=source.capture,
            weight=day_weight(source.published),
            tie=number,
            seen=(Seen.PUBLIC if source.public else Seen.INTERNAL) if accepted else Seen.PROPOSED,
            names=(source.title,),
            texts=(source.text, source.publisher, source.name),
            places=places,
            marks=(*year_marks([source.published]), *([marks.language(source.language)] if source.language else [])),
        )

    def shown(self, refs: Sequence[str]) -> Mapping[str, Found]:
        with connection.cursor() as cursor:
            cursor.execute(_SHOWN.format(holes=", ".join(["%s"] * len(refs))), [*refs])
            return {row[0]: _shown(*row) for row in cursor.fetchall()}


# Of a text so much as is looked at for the words that it was found by.
_SHOWN = """
SELECT capture, title, name, substr(text, 1, 20000), published, language, kind FROM ledger_source
WHERE capture IN ({holes})
"""


def _shown(
    capture: str, title: str, name: str, text: str, published: date | str | None, language: str, kind: str
) -> Found:
    return Found(
        name=title or name,
        texts=(text,),
        day=as_day(published),
        language=language,
        capture=capture,
        codes=(kind,),
    )


def as_day(kept: date | str | None) -> date | None:
    """A day as the engine gives it: SQLite knows no dates."""
    return date.fromisoformat(kept) if isinstance(kept, str) else kept


def _read_in(captures: Sequence[str]) -> dict[str, tuple[bool, tuple[str, ...]]]:
    """Of each source whether anything in it is accepted, and the places that its items were resolved to."""
    of = dict(Entry.objects.filter(subject__in=captures, kind__in=ITEMS).values_list("key", "subject"))
    rulings = rulings_on(of)
    accepted = {of[key] for key, ruling in rulings.items() if ruling.status is Status.ACCEPTED}
    places: dict[str, dict[str, None]] = {}
    items = Entry.objects.filter(subject__in=captures, kind__in=ITEMS).values("key")
    resolved = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=items).order_by("number")
    for key, *pair in resolved.values_list(F("subject"), "place_a", "place_b"):
        places.setdefault(of[key], {}).update((place, None) for place in pair if place)
    return {capture: (capture in accepted, tuple(places.get(capture, ()))) for capture in captures}


def batches(names: Collection[str] | Iterator[str], size: int) -> Iterator[list[str]]:
    """Names some at a time."""
    some: list[str] = []
    for name in names:
        some.append(name)
        if len(some) == size:
            yield some
            some = []
    if some:
        yield some
