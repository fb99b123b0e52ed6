from __future__ import annotations

from tests.factories.frames import told_in


def test_what_is_done_is_not_planned_too() -> None:
    text = "Norfolk and Kazan will sign a sister city agreement.\n\nNorfolk and Kazan signed the sister city agreement."
    assert told_in("en", text) == ["signing done: Kazan, Norfolk"]


def test_a_tie_taken_for_granted_gives_way_to_news_of_it() -> None:
    text = "Norfolk suspended its sister city ties with Kazan.\n\nThe sister city Kazan lies far from Norfolk."
    assert told_in("en", text) == ["suspension done: Kazan, Norfolk"]


def test_a_noun_alone_tells_no_signing() -> None:
    assert "signing done: Kazan, Norfolk" not in told_in("en", "The signing between Kazan and Norfolk, sister cities")
