"""Changes are noted in the transaction in which they happen, and their words are erased for good."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from functools import partial

from django.db import connection, transaction
from django.db.models import Max

from peyvand.adapters.engines.forgetting import forget
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.history.models import Change, Kept
from peyvand.records.ledger import following
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.vault import commitment

_REASON = "reason"


def note(
    kind: str,
    subject: int,
    what: str,
    values: Mapping[str, tuple[object, object]],
    *,
    by: Member,
    places: Sequence[str] = (),
    reason: str = "",
) -> Change:
    """Note a change of a thing of these places: by field what stood there before and what stands there now, as values
    of JSON. The audit is told as well, and whoever follows changes of this kind.

    To be called inside `writing`, by the action that changes the thing and has asked for permission.
    """
    with writing() as moment:
        record(by, f"{kind}.{what}", thing=f"{kind}:{subject}", places=places)
        following.touch(kind, (str(subject),))
        last = Change.objects.filter(kind=kind, subject=subject).aggregate(last=Max("number"))["last"]
        told = {name: list(pair) for name, pair in values.items()}
        return Change.objects.create(
            kind=kind, subject=subject, number=0 if last is None else last + 1, what=what, fields=sorted(values),
            told=_kept(json.dumps({"values": told, _REASON: reason}, ensure_ascii=False)), member=by, at=moment,
        )  # fmt: skip


def erase_history(kind: str, subject: int, *, by: Member) -> int:
    """Erase the words of all changes of a thing; how many there were. That there was a change stays. Raises
    `NotAllowed`."""
    allow(by, "personal.erase")
    with writing():
        told = Change.objects.filter(kind=kind, subject=subject).values_list("told", flat=True)
        following.touch(following.FORGOTTEN, (f"{kind} {subject}",))
        erased, _ = Kept.objects.filter(commitment__in=list(told)).delete()
        if erased:
            transaction.on_commit(partial(forget, connection, Kept._meta.db_table))
    return erased


def _kept(words: str) -> str:
    salt = secrets.token_hex(32)
    return Kept.objects.create(commitment=commitment(salt, words), salt=salt, words=words).commitment
