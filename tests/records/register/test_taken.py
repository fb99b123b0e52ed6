from __future__ import annotations

from datetime import date

import pytest
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, KAZAN, SIGNED, VISIT, source

from peyvand.core.ledger.identity import PlaceHistory
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register import deciding
from peyvand.records.register.audit import audit
from peyvand.records.register.taken import decisions_taken, history

pytestmark = pytest.mark.django_db


def test_decisions_are_shown_with_who_and_why_the_last_first(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)
    deciding.former_name(KAZAN.id, "Qazan", language="tt", by=officer, reason="old maps")
    finding = next(one.found for one in audit() if len(one.found.places) == 2)
    deciding.settle(finding.finding.key, [shown.place.id for shown in finding.places], by=officer, reason="seen")

    taken = decisions_taken(officer)

    assert [(one.decision.name, one.by, one.reason) for one in taken] == [
        ("settle_finding", "mina", "seen"),
        ("former_name", "mina", "old maps"),
    ]
    assert [one.decision.name for one in decisions_taken(officer, places=[KAZAN.id, ISFAHAN.id])] == ["settle_finding"]
    assert [one.decision.name for one in decisions_taken(officer, names=["former_name"])] == ["former_name"]


def test_decisions_are_shown_to_members_alone(db: None) -> None:
    with pytest.raises(NotAllowed):
        decisions_taken(member("sam", role=Role.PARTNER))


def test_what_a_place_was_is_told_by_its_days(officer: Member) -> None:
    deciding.former_name(KAZAN.id, "Iske Qazan", language="tt", until="1438", by=officer)
    deciding.succession(KAZAN.id, ISFAHAN.id, "2005-01-01", by=officer)

    told = history(KAZAN.id)

    assert ([one.name for one in told.former_names], [one.by for one in told.successions]) == (
        ["Iske Qazan"],
        [ISFAHAN.id],
    )
    assert history(KAZAN.id, as_of=date(2004, 12, 31)).successions == ()
    assert history("geonames:0") == PlaceHistory()
