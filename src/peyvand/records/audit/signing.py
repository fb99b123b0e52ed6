"""Signing in and out, noted wherever it happens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.auth import get_user_model

from peyvand.records.audit.actions import record
from peyvand.records.audit.models import Kind


def signed_in(user: Any, **_: Any) -> None:
    """A member came in."""
    record(user, "sign_in", kind=Kind.SIGNED_IN)


def signed_out(user: Any, **_: Any) -> None:
    """A member left; whoever was nobody before leaves no trace."""
    if user is not None:
        record(user, "sign_out", kind=Kind.SIGNED_OUT)


def not_signed_in(credentials: Mapping[str, Any], **_: Any) -> None:
    """Somebody tried a name and a password in vain. The name is not kept, for it may be a password typed too early;
    the member who has it is."""
    members = get_user_model()._default_manager
    found = members.filter(**{get_user_model().USERNAME_FIELD: credentials.get("username")}).values_list("pk").first()
    record(None, "sign_in", thing=f"member:{found[0]}" if found else "", kind=Kind.NOT_SIGNED_IN)
