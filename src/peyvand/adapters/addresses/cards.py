"""One entry of an address book, and the refusal of a book that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

# More than any office knows; a longer book is taken in parts.
MOST = 5_000


class BadBook(ValueError):
    """A file that is no address book; the message says why, in English, ``line`` where (from 1; 0: as a whole)."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"line {line}: {message}" if line else message)
        self.line = line


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A person or an office. ``names`` are other names as pairs of a language (may be empty) and a name; ``place`` is a
    place id or the name of a city."""

    name: str
    is_office: bool = False
    names: tuple[tuple[str, str], ...] = ()
    role: str = ""
    body: str = ""
    place: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""
    language: str = ""
    note: str = ""
