"""What a page's head says of the article: JSON-LD first, then OpenGraph and other meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from peyvand.adapters.sources.outline import Outline

_ARTICLE = re.compile(r"Article|BlogPosting|Report|NewsArticle")
_DAY = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")
_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_DATES = (
    "article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "publish-date",
    "dc.date.issued", "dc.date", "dcterms.created", "date", "parsely-pub-date", "sailthru.date", "time",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "dc.publisher", "publisher", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "parsely-author")
_ADDRESS = re.compile(r"https?://|\S+@\S+|www\.")
# Calendars that a page can mean: a year before this is a Solar Hijri one, which is left to the visible date line.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_MOST_NODES = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """``published`` is an ISO Gregorian day; ``titles`` are what may be the headline, the surest first."""

    titles: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    author: str | None = None


def head_of(page: Outline) -> Head:
    """Gather what the head says."""
    said = next((node for data in page.data for node in _articles(data)), {})
    meta = page.meta
    titles = [_text(said.get("headline")), *(meta.get(key) for key in _TITLES), page.title]
    dates = [_text(said.get("datePublished")), *(meta.get(key) for key in _DATES)]
    return Head(
        titles=tuple(dict.fromkeys(title for title in titles if title)),
        publisher=_text(said.get("publisher")) or _first(meta, _PUBLISHERS),
        published=next((day for value in dates if value and (day := _day(value))), None),
        author=_text(said.get("author")) or _first(meta, _AUTHORS),
    )


def _articles(data: str) -> Iterator[dict[str, object]]:
    """The objects of a JSON-LD block that are articles, wherever they lie in it."""
    try:
        waiting = [json.loads(data, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if _ARTICLE.search(str(node.get("@type"))[:200]):
                yield node
            waiting += [value for value in node.values() if isinstance(value, list | dict)]


def _text(value: object) -> str | None:
    """A value's words: of an object its name, of a list the first."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
        else:
            break
    if not isinstance(value, str) or not value.strip() or _ADDRESS.match(value.strip()):
        return None
    return " ".join(value.split())


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((said for key in keys if (said := _text(meta.get(key)))), None)


def _day(value: str) -> str | None:
    found = _DAY.match(value)
    if not found:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day).isoformat() if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None
