"""What is due on the watch list is looked at: new articles are fetched, read and proposed, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Protocol

from django.db import transaction

from peyvand.adapters.inputs import Item, sources_of
from peyvand.adapters.inputs.feeds import read_feed
from peyvand.adapters.inputs.kinds import HEAD, Kind, kind_of
from peyvand.adapters.inputs.opening import capture_entry
from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import LIMITS, Captured, UnreadableSource
from peyvand.adapters.web.fetching import Fetched
from peyvand.records.accounts.permissions import may
from peyvand.records.intake.actions import propose
from peyvand.records.watching.links import article_links
from peyvand.records.watching.models import LONGEST_ADDRESS, Found, Outcome, Watch
from peyvand.records.watching.reasons import packed

# New articles of one page in one look, the rest next time; and how often one that fails is tried.
_MOST, _TRIES = 50, 3
# A page that fails is left alone for twice as long each time, up to this.
_LONGEST_WAIT = timedelta(days=7)

Clock = Callable[[], datetime]


class Fetches(Protocol):
    """What fetches pages, as `adapters.web.fetching.Fetcher` does."""

    def fetch(self, written: str, *, etag: str = "", modified: str = "") -> Fetched: ...


@dataclass(slots=True)
class Looked:
    """What one look at a watched page brought. ``reason`` is why the page itself could not be looked at, a code of
    `adapters.sources.REASONS` and its details, None where it could."""

    watch: Watch
    proposed: list[Found] = field(default_factory=list)
    silent: int = 0
    failed: list[Found] = field(default_factory=list)
    reason: UnreadableSource | None = None


@dataclass(frozen=True, slots=True)
class _Article:
    """An article that a page names: its address, and what a feed gives of it where it has no page of its own."""

    address: str
    captured: Captured | None = None


def look_at_due(fetcher: Fetches, *, clock: Clock, everything: bool = False) -> Iterator[Looked]:
    """Look at each page that is due, one after the other. Each article is entered by itself: whatever ends the run,
    what was entered stays, and the rest is found next time."""
    due = Watch.objects.filter(removed_at=None).select_related("added_by").order_by("next_at", "pk")
    for watch in due if everything else due.filter(next_at__lte=clock()):
        yield _look(watch, fetcher, clock)


def _look(watch: Watch, fetcher: Fetches, clock: Clock) -> Looked:
    looked = Looked(watch)
    if not may(watch.added_by, "statement.propose"):
        looked.reason = UnreadableSource(watch.address, "no_proposer")
    else:
        _try(looked, fetcher, clock)
    watch.looked_at = clock()
    watch.failures = watch.failures + 1 if looked.reason else 0
    watch.reason = packed(looked.reason) if looked.reason else ""
    watch.next_at = watch.looked_at + _wait(watch)
    watch.save(update_fields=["looked_at", "failures", "reason", "next_at", "etag", "modified"])
    return looked


def _wait(watch: Watch) -> timedelta:
    return min(
        timedelta(hours=watch.hours * 2 ** min(watch.failures, 10)), max(_LONGEST_WAIT, timedelta(hours=watch.hours))
    )


def _try(looked: Looked, fetcher: Fetches, clock: Clock) -> None:
    watch = looked.watch
    try:
        page = fetcher.fetch(watch.address, etag=watch.etag, modified=watch.modified)
        articles = _new(_articles(page, watch)) if page.data is not None else _again(watch)
    except UnreadableSource as fault:
        looked.reason = fault
        return
    for article in articles[:_MOST]:
        _take(article, looked, fetcher, clock)
    # A page with more than one look can take is asked for once more, whether it has changed or not.
    watch.etag, watch.modified = (page.etag, page.modified) if len(articles) <= _MOST else ("", "")


def _articles(page: Fetched, watch: Watch) -> list[_Article]:
    """What a feed has, or what a page is and leads to. Raises `UnreadableSource`."""
    data = page.data or b""
    if kind_of(data[:HEAD]) is not Kind.FEED:
        return [_Article(address) for address in (page.address, *article_links(data, page.address))]
    feed = read_feed(data, watch.address, LIMITS)
    found = []
    for entry in feed.entries:
        if entry.link:
            found.append(_Article(entry.link))
        elif entry.title or entry.words:
            name = f"{watch.address}#{_key(entry.title + entry.words)[:16]}"
            found.append(_Article(name, capture_entry(entry, name, publisher=feed.title)))
    return found


def _new(articles: Iterable[_Article]) -> list[_Article]:
    """Those that were never taken, or failed and may be tried again; each once."""
    by_key = {_key(one.address): one for one in articles if len(one.address) <= LONGEST_ADDRESS}
    known = Found.objects.filter(key__in=list(by_key)).exclude(outcome=Outcome.FAILED, tries__lt=_TRIES)
    done = set(known.values_list("key", flat=True))
    return [one for key, one in by_key.items() if key not in done]


def _again(watch: Watch) -> list[_Article]:
    """Articles that failed, for a page that has not changed."""
    failed = watch.found.filter(outcome=Outcome.FAILED, tries__lt=_TRIES)
    return [_Article(address) for address in failed.values_list("address", flat=True)]


def _key(address: str) -> str:
    return sha256(address.encode("utf-8", "replace")).hexdigest()


def _take(article: _Article, looked: Looked, fetcher: Fetches, clock: Clock) -> None:
    try:
        sources = [article.captured] if article.captured else _fetched(article.address, fetcher)
    except UnreadableSource as fault:
        looked.failed.append(_note(article, looked.watch, clock(), Outcome.FAILED, reason=packed(fault)))
        return
    with transaction.atomic():
        captures = [capture for source in sources if (capture := _proposed(source, looked.watch))]
        outcome = Outcome.PROPOSED if captures else Outcome.SILENT
        found = _note(article, looked.watch, clock(), outcome, capture=captures[0] if captures else "")
    if captures:
        looked.proposed.append(found)
    else:
        looked.silent += 1


def _fetched(address: str, fetcher: Fetches) -> list[Captured]:
    """The sources behind an address. Raises `UnreadableSource` where none can be read."""
    page = fetcher.fetch(address)
    found = list(sources_of(Item(page.address, page.data or b"", is_web=True)))
    captured = [one for one in found if isinstance(one, Captured)]
    if not captured and isinstance(found[0], UnreadableSource):
        raise found[0]
    return captured


def _proposed(source: Captured, watch: Watch) -> str:
    """The id of a source that was proposed; empty for one that says nothing of a tie."""
    reading = read_capture(source)
    if not reading.statements and not reading.counts:
        return ""
    return propose(source, reading, by=watch.added_by).source


def _note(
    article: _Article, watch: Watch, at: datetime, outcome: Outcome, *, capture: str = "", reason: str = ""
) -> Found:
    key = _key(article.address)
    earlier = Found.objects.filter(key=key).values_list("tries", flat=True).first() or 0
    told = {"watch": watch, "address": article.address, "at": at, "outcome": outcome, "capture": capture}
    found, _ = Found.objects.update_or_create(key=key, defaults={**told, "tries": earlier + 1, "reason": reason})
    return found
