"""The one door to the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from threading import local

from django.db import connection, transaction
from django.utils import timezone

from peyvand.adapters.engines.bulk import insert_rows, prepared, present
from peyvand.adapters.engines.postgres import lock_appends
from peyvand.adapters.engines.sqlite import BUSY_SECONDS
from peyvand.adapters.engines.turns import in_turn
from peyvand.core.ledger import merkle
from peyvand.records.accounts.models import Member
from peyvand.records.ledger import following
from peyvand.records.ledger.drafts import Draft, SourceDraft
from peyvand.records.ledger.guard import assert_sound
from peyvand.records.ledger.keeper import keeper
from peyvand.records.ledger.leaves import Entered, leaf_of
from peyvand.records.ledger.models import Entry, Head, Kind, Source
from peyvand.records.ledger.rows import written_time

_HEAD = 1
# What an entry of a kind touches, for those who follow: its subject, or what it is itself.
_TOUCHES: dict[str, str] = {
    Kind.VERDICT: following.ITEM,
    Kind.RESOLUTION: following.RESOLVED,
    Kind.STATEMENT: following.SOURCE,
    Kind.CLAIM: following.SOURCE,
    Kind.AREA: following.SOURCE,
    Kind.ERASURE: following.SOURCE,
    Kind.SOURCE: following.SOURCE,
}


class _Open(local):
    """The moment of the change that this thread is in the middle of."""

    moment: datetime | None = None


_open = _Open()


@contextmanager
def writing() -> Iterator[datetime]:
    """One change of the ledger: whole or not at all, alone, at one moment that never lies before an earlier one.

    Whoever reads before deciding what to append reads inside this; inside another it is part of that one, and fails
    with it. Raises `guard.StoreUnsound`.
    """
    if _open.moment is not None:
        # A savepoint for each part would cost more than most parts do.
        with transaction.atomic(savepoint=False):
            yield _open.moment
        return
    with in_turn(connection, seconds=BUSY_SECONDS), transaction.atomic():
        if connection.vendor == "postgresql":
            lock_appends(connection)
        assert_sound()
        last = Head.objects.filter(pk=_HEAD).values_list("recorded_at", flat=True).first()
        now = timezone.now()
        # A clock that was set back must not turn the order of what we knew.
        _open.moment = max(now, last) if last else now
        try:
            with following.telling():
                yield _open.moment
            if connection.needs_rollback:
                # Whoever passed over the failure of a part must not take the whole for done.
                raise transaction.TransactionManagementError("a part of this change has failed")
        finally:
            _open.moment = None


def append(
    drafts: Sequence[Draft], *, by: Member, sources: Sequence[SourceDraft] = (), at: datetime | None = None
) -> list[Entered]:
    """Enter what is not in the log yet, in the order given, sources first; the new entries.

    An entry whose key the log holds adds nothing. Permission is asked by the actions that decide what to enter.
    """
    with writing() as moment:
        wanted = {draft.key: draft for draft in [*(source.draft() for source in sources), *drafts]}
        known = present(connection, Entry, "key", list(wanted))
        new = [draft for key, draft in wanted.items() if key not in known]
        if not new:
            return []
        _add_sources([source for source in sources if source.capture not in known], by, at or moment)
        return _add_entries(new, by, at or moment)


def _add_sources(sources: Sequence[SourceDraft], by: Member, at: datetime) -> None:
    ready = partial(prepared, connection, Source)
    rows = {
        source.capture: (
            source.capture,
            source.text,
            source.name,
            source.title,
            source.publisher,
            ready("published", source.published),
            str(source.kind),
            source.language,
            source.public,
            ready("meta", source.meta),
            ready("received_at", at),
            by.pk,
        )
        for source in sources
    }
    insert_rows(connection, Source, rows.values())


def _add_entries(drafts: Sequence[Draft], by: Member, at: datetime) -> list[Entered]:
    state, _ = Head.objects.get_or_create(pk=_HEAD, defaults={"size": 0, "root": merkle.Frontier().root().hex()})
    frontier = merkle.Frontier(state.size, tuple(bytes.fromhex(peak) for peak in state.frontier))
    written = written_time(at)
    entries = [_entered(number, draft, by.pk, at, written) for number, draft in enumerate(drafts, start=frontier.size)]
    frontier = frontier.extend(bytes.fromhex(entry.leaf) for entry in entries)
    time = prepared(connection, Entry, "recorded_at", at)
    insert_rows(connection, Entry, ((*entry[:6], time, *entry[7:]) for entry in entries))
    for entry in entries:
        if what := _TOUCHES.get(entry.kind):
            following.touch(what, (entry.subject,))
    state.size, state.root, state.recorded_at = frontier.size, frontier.root().hex(), at
    state.frontier = [peak.hex() for peak in frontier.peaks]
    state.save()
    transaction.on_commit(partial(keeper.note, state.size))
    return entries


def _entered(number: int, draft: Draft, member: int, at: datetime, written: str) -> Entered:
    kind, body = str(draft.kind), draft.text
    leaf = leaf_of(
        number=number, kind=kind, key=draft.key, subject=draft.subject, body=body, member=member, recorded_at=written
    )
    places = (*draft.places, "", "")[:2]
    return Entered(number, kind, draft.key, draft.subject, body, leaf.hex(), at, member, *places)
