from __future__ import annotations

from peyvand.core.search import marks
from peyvand.core.search.expression import AnyOf, Term
from peyvand.core.search.words import words_of


def test_no_word_that_is_typed_is_a_mark() -> None:
    made = [
        marks.kind("bond"),
        marks.seen("internal"),
        marks.about("geonames:1"),
        marks.pair(("b", "a")),
        marks.year(1403),
    ]

    assert not {word for mark in made for word in words_of(mark)} & set(made)
    assert all(marks.PRIVATE.match(mark) for mark in made)


def test_a_pair_is_one_in_either_order_and_no_other() -> None:
    assert marks.pair(("geonames:1", "geonames:23")) == marks.pair(("geonames:23", "geonames:1"))
    assert marks.pair(("geonames:12", "geonames:3")) != marks.pair(("geonames:1", "geonames:23"))


def test_a_word_of_a_name_is_told_from_others() -> None:
    assert [marks.bare_name(word) for word in (*marks.name_words(["کازان"]), "کازان")] == ["کازان", None]
    assert marks.in_name(Term(("a", "b"), begins=True)).begins


def test_one_of_one_is_itself() -> None:
    assert marks.one_of(["a"]) == Term(("a",))
    assert marks.one_of(["a", "b"]) == AnyOf((Term(("a",)), Term(("b",))))
