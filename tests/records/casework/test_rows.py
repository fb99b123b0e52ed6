from __future__ import annotations

import pytest
from tests.records.casework.conftest import OPENED, PROOFS, done

from peyvand.core.procedure.record import Closing, Recorded, StepRecord
from peyvand.records.accounts.models import Member
from peyvand.records.casework import actions
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.casework.rows import closing_of, step_records

pytestmark = pytest.mark.django_db


def test_records_of_steps_are_read_in_their_order_and_those_of_the_case_left_out(kazan: Case, officer: Member) -> None:
    actions.withdraw(kazan, on=OPENED, reason="x", by=officer)
    actions.resume(kazan, on=OPENED, reason="y", by=officer)
    done(kazan, "council", officer)

    assert step_records(CaseRecord.objects.order_by("number")) == [
        StepRecord(side=0, step="council", what=Recorded.DONE, on=OPENED, proofs=PROOFS)
    ]


def test_a_handing_over_leaves_the_case_as_it_stood(kazan: Case, officer: Member, legal: Member) -> None:
    assert closing_of([]) is None
    actions.withdraw(kazan, on=OPENED, reason="x", by=officer)
    assert closing_of(CaseRecord.objects.all()) is Closing.WITHDRAWN
    actions.resume(kazan, on=OPENED, reason="y", by=officer)
    actions.hand_over(kazan, legal, on=OPENED, reason="z", by=officer)

    assert closing_of(CaseRecord.objects.order_by("number")) is Closing.RESUMED
