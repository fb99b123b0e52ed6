from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories.effort import effort
from tests.factories.telling import OURS, THEIRS, bond_of, told

from peyvand.core.ledger.bond import Bond, Fact, SourceBrief
from peyvand.core.ledger.fold import fold_bond
from peyvand.core.ledger.words import Event, Modality

DATES = (
    None, None, "2000", "2005", "2005-03", "2005-03-01", "2005-03-09", "2014", "2023-01-31",
    "2004-12-31/2005-06-30", "2014-02/..",
)  # fmt: skip
SOURCES = {"a": "2004-05-01", "b": "2015-01-01", "c": "2023-02-01", "d": None, "e": "2024-06-01"}
OFFICES = {"c": THEIRS, "e": OURS}
KINDS = {"a": "article", "b": "dataset_row", "c": "resolution", "d": "article", "e": "signed_text"}


@st.composite
def facts(draw: Callable[..., str]) -> Fact:
    source = draw(st.sampled_from(sorted(SOURCES)))
    return told(
        draw(st.sampled_from(list(Event))),
        draw(st.sampled_from(list(Modality))),
        draw(st.sampled_from(DATES)),
        by=source,
        published=SOURCES[source],
        kind=KINDS[source],
        instrument=draw(st.sampled_from((None, "mou", "sister_city"))),
        sides=draw(st.sampled_from(((0, 1), (0,), (1,)))),
        acts=draw(st.sampled_from(((), (0,), (0, 1)))),
        part=draw(st.sampled_from(("body", "body", "title"))),
        authority=draw(st.sampled_from((None, "city_council"))),
        channel=draw(st.sampled_from(("official", "official", "citizens"))),
        speaks_for=OFFICES.get(source),
        code=draw(st.sampled_from((None, "END4"))),
    )


LEDGERS = st.lists(facts(), max_size=14)
DAYS = st.sampled_from(("1990-01-01", "2001-01-01", "2005-03-05", "2015-06-01", "2023-01-31", "2026-01-01"))


@given(LEDGERS, st.randoms(use_true_random=False), DAYS)
def test_any_order_of_arrival_gives_the_same_bond(ledger, random, on):
    shuffled = list(ledger)
    random.shuffle(shuffled)

    assert bond_of(*shuffled, on=on) == bond_of(*ledger, on=on)


@given(LEDGERS, st.data(), DAYS)
def test_what_is_told_twice_changes_nothing(ledger, data, on):
    again = [data.draw(st.sampled_from(ledger)) for _ in range(3)] if ledger else []

    assert bond_of(*ledger, *again, on=on) == bond_of(*ledger, on=on)


@given(LEDGERS, DAYS)
def test_a_fold_over_parts_is_the_fold_of_all(ledger, on):
    kept: dict[str, Fact] = {}
    bond = bond_of(on=on)
    for fact in ledger:
        kept[fact.statement.key] = fact
        bond = bond_of(*kept.values(), on=on)

    assert bond == bond_of(*ledger, on=on)


@given(LEDGERS, DAYS)
def test_later_copies_of_one_text_add_no_witness(ledger, on):
    originals = [replace(fact, source=replace(fact.source, cluster=fact.source.capture)) for fact in ledger]
    copies = [_copy(fact) for fact in originals]

    assert bond_of(*originals, *copies, on=on) == bond_of(*originals, on=on)


def _copy(fact: Fact) -> Fact:
    statement = replace(fact.statement, capture=f"z-{fact.statement.capture}")
    published = fact.source.published and fact.source.published.replace(year=2025)
    return replace(
        fact,
        statement=statement,
        resolution=replace(fact.resolution, statement=statement.key),
        source=replace(fact.source, capture=statement.capture, published=published),
    )


@given(LEDGERS, DAYS, DAYS)
def test_what_was_done_by_a_day_stays_done(ledger, one, other):
    earlier, later = sorted((one, other))

    assert done(bond_of(*ledger, on=earlier)) <= done(bond_of(*ledger, on=later))


@given(LEDGERS, facts(), DAYS)
def test_what_happens_later_changes_no_earlier_standing(ledger, fact, on):
    after = replace(fact, resolution=replace(fact.resolution, date="2025-03-01"), source=_published(fact, 2026))
    if after.statement.modality is not Modality.DONE or after.statement.key in {one.statement.key for one in ledger}:
        return
    before = [one for one in ledger if one.statement.modality is Modality.DONE]

    sides = [side.standing for side in bond_of(*before, after, on=min(on, "2025-02-28")).sides]

    assert sides == [side.standing for side in bond_of(*before, on=min(on, "2025-02-28")).sides]


def _published(fact: Fact, year: int) -> SourceBrief:
    return replace(fact.source, published=date(year, 1, 1), capture="later")


def done(bond: Bond) -> set[str]:
    return {event.key for event in bond.events if event.modality is Modality.DONE}


@given(LEDGERS, DAYS)
def test_a_headline_makes_no_standing_and_no_progress(ledger, on):
    without = [fact for fact in ledger if fact.statement.part != "title"]

    assert bond_of(*ledger, on=on).sides == bond_of(*without, on=on).sides


@given(LEDGERS, DAYS)
def test_both_views_of_the_pair_tell_the_same(ledger, on):
    there = fold_bond(ledger, places=(THEIRS, OURS), countries=("RU", "IR"), as_of=date.fromisoformat(on))

    assert there.sides[::-1] == bond_of(*ledger, on=on).sides
    assert there.findings == bond_of(*ledger, on=on).findings


def test_a_fact_of_another_pair_is_refused():
    with pytest.raises(ValueError, match="geonames:9"):
        bond_of(told("signing", places=(OURS, "geonames:9")))


def test_no_facts_make_an_empty_bond():
    bond = bond_of()

    assert (bond.events, bond.findings) == ((), ())


def test_areas_and_forked_verdicts_are_shown():
    bond = fold_bond(
        [],
        places=(OURS, THEIRS),
        countries=("IR", "RU"),
        as_of=date(2025, 1, 1),
        areas=("tourism", "culture", "tourism"),
        forked=("abc",),
    )

    assert bond.areas == ("culture", "tourism")
    assert [(finding.code, finding.statements) for finding in bond.findings] == [("verdict_forked", ("abc",))]


@pytest.mark.parametrize("alike", [True, False])
def test_the_cost_of_a_fold_grows_with_the_facts_and_no_faster(alike):
    def cost(size: int) -> int:
        ledger = [
            told(
                "visit",
                when=None if alike else f"{1000 + at // 28 % 1000}-02-{at % 28 + 1:02}",
                by=f"s{at}",
                speaker=f"{at}",
            )
            for at in range(size)
        ]
        return effort(lambda: bond_of(*ledger))

    assert cost(2000) < 4 * 1.5 * cost(500)
