from __future__ import annotations

from datetime import date

from tests.factories.telling import bond_of, told

from peyvand.core.ledger.bond import BondEvent, Fact, Known
from peyvand.core.ledger.words import Modality


def only_event(*facts: Fact, on: str = "2025-06-02") -> BondEvent:
    (event,) = bond_of(*facts, on=on).events
    return event


def test_done_beats_planned_beats_wished():
    wish = told("signing", "wished", by="a", published="2025-01-01")
    plan = told("signing", "planned", "2025-04-09", by="b", published="2025-02-01")
    report = told("signing", when="2025-04-09", by="c", published="2025-04-10")

    assert only_event(wish).modality is Modality.WISHED
    assert only_event(wish, plan).modality is Modality.PLANNED
    assert only_event(report, plan, wish).modality is Modality.DONE
    assert [witness.capture for witness in only_event(report, plan, wish).witnesses] == ["a", "b", "c"]


def test_on_an_earlier_day_an_event_is_what_had_been_announced():
    plan = told("signing", "planned", "2025-04-09", by="b", published="2025-02-01")
    report = told("signing", when="2025-04-09", by="c", published="2025-04-10")

    assert bond_of(plan, report, on="2025-01-31").events == ()
    assert only_event(plan, report, on="2025-04-08").modality is Modality.PLANNED
    assert only_event(plan, report, on="2025-04-08").key == only_event(plan, report).key


def test_the_bounds_are_what_all_witnesses_allow():
    event = only_event(
        told("visit", when="2024", by="year"),
        told("visit", when="2024-06-21/2024-07-21", by="month"),
        told("visit", when="2024-07", by="other month"),
    )

    assert (event.earliest, event.latest) == (date(2024, 7, 1), date(2024, 7, 21))
    assert event.date == "2024-06-21/2024-07-21"


def test_the_date_of_a_plan_is_not_the_date_of_what_was_done():
    plan = told("signing", "planned", "2025-04-09", by="b", published="2025-02-01")
    report = told("signing", by="c", published="2025-04-20")

    event = only_event(plan, report)

    assert (event.modality, event.date, event.latest) == (Modality.DONE, None, date(2025, 4, 20))


def test_how_well_a_thing_is_known_goes_by_its_best_source():
    row = told("signing", when="2000", by="row", kind="dataset_row")
    press = told("signing", when="2000", by="press")
    text = told("signing", when="2000", by="text", kind="signed_text")

    assert only_event(row).known is Known.CLAIMED
    assert only_event(row, press).known is Known.REPORTED
    assert only_event(row, press, text).known is Known.DOCUMENTED


def test_a_tie_that_nobody_vouches_for_is_claimed():
    assert only_event(told("standing")).known is Known.CLAIMED
    assert only_event(told("standing", speaker="the mayor")).known is Known.REPORTED
    assert only_event(told("standing", speaks_for="geonames:1")).known is Known.REPORTED


def test_done_against_denied_is_contested():
    done = told("signing", when="2020-05-01", by="a", published="2020-05-02")
    not_yet = told("signing", "denied", by="b", published="2020-04-01")
    denial = told("signing", "denied", by="c", published="2021-01-01")

    assert [event.known for event in bond_of(done, not_yet).events if event.modality is Modality.DONE] == [
        Known.REPORTED
    ]
    assert only_event(done, denial).known is Known.CONTESTED


def test_a_later_denial_ends_a_plan_and_not_yet_does_not():
    plan = told("signing", "planned", "2025-04", by="a", published="2025-01-01")
    off = told("signing", "denied", "2025-04", by="b", published="2025-03-01")
    not_yet = told("signing", "denied", by="a", published="2025-01-01")
    some_day_not_yet = told("signing", "denied", by="c", published=None)

    assert only_event(plan, some_day_not_yet).modality is Modality.PLANNED
    assert only_event(plan, off).modality is Modality.DENIED
    assert Modality.PLANNED in [event.modality for event in bond_of(plan, not_yet).events]


def test_copies_are_one_witness_the_earliest():
    copies = [
        told("signing", by="agency", published="2025-04-01", cluster="x"),
        told("signing", by="paper", published="2025-04-02", cluster="x"),
    ]

    assert [witness.capture for witness in only_event(*copies).witnesses] == ["agency"]


def test_a_planned_thing_is_overdue_until_a_later_one_fulfils_it():
    plan = told("signing", "planned", "2025-04-09", by="a", published="2025-02-01")
    late = told("signing", when="2025-05-20", by="b", published="2025-05-21")

    assert not only_event(plan, on="2025-04-09").overdue
    assert only_event(plan, on="2025-04-10").overdue
    assert [event.overdue for event in bond_of(plan, late).events] == [False, False]


def test_another_visit_years_later_is_not_the_visit_that_was_promised():
    promise = told("visit", "planned", "2022-08-08", by="a", published="2022-02-01", acts=(1,))
    other = told("visit", when="2025-05-20", by="b", published="2025-05-21", acts=(1,))

    assert [event.overdue for event in bond_of(promise, other).events] == [True, False]


def test_every_event_has_a_key_of_its_own():
    facts = [told("visit", "wished", by=str(year), published=f"{year}-01-01") for year in (2001, 2002)]
    between = told("visit", when="2001-06-01", by="visit")

    events = bond_of(*facts, between).events

    assert len({event.key for event in events}) == len(events)
