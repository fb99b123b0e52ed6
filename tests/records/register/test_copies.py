from __future__ import annotations

from itertools import permutations

from peyvand.records.register.copies import copies

LONG = "شهردار اصفهان در دیدار با شهردار کازان از آماده شدن متن پیمان خواهرخواندگی دو شهر خبر داد"
OTHER = "به گفتهٔ رئیس شورای شهر، سه مرجع لازم با امضای این پیمان در بیستم فروردین موافقت کرده‌اند"


def test_sources_with_the_same_long_words_are_one() -> None:
    assert copies([("c", LONG), ("a", LONG), ("b", OTHER)]) == {"a": "a", "c": "a"}


def test_spelling_and_spaces_hide_no_copy() -> None:
    spelled = LONG.replace("ی", "ي").replace("ک", "ك").replace(" ", "  ")

    assert copies([("a", LONG), ("b", spelled)]) == {"a": "a", "b": "a"}


def test_short_words_are_anybodys() -> None:
    assert copies([("a", "پیمان امضا شد."), ("b", "پیمان امضا شد.")]) == {}


def test_source_is_no_copy_of_itself() -> None:
    assert copies([("a", LONG), ("a", LONG)]) == {}


def test_chain_of_copies_is_one_cluster_in_any_order() -> None:
    said = [("a", LONG), ("b", LONG), ("b", OTHER), ("c", OTHER)]

    assert {tuple(copies(order).items()) for order in permutations(said)} == {(("a", "a"), ("b", "a"), ("c", "a"))}
