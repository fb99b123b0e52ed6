"""An address book as a table, one line a contact, for spreadsheets; and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from peyvand.adapters.addresses.cards import MOST, BadBook, Card
from peyvand.core.text.formulas import inert

COLUMNS = ("kind", "name", "names", "role", "body", "place", "phone", "mail", "address", "language", "note")
_APART = " | "
_OFFICE = "office"


def as_table(cards: Iterable[Card]) -> str:
    """CSV with a mark for spreadsheets that it is UTF-8; what would be a formula is made inert."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(COLUMNS)
    for card in cards:
        table.writerow(map(inert, _cells(card)))
    return "\ufeff" + out.getvalue()


def cards_in_table(text: str) -> list[Card]:
    """The cards of a table whose first line names its columns, in any order. Raises `BadBook`."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True)
    found: list[Card] = []
    try:
        heading = [cell.strip().lower() for cell in next(reader, [])]
        if "name" not in heading:
            raise BadBook("the first line does not name the columns; one of them is “name”", 1)
        for row in reader:
            told = dict(zip(heading, map(_active, row), strict=False))
            if any(told.values()):
                found.append(_card(told, reader.line_num))
            if len(found) > MOST:
                raise BadBook(f"more than {MOST} contacts", reader.line_num)
    except csv.Error as fault:
        raise BadBook(str(fault), reader.line_num) from fault
    return found


def _cells(card: Card) -> tuple[str, ...]:
    names = _APART.join(f"{language}: {name}" if language else name for language, name in card.names)
    return (
        _OFFICE if card.is_office else "person", card.name, names, card.role, card.body, card.place, card.phone,
        card.mail, card.address, card.language, card.note,
    )  # fmt: skip


def _card(told: dict[str, str], line: int) -> Card:
    if not told.get("name"):
        raise BadBook("a contact without a name", line)
    plain = {name: told.get(name, "") for name in COLUMNS if name not in ("kind", "names")}
    names = (one.strip() for one in told.get("names", "").split(_APART.strip()))
    return Card(
        is_office=told.get("kind", "").lower() == _OFFICE,
        names=tuple(_name(one) for one in names if one),
        **plain,
    )


def _name(words: str) -> tuple[str, str]:
    language, colon, name = words.partition(":")
    return (
        (language.strip(), name.strip()) if colon and language.strip().isalpha() and len(language) < 4 else ("", words)
    )


def _active(cell: str) -> str:
    """A cell that was made inert on its way out, as it was."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and inert(cell[1:]) == cell else cell
