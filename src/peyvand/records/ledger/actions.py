"""The one door to the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone

from peyvand.adapters.engines.postgres import lock_appends
from peyvand.core.ledger import merkle
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.drafts import Draft, SourceDraft
from peyvand.records.ledger.guard import assert_sound
from peyvand.records.ledger.keeper import keeper
from peyvand.records.ledger.models import Entry, Head, Source
from peyvand.records.ledger.rows import canonical, written_time

_HEAD = 1
# Keys in one question: below the number of variables that SQLite takes.
_KEYS_AT_ONCE = 500


@contextmanager
def writing() -> Iterator[datetime]:
    """One change of the ledger: whole or not at all, alone, at one moment that never lies before an earlier one.

    Whoever reads before deciding what to append reads inside this. Raises `guard.StoreUnsound`.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            lock_appends(connection)
        assert_sound()
        last = Head.objects.filter(pk=_HEAD).values_list("recorded_at", flat=True).first()
        now = timezone.now()
        # A clock that was set back must not turn the order of what we knew.
        yield max(now, last) if last else now


def append(
    drafts: Sequence[Draft], *, by: Member, sources: Sequence[SourceDraft] = (), at: datetime | None = None
) -> list[Entry]:
    """Enter what is not in the log yet, in the order given, sources first; the new entries.

    An entry whose key the log holds adds nothing. Permission is asked by the actions that decide what to enter.
    """
    with writing() as moment:
        wanted = {draft.key: draft for draft in [*(source.draft() for source in sources), *drafts]}
        known = _known(wanted)
        new = [draft for key, draft in wanted.items() if key not in known]
        if not new:
            return []
        _add_sources([source for source in sources if source.capture not in known], by, at or moment)
        return _add_entries(new, by, at or moment)


def leaf_data(number: int, draft: Draft, member: int, recorded_at: datetime) -> bytes:
    """The bytes that a leaf hashes: the entry as canonical JSON."""
    return canonical(
        {
            "number": number,
            "kind": str(draft.kind),
            "key": draft.key,
            "subject": draft.subject,
            "body": draft.body,
            "member": member,
            "recorded_at": written_time(recorded_at),
        }
    ).encode()


def _known(keys: Iterable[str]) -> set[str]:
    known: set[str] = set()
    rest = iter(keys)
    while some := list(islice(rest, _KEYS_AT_ONCE)):
        known.update(Entry.objects.filter(key__in=some).values_list("key", flat=True))
    return known


def _add_sources(sources: Sequence[SourceDraft], by: Member, at: datetime) -> None:
    rows = {
        source.capture: Source(
            capture=source.capture,
            text=source.text,
            name=source.name,
            title=source.title,
            publisher=source.publisher,
            published=source.published,
            kind=source.kind,
            language=source.language,
            public=source.public,
            meta=source.meta,
            received_at=at,
            member=by,
        )
        for source in sources
    }
    Source.objects.bulk_create(rows.values())


def _add_entries(drafts: Sequence[Draft], by: Member, at: datetime) -> list[Entry]:
    state, _ = Head.objects.get_or_create(pk=_HEAD, defaults={"size": 0, "root": merkle.Frontier().root().hex()})
    frontier = merkle.Frontier(state.size, tuple(bytes.fromhex(peak) for peak in state.frontier))
    entries = []
    for number, draft in enumerate(drafts, start=frontier.size):
        leaf = merkle.leaf_hash(leaf_data(number, draft, by.pk, at))
        frontier = frontier.append(leaf)
        place_a, place_b = (*draft.places, "", "")[:2]
        entries.append(
            Entry(
                number=number,
                kind=draft.kind,
                key=draft.key,
                subject=draft.subject,
                body=canonical(draft.body),
                leaf=leaf.hex(),
                recorded_at=at,
                member=by,
                place_a=place_a,
                place_b=place_b,
            )
        )
    Entry.objects.bulk_create(entries)
    state.size, state.root, state.recorded_at = frontier.size, frontier.root().hex(), at
    state.frontier = [peak.hex() for peak in frontier.peaks]
    state.save()
    transaction.on_commit(partial(keeper.note, state.size))
    return entries
