"""Whoever may ask for a page: visitors, members of each role, and members to whom only a part of the office is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import Client
from django.utils import timezone
from tests.factories.members import grant, member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.roles import Role

Visitor = tuple[Client, Member | None]


def _member(role: Role, *places: str) -> Callable[[], Visitor]:
    def come() -> Visitor:
        made = member("somebody", role=role)
        if places:
            grant(made, *places)
        client = Client()
        client.force_login(made)
        return client, made

    return come


def _nobody() -> Visitor:
    return Client(), None


def _expired() -> Visitor:
    client, _ = _member(Role.ADMINISTRATOR)()
    Session.objects.update(expire_date=timezone.now() - timedelta(days=1))
    return client, None


def _gone() -> Visitor:
    client, made = _member(Role.ADMINISTRATOR)()
    Member.objects.filter(pk=made.pk if made else 0).update(is_active=False)
    return client, None


def answered(client: Client, method: str, path: str, fields: Mapping[str, str] | None = None) -> int:
    """The status of an answer; what the request changed is undone, and who was signed in still is."""
    cookies = client.cookies.output(header="")
    with transaction.atomic():
        answer = client.post(path, fields) if fields else client.generic(method, path)
        # A file that nobody reads stays open.
        b"".join(getattr(answer, "streaming_content", ()))
        transaction.set_rollback(True)
    client.cookies.load(cookies)
    return answer.status_code


VISITORS: dict[str, Callable[[], Visitor]] = {
    "nobody": _nobody,
    "expired session": _expired,
    "gone member": _gone,
    **{str(role): _member(role) for role in Role},
    "officer of another city": _member(Role.OFFICER, ISTANBUL.id),
    "head of another city": _member(Role.HEAD, ISTANBUL.id),
    "auditor of another city": _member(Role.AUDITOR, ISTANBUL.id),
    "officer of the city": _member(Role.OFFICER, FREIBURG.id),
    "legal of another bond": _member(Role.LEGAL, KAZAN.id, ISFAHAN.id),
    "partner of another bond": _member(Role.PARTNER, KAZAN.id, ISTANBUL.id),
    "partner of the bond": _member(Role.PARTNER, FREIBURG.id, ISFAHAN.id),
}
