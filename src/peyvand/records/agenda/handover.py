"""What a member leaves behind when they go: cases, things given to them, pages they watch. Passed on in one act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.records.accounts.models import AccessChange, Member
from peyvand.records.accounts.notes import note
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.agenda.models import Assignment
from peyvand.records.audit.actions import record
from peyvand.records.casework.actions import hand_over as hand_over_case
from peyvand.records.casework.queries import CaseView, cases
from peyvand.records.ledger.actions import writing
from peyvand.records.watching.actions import pass_watches
from peyvand.records.watching.models import Watch


class CannotHandOver(ValueError):
    """The work cannot be passed on; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Left:
    """What a member would leave: cases that are not withdrawn, items of the work list, pages of the watch list."""

    cases: tuple[CaseView, ...]
    assignments: tuple[Assignment, ...]
    watches: tuple[Watch, ...]

    @property
    def count(self) -> int:
        return len(self.cases) + len(self.assignments) + len(self.watches)


def left_by(member: Member, *, by: Member, language: str, today: date | None = None) -> Left:
    """What passes to a successor of a member, as far as ``by`` may see it. Raises `NotAllowed`."""
    allow(by, "member.hand_over")
    views = cases(by, language=language, today=today)
    return Left(
        cases=tuple(view for view in views if view.responsible == member and view.state != "withdrawn"),
        assignments=tuple(Assignment.objects.filter(to=member).order_by("item")),
        watches=tuple(Watch.objects.filter(added_by=member, removed_at=None).order_by("address")),
    )


def successors(member: Member) -> list[Member]:
    """Who may take over: members in office who may do casework, but the one who goes."""
    known = Member.objects.filter(is_active=True).exclude(pk=member.pk).order_by("username")
    return [one for one in known if may(one, "case.open")]


def hand_over(member: Member, to: Member, *, reason: str, by: Member, language: str) -> Left:
    """Pass all that a member leaves to a successor, all or nothing; what passed.

    Raises `NotAllowed`, `CannotHandOver`, or what a case says that cannot be handed over.
    """
    allow(by, "member.hand_over")
    if not reason.strip():
        raise CannotHandOver(_("This needs its reason."))
    if to not in successors(member):
        raise CannotHandOver(_("This member cannot take the work over."))
    today = timezone.localdate()
    with writing() as moment:
        left = left_by(member, by=by, language=language, today=today)
        for view in left.cases:
            hand_over_case(view.case, to, on=today, reason=reason, by=by)
        Assignment.objects.filter(to=member).update(to=to, by=by, at=moment)
        pass_watches(member, to, by=by, now=moment)
        note(member, AccessChange.HANDED_OVER, reason, by=by)
        record(by, "member.hand_over", thing=f"member:{member.pk}", detail=f"to={to.pk} things={left.count}")
    return left
