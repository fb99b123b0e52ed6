from __future__ import annotations

import pytest
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.agenda.apps import fill
from peyvand.records.agenda.models import Remark
from peyvand.records.intake.actions import accept_reading


@pytest.mark.django_db
def test_an_installation_from_before_there_were_remarks_gets_them(mina: Member) -> None:
    accept_reading(*source(SIGNED, claimed=16), by=mina)
    before = sorted(Remark.objects.values_list("code", "mark"))
    Remark.objects.all().delete()
    fill(using="default")

    assert sorted(Remark.objects.values_list("code", "mark")) == before != []
