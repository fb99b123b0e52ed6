from __future__ import annotations

from tests.factories.telling import OURS, THEIRS, told

from peyvand.core.ledger.bond import Fact
from peyvand.core.ledger.grouping import Group, group
from peyvand.core.ledger.hearing import hear


def grouped(*facts: Fact) -> list[Group]:
    return group(hear(facts, (OURS, THEIRS)))


def sources(*facts: Fact) -> list[list[str]]:
    return sorted(sorted(one.fact.source.capture for one in made.heard) for made in grouped(*facts))


def test_a_plan_and_the_report_of_it_are_one_happening():
    plan = told("signing", "planned", "2025-04-09", by="plan", published="2025-04-07")
    report = told("signing", when="2025-04-09", by="report", published="2025-04-10")

    assert sources(plan, report) == [["plan", "report"]]


def test_a_vaguer_date_joins_where_one_group_fits():
    exact, month, year = (told("signing", when=when, by=when) for when in ("2024-05-09", "2024-05", "2024"))

    assert sources(year, exact, month) == [["2024", "2024-05", "2024-05-09"]]


def test_a_vaguer_date_stands_alone_where_several_fit():
    facts = [told("visit", when=when, by=when) for when in ("2024-05-09", "2024-11-02", "2024")]

    assert sources(*facts) == [["2024"], ["2024-05-09"], ["2024-11-02"]]
    assert [made.heard[0].fact.source.capture for made in grouped(*facts) if made.vague] == ["2024"]


def test_an_undated_report_joins_no_later_happening():
    early = told("visit", by="early", published="2020-01-01")
    late = told("visit", when="2024-05-09", by="late")

    assert sources(early, late) == [["early"], ["late"]]


def test_an_undated_wish_joins_no_earlier_happening():
    signed = told("signing", when="2000-05-09", by="signed")
    wish = told("signing", "wished", by="wish", published="2024-01-01")

    assert sources(signed, wish) == [["signed"], ["wish"]]


def test_one_source_does_not_wish_for_what_it_reports():
    facts = [told("visit", published=None), told("visit", "wished", published=None)]

    assert len(grouped(*facts)) == 2


def test_a_source_may_plan_what_it_says_is_not_yet_done():
    facts = [told("signing", "planned", published=None), told("signing", "denied", published=None)]

    assert len(grouped(*facts)) == 1


def test_instrument_authority_actor_and_channel_tell_happenings_apart():
    facts = [
        told("approval", authority="city_council", acts=(0,)),
        told("approval", authority="interior_ministry", acts=(0,)),
        told("approval", authority="city_council", acts=(1,)),
        told("approval", authority="city_council", acts=(0,), instrument="mou"),
        told("approval", authority="city_council", acts=(0,), channel="technical"),
    ]

    assert len(grouped(*facts)) == 5


def test_who_is_named_first_makes_no_second_signing():
    facts = [told("signing", when="2025-03-01", acts=acts, by=str(acts)) for acts in ((), (0,), (0, 1))]

    assert len(grouped(*facts)) == 1


def test_a_headline_is_kept_beside_what_it_tells_of_and_makes_nothing_alone():
    body, title = told("signing", "wished"), told("signing", part="title")

    (made,) = grouped(body, title)

    assert ([one.headline for one in made.heard], [one.headline for one in made.headlines]) == ([False], [True])
    assert grouped(title) == []
