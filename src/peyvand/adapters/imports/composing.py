"""From a table to a batch: each row read, its places matched, its claims made into statements that quote it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from peyvand.adapters.imports.batch import Batch, Item, Preview, Rejected, Waiting
from peyvand.adapters.imports.kinds import Kind, Saying, Told
from peyvand.adapters.imports.known_places import KnownPlaces, ask
from peyvand.adapters.imports.layout import Layout, lay_out
from peyvand.adapters.imports.seeing import see
from peyvand.adapters.imports.table import Row, Table, UnreadableTable
from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.gazetteer.matching import Asked, Match, match
from peyvand.core.ledger.claim import CountClaim, CountResolution
from peyvand.core.ledger.lists import row_words
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import DateBasis, Instrument
from peyvand.core.reading.lists.cells import read_instrument, read_status, read_total
from peyvand.core.reading.lists.columns import Role, Side, TableWords
from peyvand.core.text import Part, Span

_PREVIEWS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is told beside the file: the place that an office's list is of, known places, the mapping of columns."""

    words: TableWords
    gazetteer: Gazetteer
    city: Place | None = None
    city_words: str = ""
    places: KnownPlaces = field(default_factory=KnownPlaces)
    columns: Mapping[str, str] = field(default_factory=dict)
    instrument: Instrument = Instrument.SISTER_CITY


class _Fault(ValueError):
    def __init__(self, reason: str, **details: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.details = details


def compose(table: Table, kind: Kind, setting: Setting) -> Batch:
    """The batch of a table. Raises `UnreadableTable` where the table as a whole cannot be understood."""
    layout = lay_out(table, setting.words, setting.columns)
    composing = _Composing(table, kind, setting, layout)
    composing.check()
    for row in layout.rows:
        composing.take(row)
    return composing.batch()


class _Composing:
    def __init__(self, table: Table, kind: Kind, setting: Setting, layout: Layout) -> None:
        self.table, self.kind, self.setting, self.layout = table, kind, setting, layout
        self.text, self.spans = _written((*layout.above, layout.header, *layout.rows))
        self.capture = sha256(self.text.encode()).hexdigest()
        self.default = read_instrument(layout.heading(Role.NAME, Side.OTHER), setting.words) or setting.instrument
        self.matches: dict[Asked, Match] = {}
        self.said: set[str] = set()
        self.items: list[Item] = []
        self.rejected: list[Rejected] = []
        self.waiting: list[Waiting] = []
        self.previews: list[Preview] = []
        self.unread_kinds: Counter[str] = Counter()
        self.repeated = self.rows = 0

    def check(self) -> None:
        """Raise `UnreadableTable` where no column names the places."""
        known = ", ".join(filter(None, self.layout.header.cells))
        if not self.layout.has(Side.OTHER):
            raise UnreadableTable(self.table.name, "field_missing", wanted="partner", known=known)
        if not self.layout.has(Side.OWN) and not (self.kind.own_list and self.setting.city):
            raise UnreadableTable(self.table.name, "field_missing", wanted="city", known=known)

    def take(self, row: Row) -> None:
        quote = self.spans[row.number].of(self.text)
        total = read_total(row.cells, self.setting.words)
        if total is not None and self.kind.own_list and self.setting.city:
            self.items.append(self._total(row, quote, total))
            return
        self.rows += 1
        try:
            self._tie(row, quote)
        except _Fault as fault:
            self.rejected.append(Rejected(row=row.number, reason=fault.reason, details=fault.details, quote=quote))

    def _tie(self, row: Row, quote: str) -> None:
        if row.formulas & self.layout.fields.keys():
            raise _Fault("formula")
        asked = (self._asked(row, Side.OWN), self._asked(row, Side.OTHER))
        told = self._told(row)
        found = (self._match(asked[0], Side.OWN), self._match(asked[1], Side.OTHER))
        sayings = self.kind.sayings(told)
        statements = [self._statement(row, saying, asked) for saying in sayings]
        places = (found[0].place, found[1].place)
        self._preview(row, asked, found, sayings)
        if all(self._is_repeated(statement) for statement in statements):
            self.repeated += 1
            return
        if places[0] and places[0] == places[1]:
            raise _Fault("same_place", place=places[0].name)
        self._wait(row, asked, found)
        meant = (places[0].id, places[1].id) if places[0] and places[1] else None
        for saying, statement in zip(sayings, statements, strict=True):
            self.said.add(row_words(statement.said()))
            resolution = _resolution(statement, meant, saying) if meant else None
            self.items.append(Item(row=row.number, quote=quote, said=statement, meant=resolution))

    def _asked(self, row: Row, side: Side) -> Asked:
        asked = ask(row, self.layout, side, self.setting.gazetteer)
        if not asked.name and side is Side.OWN and self.setting.city:
            return Asked(name=self.setting.city_words or self.setting.city.name, place=self.setting.city.id)
        if not asked.name:
            raise _Fault("no_city" if side is Side.OWN else "no_partner")
        return asked

    def _match(self, asked: Asked, side: Side) -> Match:
        known = self.setting.places.told(asked, asked.name)
        if known not in self.matches:
            self.matches[known] = match(known, self.setting.gazetteer, self.setting.words.names)
        found = self.matches[known]
        own = self.setting.city if side is Side.OWN else None
        # The city that a list was said to be of is meant by its name, whatever else has that name.
        return Match(own, "identity") if own and found.place is None and own in found.candidates else found

    def _told(self, row: Row) -> Told:
        words, layout = self.setting.words, self.layout
        kind_cell, status_cell = row.cell(layout.column(Role.INSTRUMENT)), row.cell(layout.column(Role.STATUS))
        instrument = read_instrument(kind_cell, words) if kind_cell else self.default
        if kind_cell and instrument is None:
            self.unread_kinds[kind_cell] += 1
        status = read_status(status_cell, words) if status_cell else None
        if status_cell and status is None:
            raise _Fault("status_unknown", cell=status_cell)
        dates = {}
        for role in (Role.DATE, Role.END):
            cell = row.cell(layout.column(role)).strip(" -–—?")
            dates[role] = self.kind.read_date(cell, words) if cell else None
            if cell and dates[role] is None:
                raise _Fault("date_unreadable", cell=cell)
        return Told(
            instrument=instrument, word=kind_cell or None, date=dates[Role.DATE], end=dates[Role.END], status=status
        )

    def _statement(self, row: Row, saying: Saying, asked: tuple[Asked, Asked]) -> Statement:
        return Statement(
            capture=self.capture,
            part=Part.BODY,
            span=self.spans[row.number],
            event=saying.event,
            modality=saying.modality,
            places=(asked[0].name, asked[1].name),
            code=saying.code,
            instrument=saying.instrument,
            instrument_word=saying.word,
            date_text=saying.date.said.text if saying.date else None,
            sides=saying.sides,
        )

    def _is_repeated(self, statement: Statement) -> bool:
        """Whether the file said so before, in the same words; of two places, whichever was named first."""
        turned = replace(
            statement, places=statement.places[::-1], sides=tuple(sorted(1 - at for at in statement.sides))
        )
        return not {row_words(statement.said()), row_words(turned.said())}.isdisjoint(self.said)

    def _wait(self, row: Row, asked: tuple[Asked, Asked], found: tuple[Match, Match]) -> None:
        for one, meant in zip(asked, found, strict=True):
            if meant.place is None:
                told = self.setting.places.told(one, one.name)
                self.waiting.append(
                    Waiting(
                        row=row.number,
                        name=told.name,
                        country=told.country,
                        reason=meant.reason,
                        candidates=meant.candidates,
                    )
                )

    def _total(self, row: Row, quote: str, total: int) -> Item:
        city = self.setting.city
        claim = CountClaim(
            capture=self.capture,
            span=self.spans[row.number],
            part=Part.BODY,
            city=self.setting.city_words or (city.name if city else ""),
            n=total,
            kind="total",
        )
        meant = CountResolution(claim=claim.key, city=city.id) if city else None
        return Item(row=row.number, quote=quote, said=claim, meant=meant)

    def _preview(
        self, row: Row, asked: tuple[Asked, Asked], found: tuple[Match, Match], sayings: Iterable[Saying]
    ) -> None:
        if len(self.previews) < _PREVIEWS:
            dates = [saying.date.edtf for saying in sayings if saying.date]
            self.previews.append(
                Preview(
                    row=row.number,
                    words=(asked[0].name, asked[1].name),
                    places=(found[0].place, found[1].place),
                    reasons=(found[0].reason, found[1].reason),
                    sayings=tuple(f"{saying.label} {saying.instrument or '?'}" for saying in sayings),
                    date=dates[0] if dates else None,
                )
            )

    def batch(self) -> Batch:
        """What became of the whole file."""
        header, fields = self.layout.header.cells, self.layout.fields
        title = next((cell for row in self.layout.above for cell in row.cells if cell), "")
        own_city = self.setting.city if self.kind.own_list else None
        return Batch(
            kind=self.kind.name,
            name=self.table.name,
            title=title,
            text=self.text,
            capture=self.capture,
            fields={header[at] if at < len(header) else str(at + 1): field.name for at, field in fields.items()},
            ignored=tuple(cell for at, cell in enumerate(header) if cell and at not in fields),
            rows=self.rows,
            repeated=self.repeated,
            items=tuple(self.items),
            rejected=tuple(self.rejected),
            waiting=tuple(self.waiting),
            seen=tuple(see(self.items, self.setting.gazetteer)),
            previews=tuple(self.previews),
            unread_kinds=dict(self.unread_kinds),
            speaks_for=own_city.id if own_city else None,
        )


def _resolution(statement: Statement, meant: tuple[str, str], saying: Saying) -> Resolution:
    return Resolution(
        statement=statement.key,
        places=meant,
        date=saying.date.edtf if saying.date else None,
        date_basis=DateBasis.SAID if saying.date else None,
        date_said=saying.date.said if saying.date else None,
        date_conflict=bool(saying.date and saying.date.conflict),
    )


def _written(rows: Iterable[Row]) -> tuple[str, dict[int, Span]]:
    """The rows as one text, a line each with tabs between the cells; and where each row stands in it."""
    lines: list[str] = []
    spans: dict[int, Span] = {}
    at = 0
    for row in rows:
        line = "\t".join(row.cells).rstrip("\t")
        inside = len(line) - len(line.lstrip("\t"))
        spans[row.number] = Span(at + inside, at + len(line))
        lines.append(line)
        at += len(line) + 1
    return "\n".join(lines), spans
