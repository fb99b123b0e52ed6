from __future__ import annotations

from peyvand.adapters.search.sqlite import question, written
from peyvand.core.search.expression import AllOf, AnyOf, But, Term, word


def test_expressions_in_the_words_of_the_engine() -> None:
    wanted = But(AllOf((AnyOf((word("a"), Term(("b", "c")))), Term(("d",), begins=True))), word("e"))

    assert written(wanted) == '((("a" OR "b c") AND "d" *) NOT "e")'


def test_the_question_goes_along_the_numbers() -> None:
    assert question("t", ("id",)).endswith("ORDER BY word.rowid LIMIT %s")
