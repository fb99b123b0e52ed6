"""What holds for the members of each role, and how long things last: one table to read and to change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from peyvand.records.accounts.roles import Role

_EVERY = frozenset(Role)
_BELOW_HEAD = _EVERY - {Role.ADMINISTRATOR, Role.HEAD}


@dataclass(frozen=True, slots=True)
class RoleRule:
    """``needs_factor``: nobody of this role goes without a second factor. ``gives``: the roles that its members may
    invite others to."""

    needs_factor: bool
    gives: frozenset[Role] = frozenset()


# Whoever approves, publishes or manages needs a second factor; who only looks is offered one.
RULES: dict[str, RoleRule] = {
    Role.ADMINISTRATOR: RoleRule(needs_factor=True, gives=_EVERY),
    Role.HEAD: RoleRule(needs_factor=True, gives=_BELOW_HEAD),
    Role.OFFICER: RoleRule(needs_factor=True),
    Role.PRESS: RoleRule(needs_factor=True),
    Role.LEGAL: RoleRule(needs_factor=True),
    Role.COUNCIL_READER: RoleRule(needs_factor=False),
    Role.PARTNER: RoleRule(needs_factor=False),
    Role.AUDITOR: RoleRule(needs_factor=False),
}

# Whom the holder of the machine adds has so long to set a second factor up; who is invited does it when accepting.
FACTOR_GRACE = timedelta(days=7)
# How long an invitation can be accepted.
INVITATION_LASTS = timedelta(days=7)
# How long a link for a new password opens.
PASSWORD_LINK_LASTS = timedelta(days=1)
# A session ends when nothing was asked for so long, and in any case after the second.
SESSION_IDLE = timedelta(hours=2)
SESSION_LASTS = timedelta(hours=12)
# How long after a password or a passkey a member counts as sure to be the one.
SURE_FOR = timedelta(minutes=15)
# Between the password and the second factor.
HALFWAY_LASTS = timedelta(minutes=10)
RECOVERY_CODES = 10
