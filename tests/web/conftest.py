"""A register with a few accepted sources, and members who look at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, Said, source

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions as intake

Accept = Callable[..., str]


@pytest.fixture
def officer(db: None) -> Member:
    return member("mina")


@pytest.fixture
def accept(officer: Member) -> Accept:
    """Enter and accept a source with these sentences; its id."""

    def accepted(*said: Said, **facts: object) -> str:
        return intake.accept_reading(*source(*said, **facts), by=officer).source  # type: ignore[arg-type]

    return accepted


@pytest.fixture
def signed(accept: Accept) -> str:
    """The source that says that Isfahan and Kazan have signed, and calls Kazan the sixteenth."""
    return accept(SIGNED, claimed=16)


@pytest.fixture
def proposed(officer: Member) -> str:
    """A source that waits for its verdicts."""
    return intake.propose(*source(PLANNED, SIGNED, areas=("گردشگری",)), by=officer).source


@pytest.fixture
def signed_in(officer: Member) -> Client:
    """The officer's browser."""
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def as_role(db: None) -> Callable[[Role], Client]:
    """The browser of a member with a role."""

    def browser(role: Role) -> Client:
        client = Client()
        client.force_login(member(f"with-{role}", role=role))
        return client

    return browser
