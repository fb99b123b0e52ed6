"""What ``peyvand decide`` does with the store."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from peyvand.adapters.inputs import source_at
from peyvand.adapters.sources import UnreadableSource
from peyvand.cli.intake import opened
from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.naming import place_name
from peyvand.cli.places import place_named
from peyvand.cli.status import Status, Stopped
from peyvand.core.ledger.policy import LegalBar
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.ledger.drafts import SourceDraft
from peyvand.records.ledger.models import Kind
from peyvand.records.ledger.queries import keys_beginning
from peyvand.records.register import deciding, laws
from peyvand.records.register.audit import audit, settled_on
from peyvand.records.register.folding import policies
from peyvand.records.register.taken import Taken, decisions_taken


def run(options: argparse.Namespace) -> Status:
    """Enter one decision, or print those that stand. A decision that cannot be is wrong usage."""
    member = opened(options.member, accept=False).by
    try:
        done = _DO[options.what](options, member)
    except (NotAllowed, deciding.CannotDecide, laws.NoSuchLaw, laws.CannotSet) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    if done:
        say(_("Entered: %s") % done)
    return Status.WELL


def _merge(options: argparse.Namespace, by: Member) -> str:
    return deciding.merge_events(_statements(options.statements), by=by, reason=options.reason).key


def _split(options: argparse.Namespace, by: Member) -> str:
    return deciding.split_event(_statements(options.statements), by=by, reason=options.reason).key


def _settle(options: argparse.Namespace, by: Member) -> str:
    found = next(
        (one.found for one in audit() if options.mark in (one.found.finding.mark, one.found.finding.key)), None
    )
    if found is None:
        raise deciding.CannotDecide(_("There is no such finding, or it has been settled."))
    return deciding.settle(options.mark, settled_on(found), by=by, reason=options.reason).key


def _same(options: argparse.Namespace, by: Member) -> str:
    return deciding.same_place(_place(options.place), _place(options.other), by=by, reason=options.reason).key


def _successor(options: argparse.Namespace, by: Member) -> str:
    place, other = _place(options.place), _place(options.other)
    return deciding.succession(place, other, options.on, by=by, reason=options.reason).key


def _renamed(options: argparse.Namespace, by: Member) -> str:
    return deciding.former_name(
        _place(options.place),
        options.name,
        language=options.language,
        until=options.until,
        by=by,
        reason=options.reason,
    ).key


def _network(options: argparse.Namespace, by: Member) -> str:
    names = {"fa": options.fa, "en": options.en}
    decision = deciding.name_network(names, network=options.rename, by=by, reason=options.reason)
    return f"{decision.key} {getattr(decision.act, 'network', '')}"


def _membership(change: str) -> Callable[[argparse.Namespace, Member], str]:
    def enter(options: argparse.Namespace, by: Member) -> str:
        return deciding.change_membership(
            options.network,
            _place(options.place),
            change,
            by=by,
            quote=options.quote,
            capture=one_key(Kind.SOURCE, options.source) if options.source else "",
            source=source_of_file(options.file) if options.file else None,
            date=options.on,
            reason=options.reason,
        ).key

    return enter


def _bar(options: argparse.Namespace, by: Member) -> str:
    law = LegalBar(
        binds=options.binds.upper(),
        against=options.against.upper(),
        since=options.since,
        until=options.until,
        law=options.law,
    )
    laws.bar(law, by=by)
    return law.law


def _unbar(options: argparse.Namespace, by: Member) -> str:
    laws.lift(options.law, by=by)
    return str(options.law)


def _periods(options: argparse.Namespace, by: Member) -> str:
    now = policies()
    stale = timedelta(days=options.stale) if options.stale else now.stale_after
    dormant = timedelta(days=options.dormant) if options.dormant else now.dormant_after
    laws.set_periods(stale, None if options.never_dormant else dormant, by=by)
    return ""


def _revoke(options: argparse.Namespace, by: Member) -> str:
    return deciding.revoke(one_key(Kind.DECISION, options.key), by=by, reason=options.reason).key


def _list(options: argparse.Namespace, by: Member) -> str:
    places = [_place(words) for words in options.places] if options.places else None
    for taken in decisions_taken(by, places=places):
        if options.format == "json":
            answer({"key": taken.key, **taken.decision.said(), "reason": taken.reason, "by": taken.by})
        else:
            answer_text(_line(taken))
    return ""


def _line(taken: Taken) -> str:
    decision = taken.decision
    places = " – ".join(place_name(place) for place in decision.places)
    facts = (decision.at.date().isoformat(), decision.name, places, taken.by, taken.reason)
    return f"[{taken.key[:12]}] " + " · ".join(fact for fact in facts if fact)


def _statements(beginnings: Iterable[str]) -> list[str]:
    return [one_key(Kind.STATEMENT, beginning) for beginning in beginnings]


def one_key(kind: str, beginning: str) -> str:
    """The one key of this kind that begins so."""
    found: Sequence[str] = keys_beginning(kind, beginning)
    if len(found) != 1:
        raise Stopped(Status.WRONG_USAGE, _("No key of the ledger, or more than one, begins with %s.") % beginning)
    return found[0]


def _place(words: str) -> str:
    return place_named(words).id


def source_of_file(
    path: Path,
    *,
    kind: SourceKind | None = None,
    public: bool = True,
    title: str = "",
    published: date | None = None,
    speaks_for: str = "",
) -> SourceDraft:
    """A file as a source, without reading it. ``kind`` None goes by the file; ``speaks_for`` is a place id."""
    try:
        captured = source_at(path)
    except UnreadableSource as fault:
        raise Stopped(Status.SOME_FAILED, str(fault)) from fault
    return SourceDraft(
        text=captured.text,
        name=path.name,
        kind=kind or SourceKind(captured.kind),
        public=public,
        title=title or captured.title or "",
        publisher=captured.publisher or "",
        published=published,
        meta={"speaks_for": speaks_for} if speaks_for else {},
    )


_DO: dict[str, Callable[[argparse.Namespace, Member], str]] = {
    "merge": _merge,
    "split": _split,
    "settle": _settle,
    "same": _same,
    "successor": _successor,
    "renamed": _renamed,
    "network": _network,
    "join": _membership("joined"),
    "leave": _membership("left"),
    "bar": _bar,
    "unbar": _unbar,
    "periods": _periods,
    "revoke": _revoke,
    "list": _list,
}
