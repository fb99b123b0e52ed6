from __future__ import annotations

import copy
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.factories.members import member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, source
from tests.records.casework.conftest import OPENED, done

import peyvand.lexicon
from peyvand.core.gazetteer import Gazetteer, Place
from peyvand.core.procedure.pack import Purpose
from peyvand.core.procedure.plan import Objection
from peyvand.core.procedure.track import Where
from peyvand.lexicon.loader import load_yaml
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.casework import actions
from peyvand.records.casework.models import Case
from peyvand.records.casework.queries import CaseView, case_view, cases, touched_by, with_signings
from peyvand.records.intake.actions import accept_reading

pytestmark = pytest.mark.django_db
TODAY = date(2025, 3, 10)
AUSTIN = Place(id="geonames:4671654", name="Austin", country="US", region="TX")
LOS_ANGELES = Place(id="geonames:5368361", name="Los Angeles", country="US", region="CA")


def view(case: Case, by: Member, today: date = TODAY) -> CaseView:
    found = case_view(case.pk, by, language="en", today=today)
    assert found is not None
    return found


def where(found: CaseView, side: int, step: str) -> Where:
    return next(one.where for one in found.plan.tracks[side] if one.step.key == step)


def test_a_case_shows_both_tracks_and_the_first_lawful_day(kazan: Case, officer: Member) -> None:
    asked = actions.ask(kazan, 1, "intent", on=OPENED, by=officer, follows=None)
    found = view(kazan, officer)

    assert (found.names, found.state, found.responsible) == (("Isfahan", "Kazan"), "open", officer)
    assert where(found, 1, "intent") is Where.RUNNING
    assert found.plan.earliest is not None
    assert found.plan.earliest >= OPENED + timedelta(days=45)
    assert found.plan.path[-1] == (1, "intent")
    assert found.last(1, "intent") == asked


def test_two_silent_weeks_are_conformity(kazan: Case, officer: Member) -> None:
    done(kazan, "council", officer)
    actions.ask(kazan, 0, "conformity", on=OPENED, by=officer, follows=None)

    assert where(view(kazan, officer), 0, "conformity") is Where.RUNNING
    assert where(view(kazan, officer, OPENED + timedelta(days=14)), 0, "conformity") is Where.AGREED_BY_SILENCE


def test_a_signed_case_is_closed_and_a_withdrawn_one_too(kazan: Case, istanbul: Case, officer: Member) -> None:
    for step in ("interior", "foreign", "form_check", "signing"):
        done(kazan, step, officer)
    actions.withdraw(istanbul, on=OPENED, reason="x", by=officer)

    assert [(one.case, one.state) for one in cases(officer, language="en")] == [
        (kazan, "signed"),
        (istanbul, "withdrawn"),
    ]


def test_a_signature_of_the_register_is_told_of_an_open_case_alone(
    kazan: Case, istanbul: Case, officer: Member
) -> None:
    accept_reading(*source(SIGNED), by=officer)
    actions.withdraw(istanbul, on=OPENED, reason="x", by=officer)

    found = with_signings(cases(officer, language="en"))
    assert [one.signed_already and one.signed_already.date for one in found] == [SIGNED.date, None]


def test_steps_teach_how_long_they_take(kazan: Case, istanbul: Case, officer: Member) -> None:
    asked = actions.ask(istanbul, 0, "interior", on=OPENED, by=officer, follows=None)
    assert _unknown(view(kazan, officer)) > 0
    before = _unknown(view(kazan, officer))
    done(istanbul, "interior", officer, on=OPENED + timedelta(days=90), follows=asked.number)

    assert _unknown(view(kazan, officer)) == before - 1
    station = next(one for one in view(kazan, officer).plan.tracks[0] if one.step.key == "interior")
    assert station.seen == 1


def _unknown(found: CaseView) -> int:
    return sum(one.why is Objection.NO_TERM for one in found.plan.against)


def test_an_edition_of_the_office_takes_the_place_of_what_the_house_knows(
    kazan: Case, officer: Member, legal: Member
) -> None:
    told = _russian(days=10)
    touched = touched_by("RU", told, legal, language="en")
    actions.edit_pack("RU", told, reason="مقررات تاتارستان", by=legal)
    found = view(kazan, officer, timezone.localdate())

    assert [(one.case, one.names) for one in touched] == [(kazan, ("Isfahan", "Kazan"))]
    assert touched[0].before is not None
    assert touched[0].after is not None
    assert touched[0].after < touched[0].before
    assert found.plan.earliest == touched[0].after


def _russian(days: int) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = copy.deepcopy(load_yaml("procedures", "ru"))
    told[0]["procedures"]["conclude"][0]["days"] = days
    return told


def test_who_may_not_see_cases_sees_none(kazan: Case) -> None:
    guest = member("guest", role=Role.PARTNER)
    with pytest.raises(NotAllowed):
        cases(guest, language="en")
    with pytest.raises(NotAllowed):
        case_view(kazan.pk, guest, language="en")


def test_a_case_that_is_none_is_none(officer: Member) -> None:
    assert case_view(7, officer, language="en") is None


def test_the_longest_way_goes_through_the_partners_law(officer: Member) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=officer, on=OPENED)

    assert {side for side, _ in view(case, officer).plan.path} == {1}


@pytest.mark.parametrize("purpose", [Purpose.END, Purpose.SUSPEND])
def test_an_ending_is_a_case_that_a_vote_completes(officer: Member, purpose: Purpose) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=officer, on=OPENED, purpose=purpose)
    assert where(view(case, officer), 0, "council") is Where.READY
    record = done(case, "council", officer)

    assert view(case, officer).state == "signed"
    assert record.statement


@pytest.mark.parametrize("how_many", [1, 3])
def test_cases_ask_no_more_for_three_than_for_one(
    officer: Member, how_many: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for partner in (KAZAN, ISTANBUL, FREIBURG)[:how_many]:
        case = actions.open_case(ISFAHAN.id, partner.id, by=officer, on=OPENED)
        actions.ask(case, 0, "proposal", on=OPENED, by=officer, follows=None)

    with django_assert_num_queries(4):
        assert len(cases(officer, language="en")) == how_many


def test_a_law_that_begins_before_the_signature_rules_it(officer: Member, legal: Member) -> None:
    case = actions.open_case(ISFAHAN.id, KAZAN.id, by=officer, on=OPENED)
    today = timezone.localdate()
    old, new = _russian(days=45)[0], _russian(days=45)[0]
    old["until"] = new["since"] = (today + timedelta(days=20)).isoformat()
    new["procedures"]["conclude"][0]["days"] = 90
    new["procedures"]["conclude"].insert(1, {**new["procedures"]["conclude"][1], "key": "second_leave"})
    actions.edit_pack("RU", [old, new], reason="قانون تازه", by=legal)
    found = view(case, officer, today)

    assert found.plan.earliest is not None
    assert found.plan.earliest >= today + timedelta(days=90)
    assert done(case, "second_leave", officer, side=1).step == "second_leave"


@pytest.mark.parametrize(
    ("today", "partner", "forbidden"),
    [(date(2025, 8, 1), AUSTIN, False), (date(2025, 9, 1), AUSTIN, True), (date(2025, 9, 1), LOS_ANGELES, False)],
)
def test_a_ban_forbids_from_its_day_on_and_only_in_its_state(
    officer: Member, today: date, partner: Place, forbidden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = Gazetteer.of([(ISFAHAN, ("Isfahan",)), (partner, (partner.name,))])
    monkeypatch.setattr(peyvand.lexicon, "gazetteer", lambda: world)
    case = actions.open_case(ISFAHAN.id, partner.id, by=officer, on=OPENED)
    found = view(case, officer, today)

    assert (found.plan.earliest is None) is forbidden
    assert (Objection.BANNED in {one.why for one in found.plan.against}) is forbidden
