from __future__ import annotations

from datetime import date

import pytest
from tests.factories.readings import FREIBURG, ISFAHAN, ISTANBUL, KAZAN, SIGNED, Said, source

from peyvand.core.ledger.words import Event, SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.register.lists import lists

pytestmark = pytest.mark.django_db


def listed(
    by: Member, title: str, published: str, *partners: object, kind: SourceKind = SourceKind.DATASET_ROW
) -> None:
    said = [
        Said(words=f"{title} {at}", event=Event.STANDING, places=(ISFAHAN, partner), date=None)  # type: ignore[arg-type]
        for at, partner in enumerate(partners)
    ]
    accept_reading(*source(*said, title=title, published=published, kind=kind), by=by)


def test_lists_and_the_registers_own_count_stand_beside_each_other(officer: Member) -> None:
    listed(officer, "نخست", "2016-09-01", KAZAN, ISTANBUL)
    listed(officer, "دوم", "2022-01-01", KAZAN)
    accept_reading(*source(SIGNED), by=officer)

    view = lists(ISFAHAN.id)

    assert view is not None
    assert [one.title for one in view.matrix.sources] == ["نخست", "دوم"]
    assert {row.partner: [cell is not None for cell in row.cells] for row in view.matrix.rows} == {
        KAZAN.id: [True, True],
        ISTANBUL.id: [True, False],
    }
    assert view.counted is not None
    assert view.counted.places == (KAZAN.id,)
    assert view.bonds == {KAZAN.id: "isfahan--kazan", ISTANBUL.id: "isfahan--istanbul"}


def test_lists_are_as_they_were(officer: Member) -> None:
    listed(officer, "نخست", "2016-09-01", KAZAN, ISTANBUL)
    listed(officer, "دوم", "2022-01-01", FREIBURG)

    view = lists(ISFAHAN.id, as_of=date(2020, 1, 1))

    assert view is not None
    assert [one.title for one in view.matrix.sources] == ["نخست"]
    assert lists(KAZAN.id, as_of=date(2020, 1, 1)) is not None
    assert lists("geonames:0") is None
