from __future__ import annotations

import pytest
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake import worklist
from peyvand.records.intake.actions import accept, propose, reject
from peyvand.records.intake.models import Proposal


@pytest.mark.parametrize("at_once", [1, 2, 500])
def test_list_made_anew_is_the_same(at_once: int, officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = propose(*source(SIGNED, VISIT, PLANNED, claimed=16), by=officer).keys
    accept(keys[0], by=officer)
    reject(keys[1], by=officer)
    before = list(Proposal.objects.order_by("key").values())
    monkeypatch.setattr(worklist, "_AT_ONCE", at_once)

    worklist.rebuild()

    assert list(Proposal.objects.order_by("key").values()) == before
