"""What members decided on a page, and what a member may decide there: for the office alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.decision import (
    Act,
    FormerName,
    Membership,
    MergeEvents,
    NameNetwork,
    SamePlace,
    SettleFinding,
    SplitEvent,
    Succession,
)
from peyvand.records.accounts.permissions import HasRole, may
from peyvand.records.register.taken import Taken
from peyvand.web.shared.dates import day, when
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.findings import finding_note, finding_title
from peyvand.web.telling.pages import Deciding, FindingNote, TakenLine
from peyvand.web.telling.said import Shelf

_PERMISSIONS = {
    "settle": "finding.settle",
    "regroup": "event.regroup",
    "identify": "place.identify",
    "network": "network.keep",
}
_NAMES = {
    MergeEvents: gettext_lazy("Statements of one event"),
    SplitEvent: gettext_lazy("Statements of another event"),
}


def deciding(
    member: HasRole | None,
    kinds: Iterable[str],
    places: tuple[str, ...],
    taken: Iterable[Taken],
    naming: Naming,
    *,
    settled: Iterable[Finding] = (),
    shelf: Shelf | None = None,
) -> Deciding:
    """What this member may decide of these kinds, the decisions that stand, and the findings that were settled."""
    taken = list(taken)
    reasons = {one.key: one.reason for one in taken}
    shelf = shelf or Shelf(statements={}, claims={}, sources={}, texts={})
    return Deciding(
        may=frozenset(kind for kind in kinds if may(member, _PERMISSIONS[kind])),
        places=places,
        taken=tuple(
            TakenLine(
                key=one.key,
                words=_words(one.decision.act, naming),
                facts=(one.by, day(timezone.localdate(one.decision.at), naming.language).main),
                reason=one.reason,
            )
            for one in taken
        ),
        settled=tuple(_settled(settled, reasons, shelf, naming)),
    )


def _settled(
    settled: Iterable[Finding], reasons: dict[str, str], shelf: Shelf, naming: Naming
) -> Iterator[tuple[FindingNote, str]]:
    for finding in settled:
        yield finding_note(finding, shelf, naming), foreign(reasons.get(finding.settled_by or "", ""))


def _words(act: Act, naming: Naming) -> str:
    if isinstance(act, SettleFinding):
        return _("Settled: “{finding}”").format(finding=finding_title(act.code))
    if isinstance(act, SamePlace):
        return _("{id} is {place} too").format(id=foreign(act.place), place=naming.place(act.into))
    if isinstance(act, Succession):
        date = when(act.on, naming.language).main
        return _("{place} was followed by {other} on {date}").format(
            place=naming.place(act.place), other=naming.place(act.by), date=date
        )
    if isinstance(act, FormerName):
        return _("{place} was called {name}").format(place=naming.place(act.place), name=foreign(act.name))
    if isinstance(act, NameNetwork):
        return _("The network’s names")
    if isinstance(act, Membership):
        words = _("{place} joined") if act.change == "joined" else _("{place} left")
        return words.format(place=naming.place(act.place))
    return str(_NAMES[type(act)])
