from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import Modality, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.queries import head
from peyvand.records.register import outgoing as module
from peyvand.records.register import queries
from peyvand.records.register.outgoing import export_head, outgoing
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db


def test_bonds_come_with_places_and_sources(officer: Member) -> None:
    capture = accept_reading(*source(SIGNED, VISIT), by=officer).source

    given = list(outgoing())

    assert [one.slug for one in given] == ["isfahan--istanbul", "isfahan--kazan"]
    assert [place.id for place in given[1].places] == [ISFAHAN.id, KAZAN.id]
    (line,) = given[1].sources.values()
    assert (line.capture, line.publisher, line.published) == (capture, "خبرگزاری نمونه", date(2025, 4, 10))
    view = queries.bond((ISFAHAN.id, KAZAN.id))
    assert view is not None
    assert given[1].bond == view.bond


def test_bonds_of_one_place(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)

    assert [one.slug for one in outgoing(ISTANBUL.id)] == ["isfahan--istanbul"]
    assert list(outgoing(FREIBURG.id)) == []


def test_any_two_times(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)
    known = Entry.objects.order_by("-number").values_list("recorded_at", flat=True)[0]
    accept_reading(*source(VISIT, name="b"), by=officer)

    assert list(outgoing(as_of=date(2025, 4, 8))) != list(outgoing())
    assert [one.slug for one in outgoing(known_at=known)] == ["isfahan--kazan"]
    assert [one.slug for one in outgoing(as_of=queries.today())] == [one.slug for one in outgoing()]
    assert list(outgoing(as_of=queries.today())) == list(outgoing())


def test_what_a_day_has_overtaken_is_folded_anew(officer: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    tomorrow = queries.today() + timedelta(days=1)
    planned = Said(words="فردا پیمان امضا می‌شود.", modality=Modality.PLANNED, date=tomorrow.isoformat())
    accept_reading(*source(planned, published=queries.today().isoformat()), by=officer)
    in_a_month = tomorrow + timedelta(days=30)
    monkeypatch.setattr(module, "today", lambda: in_a_month)

    (given,) = outgoing()

    assert [event.overdue for event in given.bond.events] == [True]


def test_public_gets_nothing_internal(officer: Member) -> None:
    accept_reading(*source(SIGNED, kind=SourceKind.LETTER), by=officer)

    assert list(outgoing()) == []
    assert len(list(outgoing(audience=Audience.OFFICE))) == 1


def test_head_names_times_and_ledger(officer: Member) -> None:
    accept_reading(*source(SIGNED), by=officer)

    made = export_head(as_of=None, known_at=None, licence="free", language="en")

    assert (made.as_of, made.known_at, made.size, made.root) == (queries.today(), None, head().size, head().root)


@pytest.mark.parametrize("times", [{}, {"as_of": date(2026, 1, 1)}], ids=["now", "then"])
def test_questions_grow_with_steps_and_not_with_bonds(officer: Member, times: dict[str, date]) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            list(outgoing(**times))
        return len(questions)

    accept_reading(*source(SIGNED), by=officer)
    before = asked()
    accept_reading(*source(VISIT, name="b"), by=officer)

    assert asked() == before
