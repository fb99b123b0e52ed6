from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories.readings import ISFAHAN, KAZAN, PLANNED, SIGNED, Said, source

from peyvand.core.ledger.events import TERM_ENDS
from peyvand.core.ledger.words import Event, Modality
from peyvand.records.accounts.models import Member
from peyvand.records.agenda import remarks
from peyvand.records.agenda.items import Wanted, agenda
from peyvand.records.agenda.kinds import Kind
from peyvand.records.agenda.models import Remark
from peyvand.records.intake.actions import accept_reading, withdraw
from peyvand.records.register import deciding
from peyvand.records.register.audit import audit
from peyvand.records.register.gathering import rulings_on

pytestmark = pytest.mark.django_db
OLD = Said(words="پیمان دو شهر امضا خواهد شد.", modality=Modality.PLANNED, date="2025-05-01")


def rows() -> list[tuple[str, str, str]]:
    return sorted(Remark.objects.values_list("kind", "code", "mark"))


def found() -> set[str]:
    return {one.found.finding.mark for one in audit()}


def test_the_list_of_remarks_is_what_the_register_finds(mina: Member) -> None:
    accept_reading(*source(SIGNED, OLD, claimed=16), by=mina)

    assert {mark for kind, _, mark in rows() if kind != Kind.TERM} == found()
    assert Kind.PAST in {kind for kind, *_ in rows()}


def test_it_follows_each_verdict_and_each_decision(mina: Member) -> None:
    accept_reading(*source(OLD), by=mina)
    past = Remark.objects.get(kind=Kind.PAST)
    deciding.settle(past.mark, (ISFAHAN.id, KAZAN.id), by=mina, reason="به تعویق افتاد")
    assert not Remark.objects.filter(mark=past.mark).exists()

    proposed = accept_reading(*source(PLANNED, claimed=16), by=mina)
    before = rows()
    remarks.rebuild()
    assert rows() == before
    assert {mark for *_, mark in rows()} == found()
    assert proposed.keys


def test_what_is_withdrawn_leaves_nothing_behind(mina: Member) -> None:
    (key,) = accept_reading(*source(OLD), by=mina).keys
    assert rows() != []
    withdraw(key, by=mina, follows=rulings_on([key])[key].heads[0].key)

    assert rows() == []


def test_a_term_that_ends_soon_is_to_be_seen_to(mina: Member) -> None:
    today = timezone.localdate()
    ends = today + timedelta(days=90)
    captured, reading = source(
        SIGNED,
        Said(
            words="این پیمان تا آن روز معتبر است.",
            event=Event.TERMINATION,
            modality=Modality.PLANNED,
            date=ends.isoformat(),
        ),
    )
    first, second = reading.statements
    coded = replace(second.statement, code=TERM_ENDS)
    resolution = replace(second.resolution, statement=coded.key)
    reading = replace(reading, statements=(first, replace(second, statement=coded, resolution=resolution)))
    accept_reading(captured, reading, by=mina)

    items = agenda(mina, language="en", today=today, wanted=Wanted(kind="term")).items
    assert [(item.kind, item.due) for item in items] == [(Kind.TERM, ends)]
    assert agenda(mina, language="en", today=today - timedelta(days=200), wanted=Wanted(kind="term")).items == ()
