"""The watch list as its page shows it, and its form as typed."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from peyvand.records.watching.models import Found, Watch
from peyvand.records.watching.queries import Group
from peyvand.records.watching.reasons import unpacked
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.digits import plain
from peyvand.web.shared.words import UNREADABLE, word


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchLine:
    """A watched page: ``looked`` None where it was never looked at, ``reason`` empty where it answered."""

    number: int
    address: str
    hours: int
    by: str
    since: When
    looked: When | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """An article that was proposed, with how many others carry its words."""

    title: str
    href: str
    address: str
    others: int
    day: When


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedLine:
    """An article that could not be read."""

    address: str
    reason: str
    day: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The form as typed; ``hours`` is None where no number was typed."""

    address: str = ""
    every: str = "6"

    @property
    def hours(self) -> int | None:
        return int(self.every) if self.every.isascii() and self.every.isdigit() and len(self.every) < 5 else None

    @classmethod
    def of(cls, form: QueryDict) -> Typed:
        """From the form, digits of any script as plain ones."""
        return cls(address=form.get("address", "").strip(), every=plain(form.get("every", "").strip()))


def watch_line(watch: Watch, language: str) -> WatchLine:
    """A line of the list."""
    return WatchLine(
        number=watch.pk,
        address=watch.address,
        hours=watch.hours,
        by=str(watch.added_by),
        since=day(timezone.localdate(watch.added_at), language),
        looked=day(timezone.localdate(watch.looked_at), language) if watch.looked_at else None,
        reason=_told(watch.reason),
    )


def found_line(group: Group, language: str) -> FoundLine:
    """A line of what was found."""
    return FoundLine(
        title=group.title,
        href=reverse("office:desk", args=[group.first.capture]),
        address=group.first.address,
        others=len(group.others),
        day=day(timezone.localdate(group.first.at), language),
    )


def failed_line(found: Found, language: str) -> FailedLine:
    """A line of what could not be read."""
    when = day(timezone.localdate(found.at), language)
    return FailedLine(address=found.address, reason=_told(found.reason), day=when)


def _told(reason: str) -> str:
    """The sentence as it is: a host's name keeps its digits."""
    if not reason:
        return ""
    code, details = unpacked(reason)
    return word(UNREADABLE, code).format(**details)
