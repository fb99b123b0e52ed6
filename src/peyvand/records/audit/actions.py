"""The one door to the audit::

    record(by, "case.open", thing=f"case:{case.pk}", places=(case.place_a, case.place_b))     # in an action
    exported(by, "contact.export", detail=f"csv rows={count}")

Pages need not call anything: what a signed-in member is shown is noted for all of them in one place of the web.
Nothing is asked of the caller but the fact; permission was asked by whoever calls.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import connection
from django.utils import timezone

from peyvand.records.audit.models import Kind, Trace

_WHAT = re.compile(r"[a-z][a-z0-9_.:-]{0,59}")
_THING = re.compile(r"(?:[a-z][a-z_]{0,39}:[A-Za-z0-9_.:/-]{1,250})?")
_DETAIL = re.compile(r"[a-z0-9_.:= -]{0,100}")
# What is known to stand for its day: by member, day, kind, what and thing.
_Mark = tuple[object, date, str, str, str]
_standing: set[_Mark] = set()
_MOST_KEPT = 50_000


def record(
    by: AbstractBaseUser | None,
    what: str,
    *,
    thing: str = "",
    places: Sequence[str] = (),
    detail: str = "",
    kind: Kind = Kind.DID,
) -> Trace:
    """Note that a member did something (``by`` None: whoever holds the machine), in the transaction of the change.

    ``what`` names the act as the table of permissions does, ``thing`` what it was done to as ``kind:id``, ``places``
    the ids of its one or two places, ``detail`` codes and numbers. Words of people have no place here: what is no code
    is a ValueError.
    """
    _check(what, thing, detail)
    now = timezone.now()
    first, second = (*sorted(places)[:2], "", "")[:2]
    return Trace.objects.create(
        at=now, day=timezone.localdate(), member_id=by.pk if by else None, kind=kind, what=what, thing=thing,
        place_a=first, place_b=second, detail=detail,
    )  # fmt: skip


def exported(
    by: AbstractBaseUser | None, what: str, *, thing: str = "", places: Sequence[str] = (), detail: str = ""
) -> Trace:
    """Note that something left the house. As `record`."""
    return record(by, what, thing=thing, places=places, detail=detail, kind=Kind.EXPORTED)


def once_a_day(
    by: AbstractBaseUser, what: str, *, kind: Kind, thing: str = "", places: Sequence[str] = (), detail: str = ""
) -> Trace | None:
    """As `record`, unless it stands for today already: for what happens with every click. None where it stood."""
    mark = by.pk, timezone.localdate(), str(kind), what, thing
    if mark in _standing:
        return None
    _check(what, thing, detail)
    known = Trace.objects.filter(member_id=by.pk, day=timezone.localdate(), kind=kind, what=what, thing=thing)
    made = None if known.exists() else record(by, what, thing=thing, places=places, detail=detail, kind=kind)
    _remember(mark)
    return made


def _remember(mark: _Mark) -> None:
    """Spare this process the question from now on; not where a transaction might yet take the line back."""
    if connection.in_atomic_block:
        return
    if len(_standing) >= _MOST_KEPT:
        _standing.clear()
    _standing.add(mark)


def _check(what: str, thing: str, detail: str) -> None:
    for pattern, given in ((_WHAT, what), (_THING, thing), (_DETAIL, detail)):
        if not pattern.fullmatch(given):
            raise ValueError(f"the audit holds codes, and this is none: {given!r}")
