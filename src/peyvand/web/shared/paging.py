"""The way from page to page of a long list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page stands among others: addresses of those before and after, empty where there are none."""

    page: int
    pages: int
    first: str = ""
    before: str = ""
    after: str = ""
    last: str = ""


def pager(address: str, asked: Mapping[str, str], page: int, pages: int) -> Pager:
    """The pager of an address whose query keeps what was ``asked``."""

    def at(number: int) -> str:
        query = dict(asked) | ({"page": str(number)} if number > 1 else {})
        return f"{address}?{urlencode(query)}" if query else address

    return Pager(
        page=page,
        pages=pages,
        first=at(1) if page > 2 else "",
        before=at(page - 1) if page > 1 else "",
        after=at(page + 1) if page < pages else "",
        last=at(pages) if page < pages - 1 else "",
    )


def page_asked(words: str) -> int:
    """The number of the page that a query asks for; the first for what is no number."""
    return int(words) if words.isdecimal() and len(words) < 7 else 1
