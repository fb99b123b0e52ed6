from __future__ import annotations

from datetime import UTC, date, datetime

from tests.factories.telling import OURS, THEIRS, told

from peyvand.core.ledger.bond import Fact
from peyvand.core.ledger.hearing import Heard, first_copies, hear


def heard(*facts: Fact) -> list[Heard]:
    return hear(facts, (OURS, THEIRS))


def days(*facts: Fact) -> list[tuple[date | None, date | None, date]]:
    return [(one.when.earliest, one.when.latest, date.fromordinal(one.told_by)) for one in heard(*facts)]


def test_what_is_done_was_done_by_its_publication():
    published = date(2025, 4, 7)

    assert days(told("signing", when="2025")) == [(date(2025, 1, 1), published, published)]
    assert days(told("signing")) == [(None, published, published)]


def test_a_source_without_a_day_had_said_it_when_it_was_accepted():
    midnight = datetime(2025, 6, 1, tzinfo=UTC)

    assert days(told("signing", published=None, accepted=midnight)) == [(None, date(2025, 5, 31), date(2025, 5, 31))]


def test_an_undated_source_was_written_by_the_day_it_announces():
    announced = told("signing", "planned", "2025-04-09", published=None)

    (approval, _) = sorted(heard(told("approval", published=None), announced), key=lambda one: not one.done)

    assert date.fromordinal(approval.told_by) == date(2025, 4, 9)


def test_places_are_told_apart_whatever_their_order_in_the_source():
    (one,) = heard(told("suspension", sides=(1,), acts=(1,), places=(THEIRS, OURS)))

    assert (one.acts, one.sides) == ((OURS,), (OURS,))


def test_of_copies_the_earliest_speaks_for_all():
    copies = heard(
        told("signing", by="b", published="2025-04-02", cluster="x"),
        told("signing", by="a", published="2025-04-03", cluster="x"),
        told("signing", by="c", published="2025-04-04"),
    )

    assert sorted(one.fact.source.capture for one in first_copies(copies)) == ["b", "c"]
    assert {date.fromordinal(one.told_by) for one in copies} == {date(2025, 4, 2), date(2025, 4, 4)}


def test_a_statement_is_heard_once():
    once = told("signing")

    assert len(heard(once, once)) == 1
