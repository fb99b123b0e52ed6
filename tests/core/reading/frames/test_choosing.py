from __future__ import annotations

import pytest
from tests.factories.frames import told_in


def test_what_is_done_is_not_planned_too() -> None:
    text = "Norfolk and Kazan will sign a sister city agreement.\n\nNorfolk and Kazan signed the sister city agreement."
    assert told_in("en", text) == ["signing done: Kazan, Norfolk"]


def test_a_tie_taken_for_granted_gives_way_to_news_of_it() -> None:
    text = "Norfolk suspended its sister city ties with Kazan.\n\nThe sister city Kazan lies far from Norfolk."
    assert told_in("en", text) == ["suspension done: Kazan, Norfolk"]


def test_words_that_tell_how_a_tie_came_about_do_not_tell_that_it_stands() -> None:
    text = "By a sister city charter signed in 1980 by the mayors, Norfolk and Kazan were twinned."
    assert told_in("en", text) == ["signing done: Kazan, Norfolk"]


def test_a_noun_alone_tells_no_signing() -> None:
    assert "signing done: Kazan, Norfolk" not in told_in("en", "The signing between Kazan and Norfolk, sister cities")


def test_a_vote_leaves_the_signature_to_come() -> None:
    text = (
        "Bursa, Kazan ile kardeş şehir oldu. Karar belediye meclisinde kabul edildi. "
        "Süreç, iki belediye arasında imzalanacak protokolle tamamlanacak."
    )
    assert told_in("tr", text) == ["approval done: Bursa, Kazan", "signing planned: Bursa, Kazan"]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Norfolk renewed its pact with its sister city Kazan; both mayors signed the agreement.", ["renewal done"]),
        ("The agreement that Norfolk signed with its sister city Kazan in 1994 was renewed.",
         ["renewal done", "signing done"]),
    ],
)  # fmt: skip
def test_a_signature_may_only_renew(text: str, steps: list[str]) -> None:
    assert sorted(told_in("en", text)) == [f"{step}: Kazan, Norfolk" for step in steps]
