"""What was changed, asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peyvand.records.accounts.models import Member
from peyvand.records.history.models import Change, Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One change. ``values`` has each field as it was before and as it was after; empty where the words were erased."""

    number: int
    what: str
    fields: tuple[str, ...]
    values: Mapping[str, tuple[Any, Any]]
    reason: str
    erased: bool
    member: Member
    at: datetime


def changes_of(kind: str, subject: int) -> list[Changed]:
    """All changes of a thing, the last one first."""
    rows = list(Change.objects.filter(kind=kind, subject=subject).select_related("member").order_by("-number"))
    words = dict(Kept.objects.filter(commitment__in=[row.told for row in rows]).values_list("commitment", "words"))
    return [_changed(row, words.get(row.told)) for row in rows]


def mark() -> int:
    """A number that grows with every change of anything."""
    return Change.objects.order_by("-pk").values_list("pk", flat=True).first() or 0


def _changed(row: Change, words: str | None) -> Changed:
    told: dict[str, Any] = json.loads(words) if words else {"values": {}, "reason": ""}
    return Changed(
        number=row.number,
        what=row.what,
        fields=tuple(row.fields),
        values={name: (before, after) for name, (before, after) in told["values"].items()},
        reason=told["reason"],
        erased=words is None,
        member=row.member,
        at=row.at,
    )
