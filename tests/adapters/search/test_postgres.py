from __future__ import annotations

from peyvand.adapters.search.postgres import question, written
from peyvand.core.search.expression import AllOf, AnyOf, But, Term, word


def test_expressions_in_the_words_of_the_engine() -> None:
    wanted = But(AllOf((AnyOf((word("a"), Term(("b", "c")))), Term(("d",), begins=True))), word("e'\\"))

    assert written(wanted) == "(((('a') | ('b' <-> 'c')) & ('d':*)) & !('e''\\\\'))"


def test_words_are_looked_up_before_rows_are_put_in_order() -> None:
    assert "MATERIALIZED" in question("t", ("id",))
