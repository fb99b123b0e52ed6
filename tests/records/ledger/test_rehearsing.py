from __future__ import annotations

import pytest
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rehearsing import rehearsed
from peyvand.records.register import queries

pytestmark = pytest.mark.django_db


def test_what_is_seen_is_told_and_nothing_stays() -> None:
    officer = member("mina")

    seen = rehearsed(lambda: accept_reading(*source(SIGNED), by=officer), queries.cities)

    assert len(seen) == 2
    assert (Entry.objects.count(), queries.cities()) == (0, ())


def test_what_may_not_be_done_may_not_be_rehearsed() -> None:
    reader = member("sara", role=Role.COUNCIL_READER)

    with pytest.raises(NotAllowed):
        rehearsed(lambda: accept_reading(*source(SIGNED), by=reader), queries.cities)
