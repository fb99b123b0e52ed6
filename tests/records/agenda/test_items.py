from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.members import member
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source
from tests.records.agenda.conftest import TODAY
from tests.records.casework.conftest import done
from tests.records.letters.conftest import FROM_KAZAN, OUR_ANSWER

from peyvand.core.ledger.words import Modality
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.agenda import items
from peyvand.records.agenda.actions import assign, snooze
from peyvand.records.agenda.items import Item, Wanted, agenda
from peyvand.records.agenda.kinds import Kind
from peyvand.records.casework.actions import open_case
from peyvand.records.casework.models import Case
from peyvand.records.intake.actions import accept_reading, propose
from peyvand.records.letters.actions import register

pytestmark = pytest.mark.django_db


def asked(by: Member, **wanted: object) -> list[Item]:
    return list(agenda(by, language="en", today=TODAY, wanted=Wanted(**wanted)).items)  # type: ignore[arg-type]


def test_what_other_rooms_leave_open_is_to_do(mina: Member, waiting: str, kazan: Case) -> None:
    found = asked(mina)

    assert {item.kind for item in found} == {Kind.SOURCE, Kind.GATE}
    assert {item.key for item in found} >= {
        f"source:{waiting}",
        f"gate:{kazan.pk}:0:proposal",
        f"gate:{kazan.pk}:1:intent",
    }
    assert [item.kind for item in asked(mina, kind="source")] == [Kind.SOURCE]


def test_after_the_signature_duties_are_owed(mina: Member, kazan: Case) -> None:
    for step in ("interior", "foreign", "form_check", "signing"):
        done(kazan, step, mina, on=TODAY)

    duties = asked(mina, kind="duty")
    assert {item.key.split(":")[-1] for item in duties} == {"committee", "registration", "yearly_return"}
    assert duties[0].due is not None


def test_an_item_is_given_and_put_off(mina: Member, waiting: str) -> None:
    key = f"source:{waiting}"
    other = member("sara")
    assign(key, other, by=mina)
    assert [(item.key, item.assigned) for item in asked(mina)] == [(key, other)]
    assert (asked(mina, mine=True), len(asked(other, mine=True))) == ([], 1)

    snooze(key, timezone.localdate() + timedelta(days=9), by=mina)
    assert (asked(mina), len(asked(mina, snoozed=True)), len(asked(other))) == ([], 1, 1)
    snooze(key, None, by=mina)
    assign(key, None, by=mina)
    assert [item.assigned for item in asked(mina)] == [None]


def test_a_case_is_for_whoever_has_it_in_hands(mina: Member, kazan: Case) -> None:
    assert asked(mina, mine=True)
    assert asked(member("sara"), mine=True) == []


def test_a_member_sees_what_the_role_may(waiting: str, kazan: Case) -> None:
    assert asked(member("guest", role=Role.PARTNER)) == []
    assert {item.kind for item in asked(member("council", role=Role.COUNCIL_READER))} == {Kind.GATE}


@pytest.mark.parametrize("how_many", [1, 3])
def test_questions_are_as_many_for_three_as_for_one(
    mina: Member, how_many: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    for at, partner in enumerate((KAZAN, ISTANBUL, FREIBURG)[:how_many]):
        old = Said(
            words=f"{at} امضا خواهد شد.", modality=Modality.PLANNED, date="2025-05-01", places=(ISFAHAN, partner)
        )
        accept_reading(*source(old, name=f"a{at}"), by=mina)
        propose(*source(SIGNED, name=f"b{at}", title=f"b{at}"), by=mina)
        open_case(ISFAHAN.id, partner.id, by=mina, on=TODAY)

    with django_assert_num_queries(16):
        found = agenda(mina, language="en", today=TODAY)
    assert {Kind.SOURCE, Kind.GATE, Kind.PAST} <= {item.kind for item in found.items}
    assert found.counts[Kind.SOURCE] == how_many


def test_pages_go_through_all_kinds_without_a_gap(mina: Member, kazan: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(items, "PAGE", 2)
    monkeypatch.setattr(items, "pages_of", lambda n: -(-n // 2) or 1)
    for at in range(3):
        propose(*source(SIGNED, name=f"b{at}", title=f"b{at}"), by=mina)
    accept_reading(*source(SIGNED, claimed=16), by=mina)
    first = agenda(mina, language="en", today=TODAY)
    read = [
        item.key
        for page in range(1, first.pages + 1)
        for item in agenda(mina, language="en", today=TODAY, page=page).items
    ]

    assert (len(read), len(set(read))) == (first.found, first.found)
    assert [key.split(":")[0] for key in read] == sorted(
        (key.split(":")[0] for key in read), key=["gate", "source", "finding"].index
    )


def test_words_and_cities_narrow_the_list(mina: Member, waiting: str, kazan: Case) -> None:
    accept_reading(*source(SIGNED, VISIT, claimed=16, title="دیگر"), by=mina)

    kinds = {item.kind for item in asked(mina, words="Kazan", places=(KAZAN.id,))}
    assert kinds == {Kind.GATE, Kind.FINDING}
    assert [item.kind for item in asked(mina, words="خبری")] == [Kind.SOURCE]


def test_a_members_own_term_is_to_be_handed_over(mina: Member) -> None:
    Member.objects.filter(pk=member("sara").pk).update(serves_until=TODAY + timedelta(days=30))
    head = member("head", role=Role.HEAD)

    assert [(item.kind, item.due) for item in asked(head, kind="term")] == [(Kind.TERM, TODAY + timedelta(days=30))]
    assert asked(mina, kind="term") == []


def test_a_letter_waits_for_its_answer_until_one_is_registered(mina: Member) -> None:
    letter = register(replace(FROM_KAZAN, answer_within=3), by=mina)
    (item,) = asked(mina, kind="letter")

    assert (item.key, item.due, item.kind) == (f"letter:{letter.pk}", letter.answer_by, Kind.LETTER)
    assert [one.key for one in asked(mina, kind="letter", mine=True)] == [item.key]
    assert (asked(mina, kind="letter", words="دعوت") != [], asked(mina, kind="letter", words="x")) == (True, [])
    register(replace(OUR_ANSWER, answers=letter.pk), by=mina)
    assert asked(mina, kind="letter") == []
