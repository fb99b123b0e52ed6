from __future__ import annotations

import pytest
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register.identity import pair_of
from peyvand.records.register.signings import signings

pytestmark = pytest.mark.django_db
WITH_KAZAN, WITH_ISTANBUL = pair_of((ISFAHAN.id, KAZAN.id)), pair_of((ISFAHAN.id, ISTANBUL.id))


def test_a_signature_on_record_is_found_whoever_told_of_it(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    found = signings([WITH_KAZAN, WITH_ISTANBUL])
    assert {pair: event.date for pair, event in found.items()} == {WITH_KAZAN: SIGNED.date}


def test_what_is_planned_is_no_signature(officer: Member) -> None:
    accept_reading(*source(PLANNED), by=officer)

    assert signings([WITH_KAZAN]) == {}
