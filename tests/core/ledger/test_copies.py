from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.ledger.copies import Copy, clusters

LONG = "شهردار اصفهان در دیدار با شهردار کازان از آماده شدن متن پیمان خواهرخواندگی دو شهر خبر داد"
OTHER = "به گفتهٔ رئیس شورای شهر، سه مرجع لازم با امضای این پیمان در بیستم فروردین موافقت کرده‌اند"


def test_sources_with_the_same_long_words_are_one():
    assert clusters([("c", LONG), ("a", LONG), ("b", OTHER)]) == {"a": "a", "c": "a"}


def test_spelling_and_spaces_hide_no_copy():
    spelled = LONG.replace("ی", "ي").replace("ک", "ك").replace(" ", "  ")

    assert clusters([("a", LONG), ("b", spelled)]) == {"a": "a", "b": "a"}


def test_short_words_are_anybodys():
    assert clusters([("a", "پیمان امضا شد."), ("b", "پیمان امضا شد.")]) == {}


def test_a_source_is_no_copy_of_itself():
    assert clusters([("a", LONG), ("a", LONG)]) == {}


def test_a_chain_of_copies_is_one_cluster_in_any_order():
    said = [("a", LONG), ("b", LONG), ("b", OTHER), ("c", OTHER)]

    assert {tuple(clusters(order).items()) for order in permutations(said)} == {(("a", "a"), ("b", "a"), ("c", "a"))}


def test_texts_found_alike_are_one_where_both_are_given():
    said = [("a", "x"), ("b", "y"), ("c", LONG), ("d", LONG)]

    assert clusters(said, [("b", "c"), ("a", "elsewhere")]) == {"b": "b", "c": "b", "d": "b"}


@given(st.lists(st.tuples(*(st.sampled_from("abcdef"),) * 2), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_links_does_not_matter(links, random):
    said = [(capture, "x") for capture in "abcdef"]
    shuffled = list(links)
    random.shuffle(shuffled)

    named = clusters(said, links)

    assert clusters(said, shuffled) == named
    assert all(leader <= capture and named[leader] == leader for capture, leader in named.items())


def test_a_link_is_named_by_what_it_says():
    assert Copy(captures=("a", "b"), likeness=87).said() == {"captures": ["a", "b"], "likeness": 87}
    assert Copy(captures=("a", "b"), likeness=87).key != Copy(captures=("a", "c"), likeness=87).key
