"""What became of a file: its rows as statements with their own words as evidence, and every row that is none yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.claim import CountClaim, CountResolution
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.text.marking import gettext_noop as _

# One sentence for each reason why a row is no statement.
REASONS = {
    "formula": _("The row holds a formula; save the sheet with its values."),
    "no_partner": _("The row names no partner."),
    "no_city": _("The row does not name the city it is about."),
    "date_unreadable": _("This is no date that can be read: {cell}"),
    "status_unknown": _("What the list says of the state is not understood: {cell}"),
    "same_place": _("Both names mean one place: {place}"),
}
# And why a place must be told by a person.
WAITS = {
    "unknown": _("no such place is known"),
    "ambiguous": _("several places have this name"),
    "country_unknown": _("no such country is known"),
    "country_differs": _("no place of this name is known there"),
    "district": _("a part of a city, not the city"),
    "far_away": _("the place of this name lies elsewhere than the row says"),
    "size_differs": _("the place of this name is of quite another size"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One statement or total of a row. ``meant`` is None while a place of it waits."""

    row: int
    quote: str
    said: Statement | CountClaim
    meant: Resolution | CountResolution | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A row that cannot be a statement: a key of `REASONS`, what its sentence names, and the row's words."""

    row: int
    reason: str
    details: Mapping[str, str]
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A name in a row that a person must say the place of: a key of `WAITS`, and what it may be."""

    row: int
    name: str
    country: str
    reason: str
    candidates: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A finding on the file itself, with the rows that show it."""

    code: str
    rows: tuple[int, ...]
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """One row as it is read, for people to look at before anything is entered."""

    row: int
    words: tuple[str, str]
    places: tuple[Place | None, Place | None]
    reasons: tuple[str, str]
    sayings: tuple[str, ...]
    date: str | None


@dataclass(frozen=True, kw_only=True)
class Batch:
    """A file ready to be entered. ``capture`` is the hash of ``text``: the headings and rows, a line each."""

    kind: str
    name: str
    title: str
    text: str = field(repr=False)
    capture: str
    fields: Mapping[str, str]
    ignored: tuple[str, ...]
    rows: int
    repeated: int
    items: tuple[Item, ...] = field(repr=False)
    rejected: tuple[Rejected, ...]
    waiting: tuple[Waiting, ...]
    seen: tuple[Seen, ...]
    previews: tuple[Preview, ...]
    # Kinds of ties that the list names in words that are not understood, and how often.
    unread_kinds: Mapping[str, int]
    # The place whose office speaks in the list.
    speaks_for: str | None = None
    publisher: str = ""
    published: date | None = None

    @property
    def waiting_rows(self) -> int:
        """How many rows wait for a person."""
        return len({one.row for one in self.waiting})
