"""Who may do what: one table, asked inside every action."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from django.utils.translation import gettext as _


class Role(StrEnum):
    ADMINISTRATOR = "administrator"
    HEAD = "head"
    OFFICER = "officer"
    PRESS = "press"
    LEGAL = "legal"
    COUNCIL_READER = "council_reader"
    PARTNER = "partner"
    AUDITOR = "auditor"


_A, _H, _O, _P, _L = Role.ADMINISTRATOR, Role.HEAD, Role.OFFICER, Role.PRESS, Role.LEGAL
_C, _R, _U = Role.COUNCIL_READER, Role.PARTNER, Role.AUDITOR

PERMISSIONS: dict[str, frozenset[Role]] = {
    "member.add": frozenset({_A}),
    "office.enter": frozenset({_A, _H, _O, _P, _L, _C, _R, _U}),
    "source.see_internal": frozenset({_A, _H, _O, _P, _L, _C, _U}),
    "statement.see_proposed": frozenset({_A, _H, _O, _P, _L, _U}),
    "statement.propose": frozenset({_A, _H, _O, _P, _L, _R}),
    "watch.keep": frozenset({_A, _H, _O, _P}),
    "statement.judge": frozenset({_A, _H, _O, _L}),
    "event.regroup": frozenset({_A, _H, _O, _L}),
    "finding.settle": frozenset({_A, _H, _O, _L}),
    "place.identify": frozenset({_A, _H, _O}),
    "network.keep": frozenset({_A, _H, _O}),
    "policy.set": frozenset({_A, _H}),
    "case.see": frozenset({_A, _H, _O, _P, _L, _C, _U}),
    "case.open": frozenset({_A, _H, _O}),
    "case.record": frozenset({_A, _H, _O, _L}),
    "case.skip": frozenset({_A, _H}),
    "procedure.edit": frozenset({_A, _H, _L}),
    "agenda.assign": frozenset({_A, _H, _O, _L}),
    "ledger.export": frozenset({_A, _H, _U}),
    "register.rebuild": frozenset({_A}),
    "personal.erase": frozenset({_A, _H}),
}


class NotAllowed(Exception):
    """A member asked for what their role does not give."""

    def __init__(self, permission: str) -> None:
        super().__init__(_("Your role does not allow this: %(permission)s") % {"permission": permission})
        self.permission = permission


class HasRole(Protocol):
    """A member, or a visitor who has no role."""

    @property
    def is_active(self) -> bool: ...


def may(member: HasRole | None, permission: str) -> bool:
    """Whether this member may; a visitor may nothing. An unknown permission is a fault of the code."""
    roles = PERMISSIONS[permission]
    return member is not None and member.is_active and getattr(member, "role", None) in roles


def allow(member: HasRole | None, permission: str) -> None:
    """Raise `NotAllowed` unless this member may."""
    if not may(member, permission):
        raise NotAllowed(permission)
