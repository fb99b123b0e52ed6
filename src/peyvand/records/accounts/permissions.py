"""Who may do what: one table, asked inside every action. Of which cities and bonds, the member's grants say."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from peyvand.records.accounts.grants import HasRole, scope_of
from peyvand.records.accounts.roles import Role

__all__ = ["PERMISSIONS", "HasRole", "NotAllowed", "Role", "allow", "may"]


_A, _H, _O, _P, _L = Role.ADMINISTRATOR, Role.HEAD, Role.OFFICER, Role.PRESS, Role.LEGAL
_C, _R, _U = Role.COUNCIL_READER, Role.PARTNER, Role.AUDITOR

# Asked of the office as a whole: only for members to whom the whole office is open.
OFFICE_WIDE: dict[str, frozenset[Role]] = {
    "member.add": frozenset({_A}),
    "member.see": frozenset({_A, _H, _U}),
    "member.invite": frozenset({_A, _H}),
    "member.edit": frozenset({_A}),
    "member.hand_over": frozenset({_A, _H}),
    "member.grant": frozenset({_A}),
    "audit.see": frozenset({_A, _H, _U}),
    "audit.export": frozenset({_H, _U}),
    "watch.keep": frozenset({_A, _H, _O, _P}),
    "place.identify": frozenset({_A, _H, _O}),
    "network.keep": frozenset({_A, _H, _O}),
    "policy.set": frozenset({_A, _H}),
    "procedure.edit": frozenset({_A, _H, _L}),
    "ledger.export": frozenset({_A, _H, _U}),
    "register.rebuild": frozenset({_A}),
    "personal.erase": frozenset({_A, _H}),
}

# Asked of places (a city, a bond, a case, a source): for members to whom these are open. See `scopes`.
WITHIN_SCOPE: dict[str, frozenset[Role]] = {
    "office.enter": frozenset({_A, _H, _O, _P, _L, _C, _R, _U}),
    "shared.see": frozenset({_A, _H, _O, _P, _L, _C, _R, _U}),
    "source.see_internal": frozenset({_A, _H, _O, _P, _L, _C, _U}),
    "statement.see_proposed": frozenset({_A, _H, _O, _P, _L, _U}),
    "statement.propose": frozenset({_A, _H, _O, _P, _L, _R}),
    "statement.judge": frozenset({_A, _H, _O, _L}),
    "event.regroup": frozenset({_A, _H, _O, _L}),
    "finding.settle": frozenset({_A, _H, _O, _L}),
    "case.see": frozenset({_A, _H, _O, _P, _L, _C, _U}),
    "case.open": frozenset({_A, _H, _O}),
    "case.record": frozenset({_A, _H, _O, _L}),
    "case.skip": frozenset({_A, _H}),
    "agenda.assign": frozenset({_A, _H, _O, _L}),
    "letter.see": frozenset({_A, _H, _O, _P, _L, _C, _R, _U}),
    "letter.keep": frozenset({_A, _H, _O, _L}),
    "document.see": frozenset({_A, _H, _O, _P, _L, _C, _R, _U}),
    "document.keep": frozenset({_A, _H, _O, _P, _L}),
    "contact.see": frozenset({_A, _H, _O, _P, _L, _C, _U}),
    "contact.keep": frozenset({_A, _H, _O, _L}),
    "contact.export": frozenset({_A, _H, _O}),
}

PERMISSIONS = OFFICE_WIDE | WITHIN_SCOPE


class NotAllowed(Exception):
    """A member asked for what their role does not give."""

    def __init__(self, permission: str) -> None:
        super().__init__(_("Your role does not allow this: %(permission)s") % {"permission": permission})
        self.permission = permission


def may(member: HasRole | None, permission: str, *, places: Collection[str] | None = None) -> bool:
    """Whether this member may; a visitor may nothing. An unknown permission is a fault of the code.

    ``places`` are the ids of those that the thing concerns (of a bond its two): then these have to be open to the
    member. Without them the answer is about the role alone, as a page asks that shows only what is open anyway.
    """
    roles = PERMISSIONS[permission]
    if not getattr(member, "in_office", False) or getattr(member, "role", None) not in roles:
        return False
    if permission in OFFICE_WIDE:
        return scope_of(member).whole
    return places is None or scope_of(member).covers(places)


def allow(member: HasRole | None, permission: str, *, places: Collection[str] | None = None) -> None:
    """Raise `NotAllowed` unless this member may."""
    if not may(member, permission, places=places):
        raise NotAllowed(permission)
