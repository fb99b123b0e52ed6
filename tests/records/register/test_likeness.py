from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import Event
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading, propose
from peyvand.records.intake.queries import desk
from peyvand.records.register.likeness import EventOn, events_like
from peyvand.records.register.shown import Audience, StatementShown

pytestmark = pytest.mark.django_db
AGAIN = Said(words="پیمان خواهرخواندگی اصفهان و کازان دیروز به امضا رسید.", date="2025-04-09")


def proposed(by: Member, *said: Said) -> list[StatementShown]:
    found = desk(by, propose(*source(*said, title="دومین خبر"), by=by).source)
    assert found
    return [one.item for one in found.proposals if isinstance(one.item, StatementShown)]


def like(statement: StatementShown) -> EventOn | None:
    return events_like([statement], Audience.OFFICE).get(statement.key)


def test_what_another_source_says_of_the_same_event_is_found(officer: Member) -> None:
    accept_reading(*source(SIGNED, VISIT), by=officer)
    (again,) = proposed(officer, AGAIN)
    found = like(again)

    assert found is not None
    assert (found.slug, found.event.event) == ("isfahan--kazan", Event.SIGNING)
    assert [one.quote for one in found.event.witnesses] == [SIGNED.words]


@pytest.mark.parametrize(
    "other",
    [
        Said(words="روز دیگری بود.", date="2019-01-01"),
        Said(words="پیمان اصفهان و استانبول امضا شد.", places=(ISFAHAN, ISTANBUL)),
        Said(words="دیداری بود.", event=Event.VISIT),
    ],
)
def test_another_day_pair_or_kind_is_another_event(officer: Member, other: Said) -> None:
    accept_reading(*source(SIGNED), by=officer)

    assert like(proposed(officer, other)[0]) is None


@pytest.mark.parametrize("how_many", [1, 3])
def test_events_are_found_with_as_few_questions_for_three_as_for_one(
    officer: Member, how_many: int, django_assert_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    accept_reading(*source(SIGNED, VISIT, PLANNED), by=officer)
    statements = proposed(officer, *(Said(words=f"{at} امضا شد.", places=(ISFAHAN, KAZAN)) for at in range(how_many)))

    with django_assert_num_queries(2):
        assert len(events_like(statements, Audience.OFFICE)) == how_many


def test_without_a_day_there_is_no_telling_two_events_apart(officer: Member) -> None:
    accept_reading(*source(SIGNED, Said(words="بار دیگر امضا شد.", date="2019-03-01")), by=officer)
    undated = proposed(officer, Said(words="پیمانی امضا شده است.", date=None))

    assert like(undated[0]) is None
