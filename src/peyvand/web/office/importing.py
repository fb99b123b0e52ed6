"""A list on its way in: the form of what a member says of it, and what is shown of how it would be taken in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.adapters.imports.batch import REASONS, WAITS, Batch, Preview, Rejected
from peyvand.adapters.imports.layout import IGNORED, Layout
from peyvand.adapters.imports.table import REASONS as UNREADABLE_TABLES
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.core.gazetteer import Level, Place
from peyvand.core.ledger.words import Instrument
from peyvand.core.reading.lists.columns import FIELDS
from peyvand.lexicon.asking import places_named
from peyvand.records.intake.uploads import KINDS, Facts, Looked
from peyvand.records.places.queries import place_of
from peyvand.web.shared.dates import as_typed, typed_day, when
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import EVENTS, INSTRUMENTS, MODALITIES, Words, word

KIND_WORDS: Mapping[str, Words] = {
    "office": gettext_lazy("an office’s own list: the partners of one city"),
    "pairs": gettext_lazy("pairs of cities, as encyclopedias print them"),
    "wikidata": gettext_lazy("twinned places of Wikidata (P190)"),
}
FIELD_WORDS: Mapping[str, Words] = {
    "name": gettext_lazy("name"),
    "country": gettext_lazy("country"),
    "region": gettext_lazy("state or province"),
    "id": gettext_lazy("number in the data set"),
    "geonames": gettext_lazy("GeoNames number"),
    "place": gettext_lazy("place id of the register"),
    "latitude": gettext_lazy("latitude"),
    "longitude": gettext_lazy("longitude"),
    "coordinates": gettext_lazy("coordinates"),
    "population": gettext_lazy("inhabitants"),
    "date": gettext_lazy("day of the signing"),
    "end": gettext_lazy("day of the end"),
    "instrument": gettext_lazy("kind of tie"),
    "status": gettext_lazy("state of the tie"),
}
_SIDES: Mapping[str, Words] = {"own": gettext_lazy("the list’s own city"), "other": gettext_lazy("the partner")}
_LONGEST = 300
TOLD_FIELDS = (
    *("city", "city_place", "instrument", "internal", "kind"),
    *("origin", "published", "publisher", "title"),
)
# Of each column and each name of a list, by its number.
ROW_FIELDS = tuple(f"{name}_[0-9]*" for name in ("column", "read", "name", "country", "other", "place"))
MOST_COLUMNS, MOST_NAMES, MOST_REJECTED, _SAMPLES = 60, 30, 200, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The form as typed: the facts that it comes to, and what is wrong in it by field."""

    facts: Facts
    city: str = ""
    published: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)
    namesakes: tuple[Place, ...] = ()

    @classmethod
    def of(cls, facts: Facts, naming: Naming) -> Told:
        """The form as it first shows."""
        published = as_typed(facts.published, naming.language) if facts.published else ""
        return cls(facts=facts, city=naming.place(facts.city) if facts.city else "", published=published)

    @classmethod
    def typed(cls, form: QueryDict, before: Facts, naming: Naming) -> Told:
        """What was typed, over what was said before."""
        kind, instrument = form.get("kind", before.kind), form.get("instrument", str(before.instrument))
        facts = replace(
            before,
            kind=kind if kind in KINDS else before.kind,
            instrument=Instrument(instrument) if instrument in set(Instrument) else before.instrument,
            internal=bool(form.get("internal")),
            columns=_columns(form, before.columns),
            places=(*before.places, *_places(form, naming)),
            origin=form.get("origin", "").strip()[:_LONGEST],
            title=form.get("title", "").strip()[:_LONGEST],
            publisher=form.get("publisher", "").strip()[:_LONGEST],
        )
        told = cls(facts=facts, city=form.get("city", "").strip(), published=form.get("published", "").strip())
        return told._dated()._placed(form.get("city_place", ""), naming)

    def _dated(self) -> Told:
        day = typed_day(self.published) if self.published else None
        if self.published and day is None:
            return replace(self, faults={**self.faults, "published": _("This is no date.")})
        return replace(self, facts=replace(self.facts, published=day))

    def _placed(self, chosen: str, naming: Naming) -> Told:
        found = _cities(_named(chosen or self.city, naming)) if self.city else ()
        if self.city and self.city == (naming.place(self.facts.city) if self.facts.city else None):
            return self
        if len(found) > 1:
            fault = {"city": _("Several places bear this name. Choose one.")}
            return replace(self, faults={**self.faults, **fault}, namesakes=found)
        if self.city and not found:
            return replace(self, faults={**self.faults, "city": _("No place of this name is known.")})
        return replace(self, facts=replace(self.facts, city=found[0].id if found else ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnLine:
    """One column: its heading, a few of its cells, and the field that it is read as."""

    name: str
    heading: str
    samples: tuple[str, ...]
    chosen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """One row as it is read."""

    number: int
    places: tuple[str, ...]
    says: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """A name that waits: for whoever knows the place. ``field`` is the form's name for it."""

    field: str
    name: str
    country: str
    rows: int
    reason: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPage:
    """What the list would come to."""

    fault: str
    columns: tuple[ColumnLine, ...]
    fields: tuple[tuple[str, str], ...]
    rows: tuple[RowLine, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    rejected: tuple[tuple[int, str, str], ...] = ()
    rejected_in_all: int = 0
    names: tuple[NameLine, ...] = ()
    names_in_all: int = 0
    seen: tuple[str, ...] = ()
    entered: int = 0
    to_enter: int = 0
    gone: int = 0
    capture: str = ""


def look_page(looked: Looked, naming: Naming, seen: Iterable[str] = ()) -> LookPage:
    """Everything that is shown of a list before it is in."""
    columns = tuple(_column_lines(looked.layout)) if looked.layout else ()
    fields = tuple((name, _field_words(name)) for name in FIELDS)
    batch, compared = looked.batch, looked.compared
    if batch is None or compared is None:
        return LookPage(fault=fault_words(looked.fault), columns=columns, fields=fields)
    names = list(_names(batch))
    return LookPage(
        fault="",
        columns=columns,
        fields=fields,
        rows=tuple(_row_line(one, naming) for one in batch.previews),
        counts=(
            (_("rows"), batch.rows),
            (_("new statements"), len(compared.new)),
            (_("known statements"), compared.known),
            (_("rows that repeat others"), batch.repeated),
            (_("rows that wait for a place"), batch.waiting_rows),
            (_("rejected rows"), len(batch.rejected)),
            (_("rows that are gone since the earlier file"), len(compared.gone)),
        ),
        rejected=tuple((one.row, rejection(one), foreign(one.quote)) for one in batch.rejected[:MOST_REJECTED]),
        rejected_in_all=len(batch.rejected),
        names=tuple(names[:MOST_NAMES]),
        names_in_all=len(names),
        seen=tuple(seen),
        entered=compared.known,
        to_enter=len(compared.new),
        gone=len(compared.gone),
        capture=batch.capture,
    )


def rejection(one: Rejected) -> str:
    """Why a row is no statement, in a sentence."""
    return _(REASONS[one.reason]).format(**{name: foreign(value) for name, value in one.details.items()})


def fault_words(fault: Exception | None) -> str:
    """Why a list cannot be taken in, in a sentence."""
    if isinstance(fault, UnreadableTable):
        return _(UNREADABLE_TABLES[fault.code]).format(**fault.details)
    return str(fault or "")


def _columns(form: QueryDict, before: Mapping[str, str]) -> dict[str, str]:
    """What was chosen for columns that show; those are numbered from 1."""
    chosen = dict(before)
    for at in range(1, MOST_COLUMNS + 1):
        name = form.get(f"column_{at}")
        if name is None:
            continue
        if name != form.get(f"read_{at}", ""):
            chosen[str(at)] = name if name in FIELDS else IGNORED
    return chosen


def _places(form: QueryDict, naming: Naming) -> Iterator[tuple[str, str, str]]:
    """The places that were told for names; what nobody knows is left waiting."""
    for at in range(MOST_NAMES):
        name, country = form.get(f"name_{at}", ""), form.get(f"country_{at}", "")
        other = form.get(f"other_{at}", "").strip()
        found = _cities(_named(other, naming)) if other else ()
        place = found[0].id if len(found) == 1 else form.get(f"place_{at}", "")
        if name and naming.gazetteer.place(place):
            yield name, country, place


def _named(words: str, naming: Naming) -> tuple[Place, ...]:
    return places_named(place_of(words) or words, naming.gazetteer)[:8]


def _cities(found: tuple[Place, ...]) -> tuple[Place, ...]:
    """A name that a city shares with its province alone is the city's in a list of cities."""
    cities = tuple(place for place in found if place.level is Level.CITY)
    return cities if len(cities) == 1 else found


def _column_lines(layout: Layout) -> Iterator[ColumnLine]:
    width = max(len(layout.header.cells), *(len(row.cells) for row in layout.rows[:_SAMPLES]), 0)
    for at in range(min(width, MOST_COLUMNS)):
        read_as = layout.fields.get(at)
        yield ColumnLine(
            name=str(at + 1),
            heading=foreign(layout.header.cell(at)),
            samples=tuple(foreign(row.cell(at)) for row in layout.rows[:_SAMPLES] if row.cell(at)),
            chosen=read_as.name if read_as else "",
        )


def _field_words(name: str) -> str:
    meant = FIELDS[name]
    told = word(FIELD_WORDS, meant.role)
    return _("{side}: {field}").format(side=word(_SIDES, meant.side), field=told) if meant.side else told


def _row_line(one: Preview, naming: Naming) -> RowLine:
    places = tuple(
        _("{words}: {place}").format(words=foreign(words), place=_described(place, naming))
        if place
        else _("{words}: waits, {reason}").format(words=foreign(words), reason=_(WAITS[reason]))
        for words, place, reason in zip(one.words, one.places, one.reasons, strict=True)
    )
    date = when(one.date, naming.language).main if one.date else _("date not said")
    return RowLine(number=one.row, places=places, says=_listed(map(_saying, one.sayings), naming), date=date)


def _saying(label: str) -> str:
    """«standing sister_city» or «signing planned mou», in the words of the page."""
    event, *rest = label.split()
    instrument = rest[-1]
    told = [word(EVENTS, event), *(word(MODALITIES, one) for one in rest[:-1])]
    return " · ".join([*told, word(INSTRUMENTS, instrument)] if instrument != "?" else told)


def _listed(words: Iterable[str], naming: Naming) -> str:
    return ("؛ " if naming.language == "fa" else "; ").join(words)


def _described(place: Place, naming: Naming) -> str:
    # Some regions are known by a number alone, which says nothing to people.
    is_said = place.region and naming.language == "en" and not place.region[:1].isdecimal()
    region = f"{place.region}, " if is_said else ""
    return f"{naming.place(place.id)} ({region}{naming.country(place.country)})"


def _names(batch: Batch) -> Iterator[NameLine]:
    """Each name that waits once."""
    rows: dict[tuple[str, str], int] = {}
    for one in batch.waiting:
        rows[one.name, one.country] = rows.get((one.name, one.country), 0) + 1
    told: set[tuple[str, str]] = set()
    for one in batch.waiting:
        if (one.name, one.country) not in told:
            yield NameLine(
                field=str(len(told)),
                name=one.name,
                country=one.country,
                rows=rows[one.name, one.country],
                reason=_(WAITS[one.reason]),
                candidates=tuple((place.id, _candidate(place)) for place in one.candidates),
            )
            told.add((one.name, one.country))


def _candidate(place: Place) -> str:
    region = f"{place.region}, " if place.region else ""
    return f"{place.name}, {region}{place.country}, {place.population:,}"
