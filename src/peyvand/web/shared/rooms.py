"""The rooms of the office that a member is shown the way to: those that the role opens."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.web.shared.words import Words


@dataclass(frozen=True, slots=True)
class Room:
    """The way to one room; ``place`` is how its pages call themselves."""

    place: str
    title: Words
    href: str


# What a room's pages call themselves, its address, who is let in, and its name.
_ROOMS: tuple[tuple[str, str, str, Words], ...] = (
    ("agenda", "office:agenda", "office.enter", gettext_lazy("Work list")),
    ("inbox", "office:inbox", "statement.see_proposed", gettext_lazy("Inbox")),
    ("cases", "office:cases", "case.see", gettext_lazy("Cases")),
    # Letters, documents and contacts lead to one another.
    ("letters", "office:letters", "letter.see", gettext_lazy("Papers")),
    ("findings", "office:findings", "statement.see_proposed", gettext_lazy("Findings")),
    ("members", "office:members", "member.see", gettext_lazy("Members")),
    ("audit", "office:audit", "audit.see", gettext_lazy("Audit")),
)


def rooms_of(member: Member | None) -> list[Room]:
    """The rooms that are open to a member, in their order; none to a visitor."""
    return [Room(place, title, reverse(name)) for place, name, needed, title in _ROOMS if may(member, needed)]
