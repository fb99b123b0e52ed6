from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.verdict import Status, Verdict, accepted, ruling_of, rulings
from peyvand.core.ledger.words import Judgement

NINE = datetime(2025, 4, 7, 9, tzinfo=UTC)


def verdict(judgement: str, follows: Verdict | None = None, *, hour: int = 0, member: str = "mina") -> Verdict:
    return Verdict(
        statement="s",
        judgement=Judgement(judgement),
        reason="read",
        member=member,
        follows=follows.key if follows else None,
        at=NINE + timedelta(hours=hour),
    )


def status(*verdicts: Verdict) -> Status:
    return rulings(verdicts)["s"].status


def test_one_head_decides():
    first = verdict("accepted")

    assert status(first) is Status.ACCEPTED
    assert status(first, verdict("rejected", first, hour=1)) is Status.REJECTED


def test_two_heads_mean_not_accepted():
    first = verdict("accepted")
    answers = verdict("accepted", first, hour=1), verdict("rejected", first, hour=1, member="omid")

    ruling = rulings([first, *answers])["s"]

    assert ruling.status is Status.FORKED
    assert set(ruling.heads) == set(answers)
    assert accepted([first, *answers]) == {}


def test_two_first_verdicts_stand_against_each_other():
    assert status(verdict("accepted"), verdict("accepted", member="omid")) is Status.FORKED


def test_withdrawing_one_head_settles_a_fork():
    first, other = verdict("accepted"), verdict("rejected", member="omid")

    assert status(first, other, verdict("withdrawn", other, hour=1)) is Status.ACCEPTED


def test_withdrawn_is_not_accepted_until_a_new_verdict():
    first = verdict("accepted")
    back = verdict("withdrawn", first, hour=1)

    assert status(first, back) is Status.WITHDRAWN
    assert status(first, back, verdict("accepted", back, hour=2)) is Status.ACCEPTED


def test_what_was_known_earlier_does_not_change():
    first = verdict("accepted")
    later = verdict("withdrawn", first, hour=5)

    assert list(accepted([first, later], known_at=NINE + timedelta(hours=4))) == ["s"]
    assert accepted([first, later], known_at=NINE - timedelta(hours=1)) == {}
    assert accepted([first, later]) == {}


def test_a_verdict_is_named_by_what_it_says_whatever_the_zone():
    here = verdict("accepted")
    there = replace(here, at=here.at.astimezone(timezone(timedelta(hours=3.5))))

    assert here.key == there.key
    assert here.key != verdict("accepted", member="omid").key


def test_a_time_without_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        replace(verdict("accepted"), at=NINE.replace(tzinfo=None))


@st.composite
def histories(draw):
    made: list[Verdict] = []
    for hour in range(draw(st.integers(0, 8))):
        follows = draw(st.sampled_from([None, *made]))
        made.append(verdict(draw(st.sampled_from(list(Judgement))), follows, hour=hour))
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(history, random):
    shuffled = history * 2
    random.shuffle(shuffled)

    assert rulings(shuffled) == rulings(history)


@given(histories())
def test_what_every_head_withdraws_is_never_accepted(history):
    heads = rulings(history)["s"].heads if history else ()

    taken_back = [verdict("withdrawn", head, hour=99) for head in heads]

    assert accepted([*history, *taken_back]) == {}


@given(histories(), st.integers(0, 9))
def test_knowledge_at_a_time_is_the_knowledge_of_that_time(history, hour):
    then = NINE + timedelta(hours=hour)

    assert accepted(history, known_at=then) == accepted([one for one in history if one.at <= then])


def test_a_verdict_on_the_batch_is_one_on_each_item():
    batch = verdict("accepted")

    assert ruling_of("row", [], [batch]).status is Status.ACCEPTED
    assert ruling_of("row", [], [batch, verdict("rejected", batch, hour=1)]).status is Status.REJECTED
    assert ruling_of("row", []).status is Status.OPEN


def test_what_is_said_of_one_item_goes_before_the_batch():
    batch = verdict("accepted")
    own = verdict("rejected", batch, hour=1)

    assert ruling_of("row", [own], [batch]).heads == (own,)
    assert ruling_of("row", [own, verdict("withdrawn", own, hour=2)], [batch]).status is Status.WITHDRAWN


def test_taking_the_batch_back_leaves_what_was_judged_by_itself():
    batch = verdict("accepted")
    back = verdict("withdrawn", batch, hour=2)

    assert ruling_of("row", [], [batch, back]).status is Status.WITHDRAWN
    assert ruling_of("row", [verdict("accepted", batch, hour=1)], [batch, back]).status is Status.ACCEPTED
