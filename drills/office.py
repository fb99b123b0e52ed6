"""A small office to drill on: a few sources read and judged by two members, over a handful of known places."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

from tests.factories.members import member
from tests.factories.readings import PLACES, PLANNED, SIGNED, VISIT, Said, source

import peyvand.lexicon
from peyvand.cli import store
from peyvand.core.gazetteer import Gazetteer
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.actions import accept_reading, propose
from peyvand.records.ledger.queries import head

_KNOWN = Gazetteer.of(PLACES)
_SAID: tuple[Said, ...] = (SIGNED, VISIT, PLANNED)


def opened() -> None:
    """The drill's own home with its tables; the world's gazetteer is not needed for a drill."""
    patch.object(peyvand.lexicon, "gazetteer", lambda: _KNOWN).start()
    store.migrate()


def staffed() -> tuple[Member, Member]:
    """An officer and the head of the office, found again where they are on record."""
    roles = {"mina": Role.OFFICER, "reza": Role.HEAD}
    found = {one.username: one for one in Member.objects.filter(username__in=roles)}
    officer, head_of_office = (found.get(name) or member(name, role=role) for name, role in roles.items())
    return officer, head_of_office


def work(random: Random, *, sources: int, name: str = "khabar") -> int:
    """Some sources proposed, most of them accepted; the size of the ledger afterwards."""
    members = staffed()
    for number in range(sources):
        said = random.sample(_SAID, random.randrange(1, len(_SAID) + 1))
        texts = source(*said, name=f"{name} {number}", title=f"{name} {number}", claimed=random.choice([None, 7]))
        act = accept_reading if random.random() < 0.8 else propose
        act(*texts, by=random.choice(members))
    return head().size
