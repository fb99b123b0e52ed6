from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.days import ALWAYS, BEGIN, END, Days, days_of

SPANS = st.tuples(st.integers(BEGIN, 40), st.integers(0, 40)).map(lambda pair: Days(pair[0], pair[0] + pair[1]))


def test_a_date_lies_between_its_bounds():
    year = days_of("2024")

    assert (year.earliest, year.latest) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (days_of("2024-05/..").latest, days_of(None)) == (None, ALWAYS)


def test_the_precise_come_before_the_vague():
    said = [None, "2024/..", "2024", "2024-05", "2024-05-01"]

    assert sorted(said, key=lambda date: days_of(date).vagueness) == said[::-1]


@given(SPANS, SPANS)
def test_shared_days_are_of_both(one, other):
    shared = one.shared(other)

    in_both = set(range(one.first, one.last + 1)) & set(range(other.first, other.last + 1))
    assert set(range(shared.first, shared.last + 1)) == (in_both or set(range(one.first, one.last + 1)))
    assert one.meets(other) is bool(in_both)


def test_a_cut_that_leaves_nothing_cuts_nothing():
    assert Days(10, 20).by(15) == Days(10, 15)
    assert Days(10, 20).by(5) == Days(10, 20)
    assert Days(10, 20).since(25) == Days(10, 20)
    assert Days(BEGIN, END).since(5) == Days(5, END)
