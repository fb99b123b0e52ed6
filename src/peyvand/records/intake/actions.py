"""Sources are read in; members judge what was read. The one door for each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from peyvand.adapters.engines.bulk import much_at_once
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.verdict import Ruling, Status, Verdict
from peyvand.core.ledger.words import Judgement
from peyvand.core.reading.model import Reading
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.intake.copying import links
from peyvand.records.intake.drafts import (
    Captured,
    NotOfThisText,
    check_resolution,
    quote_of,
    reading_drafts,
    source_draft,
)
from peyvand.records.intake.worklist import follow, items_of, note_new
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import (
    Draft,
    SourceDraft,
    correction_reason,
    resolution_draft,
    statement_draft,
    verdict_draft,
)
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.vault import opened, seal
from peyvand.records.register.actions import refold
from peyvand.records.register.gathering import ITEMS, rulings_on
from peyvand.records.register.reach import allow_on, places_said


class NoSuchStatement(LookupError):
    """The ledger has no statement or claim of this key."""


class NothingToWithdraw(ValueError):
    """No verdict stands that could be taken back."""


class JudgedMeanwhile(Exception):
    """Another verdict stands than the one the member answered; ``other`` is it, ``ruling`` what they add up to."""

    def __init__(self, ruling: Ruling) -> None:
        super().__init__(_("Somebody else has judged this in the meantime."))
        self.ruling = ruling
        self.other = ruling.heads[-1] if ruling.heads else None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What became of one source: its id, and how many of its statements and claims were new to the ledger or known.

    ``keys`` are of all of them, in the order of the text.
    """

    source: str
    new: int
    known: int
    keys: tuple[str, ...]


def propose(captured: Captured, reading: Reading, *, by: Member, public: bool | None = None) -> Proposed:
    """Enter a source and what was read in it, for members to judge.

    Reading a source again adds nothing that the ledger holds, even where it was rejected. ``public`` says whether
    everybody may see the source; None goes by its kind. Raises `NotAllowed` or `drafts.NotOfThisText`.
    """
    return propose_all([(captured, reading)], by=by, public=public)[0]


def propose_all(
    sources: Iterable[tuple[Captured, Reading]], *, by: Member, public: bool | None = None, compare: bool = True
) -> list[Proposed]:
    """Enter many sources and what was read in them, all or none; as `propose`.

    ``compare`` False leaves it to the caller to look, later, for articles that carry one another's text.
    """
    allow(by, "statement.propose")
    read = [
        (source_draft(captured, reading, public=public, office=by.city), reading_drafts(reading, captured.text))
        for captured, reading in sources
    ]
    with much_at_once(connection), writing() as moment:
        entered = append([d for _, drafts in read for d in drafts], by=by, sources=[s for s, _ in read], at=moment)
        items = items_of(entered)
        note_new(items)
        if compare:
            append(links({entry.key for entry in entered if entry.kind == Kind.SOURCE}), by=by, at=moment)
        captures = [source.capture for source, _ in read]
        first = f"source:{captures[0]}" if captures else ""
        record(by, "statement.propose", thing=first, detail=f"sources={len(captures)}")
    new = {item.key for item in items}
    return [_proposed(source.capture, drafts, new) for source, drafts in read]


def accept(key: str, *, by: Member, follows: str | None = None, reason: str = "") -> Verdict:
    """Accept a statement or claim by its key. ``follows`` is the verdict that the member saw, None where none was.

    Raises `NotAllowed`, `NoSuchStatement`, or `JudgedMeanwhile` where another verdict stands.
    """
    return _judge(key, Judgement.ACCEPTED, by, follows, reason)


def reject(key: str, *, by: Member, follows: str | None = None, reason: str = "") -> Verdict:
    """Reject a statement or claim; as `accept`."""
    return _judge(key, Judgement.REJECTED, by, follows, reason)


def withdraw(key: str, *, by: Member, follows: str | None, reason: str = "") -> Verdict:
    """Take a standing verdict back: the question is open again. As `accept`; or raises `NothingToWithdraw`."""
    with writing():
        standing = rulings_on([key])[key]
        if not standing.heads:
            raise NothingToWithdraw(key)
        return _judge(key, Judgement.WITHDRAWN, by, follows, reason)


def correct(
    key: str,
    *,
    statement: Statement,
    resolution: Resolution,
    by: Member,
    follows: str | None = None,
    reason: str = "",
) -> str:
    """Put the member's own statement in the place of one that was misread; the accepted statement's key.

    The new one is accepted, the old one rejected with a reason that points to it. Where only the places or the date
    were found wrong, the statement is the same: it gets a new resolution and is accepted with it. Raises as `accept`,
    `drafts.NotOfThisText`, or `drafts.CannotResolve` for a place or a date that is none.
    """
    allow(by, "statement.judge", places=resolution.places)
    allow_on(by, "statement.judge", [key])
    drafts = _own_words(statement, resolution)
    with writing() as moment:
        _follow(key, follows)
        note_new(items_of(append(drafts, by=by, at=moment)))
        append(links([statement.capture]), by=by, at=moment)
        reason = seal(reason)
        if statement.key != key:
            pointing = correction_reason(statement.key, reason)
            _enter([_verdict(key, Judgement.REJECTED, by, follows, pointing, moment)], by, moment)
            head = _head(statement.key)
            _enter([_verdict(statement.key, Judgement.ACCEPTED, by, head, reason, moment)], by, moment)
        else:
            _enter([_verdict(key, Judgement.ACCEPTED, by, follows, reason, moment)], by, moment)
    return statement.key


def add(
    statement: Statement,
    resolution: Resolution,
    *,
    by: Member,
    source: SourceDraft | None = None,
    reason: str = "",
) -> str:
    """Enter and accept what a member reads in a source and the reader did not; the statement's key. ``source`` is
    entered with it where the ledger does not have it yet.

    Raises as `correct`; `JudgedMeanwhile` where the ledger has the statement and it was judged.
    """
    allow(by, "statement.judge", places=resolution.places)
    with writing() as moment:
        append([], by=by, sources=[source] if source else [], at=moment)
        drafts = _own_words(statement, resolution)
        _follow(statement.key, None)
        note_new(items_of(append(drafts, by=by, at=moment)))
        append(links([statement.capture]), by=by, at=moment)
        _enter([_verdict(statement.key, Judgement.ACCEPTED, by, None, seal(reason), moment)], by, moment)
    return statement.key


def accept_all(keys: Sequence[str], *, by: Member, reason: str = "") -> int:
    """Accept those of these statements and claims that nobody has judged; how many. One fold for all of them."""
    allow_on(by, "statement.judge", keys)
    with writing() as moment:
        rulings = rulings_on(keys)
        open_keys = [key for key in keys if rulings[key].status is Status.OPEN]
        sealed = seal(reason) if open_keys else ""
        verdicts = [_verdict(key, Judgement.ACCEPTED, by, None, sealed, moment) for key in open_keys]
        _enter(verdicts, by, moment)
    return len(verdicts)


def judge_chosen(chosen: Mapping[str, str | None], judgement: Judgement, *, by: Member, reason: str = "") -> list[str]:
    """Say the same of several statements and claims. ``chosen`` has, by key, the verdict that the member saw.

    One fold for all of them. Those on which another verdict stands by now are left as they are, and so are those where
    nothing can be taken back; their keys come back. Raises `NotAllowed` or `NoSuchStatement`.
    """
    allow(by, "statement.judge")
    with writing() as moment:
        known = set(Entry.objects.filter(key__in=list(chosen), kind__in=ITEMS).values_list("key", flat=True))
        if unknown := [key for key in chosen if key not in known]:
            raise NoSuchStatement(unknown[0])
        allow_on(by, "statement.judge", chosen)
        rulings = rulings_on(chosen)
        withdrawing = judgement is Judgement.WITHDRAWN
        given = {
            key: follows
            for key, follows in chosen.items()
            if _answers(rulings[key], follows) and (follows or not withdrawing)
        }
        sealed = seal(reason) if given else ""
        _enter([_verdict(key, judgement, by, given[key], sealed, moment) for key in given], by, moment)
    return [key for key in chosen if key not in given]


def accept_reading(captured: Captured, reading: Reading, *, by: Member, public: bool | None = None) -> Proposed:
    """Propose a source and accept what is open of it, in one step; what was rejected before stays so."""
    with writing():
        proposed = propose(captured, reading, by=by, public=public)
        accept_all(proposed.keys, by=by)
    return proposed


def _proposed(capture: str, drafts: Iterable[Draft], new: set[str]) -> Proposed:
    keys = tuple(dict.fromkeys(draft.key for draft in drafts if draft.kind in ITEMS))
    fresh = len(new.intersection(keys))
    return Proposed(capture, fresh, len(keys) - fresh, keys)


def _own_words(statement: Statement, resolution: Resolution) -> list[Draft]:
    """A member's own statement over words of a known source, and what it resolves them to."""
    text = Source.objects.filter(capture=statement.capture).values_list("text", flat=True).first()
    if text is None or resolution.statement != statement.key:
        raise NotOfThisText("a member's statement is of a known source and resolves its own words")
    check_resolution(resolution)
    return [statement_draft(statement, quote_of(text, statement.span)), resolution_draft(resolution)]


def _judge(key: str, judgement: Judgement, by: Member, follows: str | None, reason: str) -> Verdict:
    allow(by, "statement.judge")
    with writing() as moment:
        if not Entry.objects.filter(key=key, kind__in=ITEMS).exists():
            raise NoSuchStatement(key)
        allow_on(by, "statement.judge", [key])
        if same := _said_already(key, judgement, by, follows, reason):
            return same
        _follow(key, follows)
        verdict = _verdict(key, judgement, by, follows, seal(reason), moment)
        _enter([verdict], by, moment)
    return verdict


def _follow(key: str, follows: str | None) -> None:
    """The next verdict answers one that stands; two members who answer the same one do not both win."""
    ruling = rulings_on([key])[key]
    if not _answers(ruling, follows):
        raise JudgedMeanwhile(ruling)


def _answers(ruling: Ruling, follows: str | None) -> bool:
    heads = [head.key for head in ruling.heads]
    return follows in heads or not (heads or follows)


def _head(key: str) -> str | None:
    heads = rulings_on([key])[key].heads
    return heads[-1].key if heads else None


def _said_already(key: str, judgement: Judgement, by: Member, follows: str | None, reason: str) -> Verdict | None:
    """A standing verdict that says the same for the same member: a form sent twice is one verdict."""
    heads = rulings_on([key])[key].heads
    words = opened(head.reason for head in heads)
    wanted = judgement, str(by.pk), follows, reason
    said = ((head, (head.judgement, head.member, head.follows, words[head.reason])) for head in heads)
    return next((head for head, what in said if what == wanted), None)


def _verdict(key: str, judgement: Judgement, by: Member, follows: str | None, reason: str, moment: datetime) -> Verdict:
    return Verdict(statement=key, judgement=judgement, reason=reason, member=str(by.pk), follows=follows, at=moment)


def _enter(verdicts: Iterable[Verdict], by: Member, moment: datetime) -> None:
    """Verdicts into the log, and what follows from them into work list and register: one transaction."""
    verdicts = list(verdicts)
    append([verdict_draft(verdict) for verdict in verdicts], by=by, at=moment)
    keys = [verdict.statement for verdict in verdicts]
    _note(verdicts, by)
    follow(keys)
    refold(keys)


def _note(verdicts: Sequence[Verdict], by: Member) -> None:
    """One line of the audit for all verdicts of one form; where it is one, with its statement and places."""
    if not verdicts:
        return
    one = verdicts[0]
    judgement = str(one.judgement)
    if len(verdicts) == 1:
        places = places_said(one.statement)
        record(by, "statement.judge", thing=f"statement:{one.statement}", places=places, detail=judgement)
    else:
        record(by, "statement.judge", detail=f"{judgement} verdicts={len(verdicts)}")
