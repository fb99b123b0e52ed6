from __future__ import annotations

from peyvand.core.search import marks
from peyvand.core.search.asked import asked
from peyvand.core.search.expression import AllOf, AnyOf, Expression, Term
from peyvand.core.search.wanting import Meant, Wanted, filtered, names_asked, near_asked

PETERSBURG = Meant(
    ("p:1", "p:2"), ("سن پترزبورگ", "Saint Petersburg"), frozenset({"سنپترزبورگ"}), range(2), "سن پترزبورگ"
)


def terms(expression: Expression) -> set[tuple[str, ...]]:
    if isinstance(expression, Term):
        return {expression.words}
    assert isinstance(expression, AnyOf | AllOf)
    inner = expression.options if isinstance(expression, AnyOf) else expression.parts
    return {words for one in inner for words in terms(one)}


def test_an_item_about_a_place_has_all_the_words_of_its_name() -> None:
    wanted = Wanted(asked("سن پترزبورگ"), (PETERSBURG,)).anywhere

    assert isinstance(wanted, AllOf)
    for part in wanted.parts:
        assert {(marks.about("p:1"),), (marks.about("p:2"),), ("saint", "petersburg")} <= terms(part)


def test_in_names_only_names_count() -> None:
    assert all(marks.PRIVATE.match(words[0]) for words in terms(Wanted(asked("سن پترزبورگ"), (PETERSBURG,)).in_names))


def test_names_are_asked_for_run_by_run() -> None:
    assert terms(names_asked(asked("سن پترزبورگ"))) == {
        (word,) for word in marks.name_words(["سن", "سنپترزبورگ", "پترزبورگ"])
    }
    assert near_asked(asked("به")) is None


def test_filters_are_asked_with_the_words() -> None:
    wanted = filtered(Term(("a",)), {"kind": [marks.kind("bond")], "year": []})

    assert terms(wanted) == {("a",), (marks.kind("bond"),)}


def test_a_place_is_known_by_any_of_its_ids() -> None:
    assert PETERSBURG.is_in(["p:2", "x"])
    assert not PETERSBURG.is_in(["x"])
