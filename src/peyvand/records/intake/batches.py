"""Lists taken in as batches: rows entered in steps, each whole; one verdict for all that a file brought.

A row that the list's earlier file had in the same words is known and not entered again. One that it had and the newer
file has not is entered as withdrawn; that counts once the newer file is accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import TypeVar

from django.utils.translation import gettext as _

from peyvand.adapters.imports.batch import Batch, Item
from peyvand.core.ledger.claim import CountClaim
from peyvand.core.ledger.lists import row_words
from peyvand.core.ledger.verdict import Ruling, Status, Verdict
from peyvand.core.ledger.withdrawal import Withdrawal
from peyvand.core.ledger.words import Judgement, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.intake.actions import JudgedMeanwhile, NoSuchStatement, NothingToWithdraw
from peyvand.records.intake.worklist import follow, items_of, note_new
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import (
    Draft,
    SourceDraft,
    claim_draft,
    resolution_draft,
    statement_draft,
    verdict_draft,
    withdrawal_draft,
)
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.rows import parse
from peyvand.records.ledger.vault import seal
from peyvand.records.register.actions import refold
from peyvand.records.register.gathering import ITEMS, rulings_on
from peyvand.records.register.reach import allow_on

_T = TypeVar("_T")
# Items written at once: little is lost when a long import is stopped, and the store is not locked for long.
_STEP = 500


class OlderFile(ValueError):
    """A newer file of the list was taken in before: what a list dropped and when is told by its files in order."""

    def __init__(self, newer: date) -> None:
        super().__init__(_("A newer file of this list was taken in before, of %s.") % newer.isoformat())


@dataclass(frozen=True, slots=True)
class Compared:
    """A batch beside what the ledger has: items to enter, how many it knows, and statements of rows that are gone."""

    new: tuple[Item, ...]
    known: int
    gone: tuple[str, ...]


def compare(batch: Batch, *, origin: str = "") -> Compared:
    """What entering the batch would add; nothing is written. ``origin`` names the list that the file is a state of.

    Raises `OlderFile` where a newer file of the list was taken in before.
    """
    before = _standing_rows(_earlier_files(batch, origin)) if origin else {}
    said = {row_words(item.said.said()) for item in batch.items}
    meant = [item for item in batch.items if item.meant is not None]
    entered = _entered(item.said.key for item in meant)
    new = tuple(i for i in meant if i.said.key not in entered and row_words(i.said.said()) not in before)
    gone = tuple(sorted(key for words, (key, kind) in before.items() if words not in said and kind == Kind.STATEMENT))
    return Compared(new, len(meant) - len(new), gone)


def enter(
    batch: Batch,
    *,
    by: Member,
    origin: str = "",
    public: bool = True,
    progress: Callable[[int], object] = lambda _: None,
) -> Compared:
    """Enter a batch for members to judge, in steps; stopped halfway, it goes on where it was. What was new.

    Raises `NotAllowed` or `OlderFile`. ``progress`` is told how many more items are in after each step.
    """
    allow(by, "statement.propose")
    compared = compare(batch, origin=origin)
    source = _source(batch, origin, public)
    for some in _steps(compared.new) if compared.new else ((),):
        drafts = [draft for item in some for draft in _drafts(item)]
        with writing() as moment:
            note_new(items_of(append(drafts, by=by, sources=[source], at=moment)))
        progress(len(some))
    with writing() as moment:
        record(by, "statement.propose", thing=f"source:{batch.capture}", detail=f"rows={len(compared.new)}")
        on = batch.published or Source.objects.get(capture=batch.capture).received_at.date()
        gone = (Withdrawal(statement=key, capture=batch.capture, on=on) for key in compared.gone)
        append([withdrawal_draft(one) for one in gone], by=by, at=moment)
    return compared


def accept_batch(capture: str, *, by: Member, follows: str | None = None, reason: str = "") -> Verdict:
    """Accept all that a source brought and nobody has judged by itself. ``follows`` is the verdict on the batch that
    the member saw. Raises `NotAllowed`, `actions.NoSuchStatement`, or `actions.JudgedMeanwhile`."""
    return _judge(capture, Judgement.ACCEPTED, by, follows, reason)


def reject_batch(capture: str, *, by: Member, follows: str | None = None, reason: str = "") -> Verdict:
    """Reject all that a source brought; as `accept_batch`."""
    return _judge(capture, Judgement.REJECTED, by, follows, reason)


def withdraw_batch(capture: str, *, by: Member, follows: str | None, reason: str = "") -> Verdict:
    """Take a verdict on a batch back. As `accept_batch`; or raises `actions.NothingToWithdraw`."""
    if not rulings_on([capture])[capture].heads:
        raise NothingToWithdraw(capture)
    return _judge(capture, Judgement.WITHDRAWN, by, follows, reason)


def judge_batches(judgements: Mapping[str, Judgement], *, by: Member, reason: str = "") -> int:
    """Give a first verdict on each of these batches, by their sources, that has none; how many. One fold for all of
    them. Raises `NotAllowed` or `actions.NoSuchStatement`."""
    allow(by, "statement.judge")
    with writing() as moment:
        wanted = list(judgements)
        known = {key for some in _steps(wanted) for key in _sources(some)}
        if missing := [capture for capture in wanted if capture not in known]:
            raise NoSuchStatement(missing[0])
        rulings = rulings_on(wanted)
        first = [capture for capture in wanted if not rulings[capture].heads]
        why = seal(reason)
        append(
            [verdict_draft(_verdict(one, judgements[one], by, None, why, moment)) for one in first], by=by, at=moment
        )
        keys = [key for some in _steps(first) for key in _items_of(some)]
        allow_on(by, "statement.judge", keys)
        record(by, "statement.judge", detail=f"batches={len(first)} verdicts={len(keys)}")
        follow(keys)
        refold([*keys, *_gone_by(first)])
    return len(first)


def accept_rest(capture: str, *, by: Member, reason: str = "") -> bool:
    """Accept a batch as it stands now, unless that was said already or a member has judged it otherwise; whether so."""
    allow(by, "statement.judge")
    with writing():
        ruling = rulings_on([capture])[capture]
        if ruling.status not in (Status.OPEN, Status.ACCEPTED) or not _has_open(capture, ruling):
            return False
        head = ruling.heads[0].key if ruling.heads else None
        accept_batch(capture, by=by, follows=head, reason=reason)
    return True


def ruling_on(capture: str) -> Ruling:
    """What members made of a batch as a whole."""
    return rulings_on([capture])[capture]


def _judge(capture: str, judgement: Judgement, by: Member, follows: str | None, reason: str) -> Verdict:
    allow(by, "statement.judge")
    with writing() as moment:
        if not Entry.objects.filter(key=capture, kind=Kind.SOURCE).exists():
            raise NoSuchStatement(capture)
        ruling = rulings_on([capture])[capture]
        heads = [head.key for head in ruling.heads]
        if follows not in heads and (heads or follows):
            raise JudgedMeanwhile(ruling)
        verdict = _verdict(capture, judgement, by, follows, seal(reason), moment)
        append([verdict_draft(verdict)], by=by, at=moment)
        keys = _items_of([capture])
        allow_on(by, "statement.judge", keys)
        record(by, "statement.judge", thing=f"source:{capture}", detail=f"{judgement} verdicts={len(keys)}")
        follow(keys)
        refold([*keys, *_gone_by([capture])])
    return verdict


def _verdict(
    capture: str, judgement: Judgement, by: Member, follows: str | None, reason: str, moment: datetime
) -> Verdict:
    return Verdict(statement=capture, judgement=judgement, reason=reason, member=str(by.pk), follows=follows, at=moment)


def _sources(captures: Sequence[str]) -> list[str]:
    """Those of these that are sources of the log."""
    return [*Entry.objects.filter(key__in=captures, kind=Kind.SOURCE).values_list("key", flat=True)]


def _items_of(captures: Sequence[str]) -> list[str]:
    """The keys of what came in with these sources."""
    return [*Entry.objects.filter(subject__in=captures, kind__in=ITEMS).values_list("key", flat=True)]


def _has_open(capture: str, ruling: Ruling) -> bool:
    """Whether anything came in with or because of the source that its last verdict has not seen."""
    if not ruling.heads:
        return True
    judged = Entry.objects.get(key=ruling.heads[0].key).number
    items = Entry.objects.filter(subject=capture, kind__in=ITEMS, number__gt=judged)
    return items.exists() or any(number > judged for one in _lists_among([capture]) for number, _ in _withdrawals(one))


def _gone_by(captures: Sequence[str]) -> list[str]:
    """The statements that these files dropped."""
    return [statement for capture in _lists_among(captures) for _, statement in _withdrawals(capture)]


def _lists_among(captures: Sequence[str]) -> list[str]:
    """Those of these sources that are states of a list: no other drops rows, and to look for those takes long."""
    lists: list[str] = []
    for some in _steps(captures):
        lists += Source.objects.filter(capture__in=some, meta__has_key="origin").values_list("capture", flat=True)
    return lists


def _withdrawals(capture: str) -> list[tuple[int, str]]:
    """Number and statement of each withdrawal that a file made; they all came after the file itself."""
    first = Entry.objects.get(key=capture).number
    rows = Entry.objects.filter(kind=Kind.WITHDRAWAL, number__gt=first).values_list("number", "subject", "body")
    return [(number, subject) for number, subject, body in rows if parse(body)["capture"] == capture]


def _earlier_files(batch: Batch, origin: str) -> list[str]:
    """Captures of the list's files that came in before this one. Raises `OlderFile`."""
    files = Source.objects.filter(kind=SourceKind.DATASET_ROW, meta__origin=origin).exclude(capture=batch.capture)
    known = dict(files.values_list("capture", "published"))
    entered = Entry.objects.filter(kind=Kind.SOURCE, key__in=known)
    own = Entry.objects.filter(key=batch.capture).values_list("number", flat=True).first()
    if own is not None:
        return list(entered.filter(number__lt=own).values_list("key", flat=True))
    newer = max((day for day in known.values() if day and batch.published and day > batch.published), default=None)
    if newer:
        raise OlderFile(newer)
    return list(known)


def _standing_rows(captures: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Keys and kinds of what these files say and no later one dropped, by the words of the rows."""
    standing: dict[str, tuple[str, str]] = {}
    for capture in captures:
        rows = Entry.objects.filter(subject=capture, kind__in=(Kind.STATEMENT, Kind.CLAIM))
        for key, kind, body in rows.values_list("key", "kind", "body").iterator(_STEP):
            standing[row_words(parse(body)["said"])] = key, kind
    dropped: set[str] = set()
    for some in _steps([key for key, _kind in standing.values()]):
        gone = Entry.objects.filter(kind=Kind.WITHDRAWAL, subject__in=some)
        dropped.update(gone.values_list("subject", flat=True))
    return {words: known for words, known in standing.items() if known[0] not in dropped}


def _entered(keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in _steps(list(keys)):
        found.update(Entry.objects.filter(key__in=some).values_list("key", flat=True))
    return found


def _source(batch: Batch, origin: str, public: bool) -> SourceDraft:
    meta: dict[str, object] = {"list": batch.kind}
    if origin:
        meta["origin"] = origin
    if batch.speaks_for:
        meta["speaks_for"] = batch.speaks_for
    return SourceDraft(
        text=batch.text,
        name=batch.name,
        kind=SourceKind.DATASET_ROW,
        public=public,
        title=batch.title,
        publisher=batch.publisher,
        published=batch.published,
        meta=meta,
    )


def _drafts(item: Item) -> list[Draft]:
    said = item.said
    first = claim_draft(said, item.quote) if isinstance(said, CountClaim) else statement_draft(said, item.quote)
    return [first, resolution_draft(item.meant)] if item.meant else [first]


def _steps(items: Iterable[_T]) -> Iterator[list[_T]]:
    rest = iter(items)
    while some := list(islice(rest, _STEP)):
        yield some
