"""Four bonds from real life, as their sources told them."""

from __future__ import annotations

from dataclasses import replace

from tests.factories.telling import bond_of, codes, told

from peyvand.core.ledger.bond import Fact, Known, Reached, State
from peyvand.core.ledger.words import Channel, Instrument, Modality

APPROVALS = ("city_council", "interior_ministry", "foreign_ministry")


def announced_signing(published: str | None = "2025-04-07") -> list[Fact]:
    """A proposal, three approvals and a text by one side, and a day for the signing."""
    return [
        told("signing", "planned", "2025-04-09", by="kazan", published=published),
        told("signing", "planned", by="kazan", published=published, part="title"),
        told("proposal", when="2024-06-21/2024-07-21", by="kazan", published=published, acts=(1,)),
        *(
            told("approval", by="kazan", published=published, acts=(0,), sides=(0,), authority=authority)
            for authority in APPROVALS
        ),
        told("drafting", by="kazan", published=published, acts=(0,)),
        told("exchange", "wished", by="kazan", published=published),
    ]


def test_an_announced_signing_is_no_tie_yet():
    for published in ("2025-04-07", None):
        ours, theirs = bond_of(*announced_signing(published), on="2025-04-09").sides

        assert (ours.standing.state, theirs.standing.state) == (State.NONE, State.NONE)
        assert ours.progress is not None
        assert ours.progress.toward is Instrument.SISTER_CITY
        assert ours.progress.reached is Reached.SCHEDULED
        assert (ours.progress.got, ours.progress.of) == (APPROVALS, APPROVALS)
        assert ours.progress.scheduled == "2025-04-09"
        assert [step.reached for step in ours.progress.steps] == [
            Reached.PROPOSED,
            Reached.APPROVALS,
            Reached.DRAFTED,
            Reached.SCHEDULED,
        ]


def test_an_announced_signing_without_report_is_overdue_and_still_no_tie():
    bond = bond_of(*announced_signing(None), on="2026-01-01")

    assert bond.sides[0].standing.state is State.NONE
    assert bond.sides[0].progress is not None
    assert bond.sides[0].progress.scheduled == "2025-04-09"
    assert codes(bond) == ["planned_past"]


def test_the_report_of_the_signing_makes_the_tie_for_both_sides():
    report = told("signing", when="2025-04-09", by="third", published="2025-04-10")

    bond = bond_of(*announced_signing(), report)

    for side in bond.sides:
        assert side.standing.instrument is Instrument.SISTER_CITY
        assert side.standing.state is State.IN_FORCE
        assert side.standing.since == "2025-04-09"
        assert side.standing.known is Known.REPORTED
    assert bond.sides[0].progress is not None
    assert bond.sides[0].progress.reached is Reached.SIGNED
    assert bond.sides[0].progress.scheduled is None
    assert codes(bond) == ["no_primary_source"]


def test_before_the_signing_day_the_report_of_it_does_not_count():
    report = told("signing", when="2025-04-09", by="third", published="2025-04-10")

    bond = bond_of(*announced_signing(), report, on="2025-04-08")

    assert bond.sides[0].standing.state is State.NONE
    assert [event.modality for event in bond.events if event.event == "signing"] == [Modality.PLANNED]


def test_a_headline_that_promises_more_than_the_body_wishes():
    bond = bond_of(
        told("signing", "planned", by="istanbul", published=None, part="title"),
        told("signing", "wished", by="istanbul", published=None),
        told("proposal", "wished", by="istanbul", published=None, acts=(0,)),
        told("visit", by="istanbul", published=None, instrument=None),
        told("visit", "wished", by="istanbul", published=None, instrument=None),
        countries=("IR", "TR"),
    )

    assert [side.standing.state for side in bond.sides] == [State.NONE, State.NONE]
    assert codes(bond) == ["headline_exceeds_body"]
    assert sorted((str(event.event), str(event.modality)) for event in bond.events) == [
        ("proposal", "wished"),
        ("signing", "wished"),
        ("visit", "done"),
        ("visit", "wished"),
    ]


def test_an_undated_memorandum_stands_and_a_wish_adds_nothing():
    bond = bond_of(
        told("signing", by="kazan", published=None, instrument="mou"),
        told("signing", "wished", by="kazan", published=None),
    )

    for side in bond.sides:
        assert (side.standing.instrument, side.standing.state) == (Instrument.MOU, State.IN_FORCE)
        assert side.standing.since is None
        assert side.standing.known is Known.REPORTED


def a_frozen_friendship() -> list[Fact]:
    """One side stops, resumes and stops again; the other goes on."""
    stop = told(
        "suspension", when="2023-01-31", by="resolution", kind="resolution", published="2023-01-31",
        sides=(1,), acts=(1,), instrument=None, authority="city_council",
    )  # fmt: skip
    citizens = told("standing", by="resolution", kind="resolution", published="2023-01-31", sides=(1,),
                    instrument=None, channel="citizens")  # fmt: skip
    return [
        told("signing", when="2000", by="chronicle", published="2015-05-01"),
        told("suspension", when="2005", by="chronicle", published="2015-05-01", sides=(1,), instrument=None),
        told("resumption", when="2014", by="chronicle", published="2015-05-01", sides=(1,), instrument=None),
        told("standing", by="list", published="2021-11-01", sides=(0,), speaks_for="geonames:1"),
        stop,
        citizens,
    ]


def test_one_side_stops_and_the_other_goes_on():
    ours, theirs = bond_of(*a_frozen_friendship(), countries=("IR", "DE")).sides

    assert (ours.standing.state, ours.standing.since) == (State.IN_FORCE, "2000")
    assert (theirs.standing.state, theirs.standing.since) == (State.SUSPENDED, "2023-01-31")
    assert theirs.standing.known is Known.DOCUMENTED
    assert theirs.standing.instrument is Instrument.SISTER_CITY
    assert [(one.channel, one.state) for one in theirs.other_channels] == [(Channel.CITIZENS, State.IN_FORCE)]
    assert ours.other_channels == ()


def test_each_year_of_the_frozen_friendship_has_its_answer():
    history = a_frozen_friendship()

    states = {
        day: tuple(str(side.standing.state) for side in bond_of(*history, on=day, countries=("IR", "DE")).sides)
        for day in ("1999-06-01", "2003-01-01", "2008-01-01", "2016-01-01", "2023-01-30", "2023-01-31")
    }

    assert states == {
        "1999-06-01": ("none", "none"),
        "2003-01-01": ("in_force", "in_force"),
        "2008-01-01": ("in_force", "suspended"),
        "2016-01-01": ("in_force", "in_force"),
        "2023-01-30": ("in_force", "in_force"),
        "2023-01-31": ("in_force", "suspended"),
    }


def test_a_resolution_that_leaves_the_citizens_their_contacts_is_citizens_only():
    history = a_frozen_friendship()[:-2]
    stop = told("suspension", when="2023-01-31", by="resolution", kind="resolution", published="2023-01-31",
                sides=(1,), instrument=None, code="END4")  # fmt: skip

    theirs = bond_of(*history, stop).sides[1]

    assert theirs.standing.state is State.CITIZENS_ONLY
    assert [(one.channel, one.state, one.since) for one in theirs.other_channels] == [
        (Channel.CITIZENS, State.IN_FORCE, "2023-01-31")
    ]


def test_the_office_without_a_clock_sees_what_it_has_just_accepted():
    just_now = told("signing", by="kazan", published=None, instrument="mou")
    bond = bond_of(replace(just_now, accepted_at=just_now.accepted_at.replace(hour=1)), on="2025-05-31")

    assert bond.sides[0].standing.state is State.IN_FORCE
