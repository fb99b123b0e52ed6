"""The watch list as members see it, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from peyvand.core.ledger.copies import clusters
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.register.reach import sources_open
from peyvand.records.watching.models import Found, Outcome, Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Articles that carry one text: the first that came, and the others."""

    first: Found
    title: str
    others: tuple[Found, ...]


def watches(member: Member) -> list[Watch]:
    """The list as it stands, for whom the whole office is open: nobody knows of which city a page tells. Raises
    `NotAllowed`."""
    allow(member, "statement.see_proposed")
    return standing() if may(member, "statement.see_proposed", places=()) else []


def standing() -> list[Watch]:
    """The list as it stands, in the order in which it was made."""
    return list(Watch.objects.filter(removed_at=None).select_related("added_by").order_by("pk"))


def recent(member: Member, *, limit: int = 50) -> list[Group]:
    """The articles that were proposed last, those with the same words together. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    seen = Source.objects.filter(sources_open(member, "statement.see_proposed"))
    proposed = Found.objects.filter(outcome=Outcome.PROPOSED, capture__in=seen.values("capture"))
    found = list(proposed.order_by("-at", "key")[:limit])
    leaders = clusters([(one.capture, "") for one in found], _copies([one.capture for one in found]))
    groups: dict[str, list[Found]] = {}
    for one in reversed(found):
        groups.setdefault(leaders.get(one.capture, one.capture), []).append(one)
    titles = dict(Source.objects.filter(capture__in=[one.capture for one in found]).values_list("capture", "title"))
    return [
        Group(first=first, title=titles.get(first.capture) or first.address, others=tuple(others))
        for first, *others in reversed(groups.values())
    ]


def failing(member: Member, *, limit: int = 50) -> list[Found]:
    """The articles that could not be read, the last first. Raises `NotAllowed`."""
    allow(member, "statement.see_proposed")
    if not may(member, "statement.see_proposed", places=()):
        # Nobody knows of which city they speak.
        return []
    return list(Found.objects.filter(outcome=Outcome.FAILED).order_by("-at", "key")[:limit])


def _copies(captures: Sequence[str]) -> list[tuple[str, str]]:
    told = Entry.objects.filter(kind=Kind.COPY, subject__in=captures).values_list("body", flat=True)
    pairs = (json.loads(one)["captures"] for one in told)
    return [(first, second) for first, second in pairs]
