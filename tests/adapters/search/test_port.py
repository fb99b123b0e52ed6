"""One suite for both engines: the same items, the same questions, the same answers."""

from __future__ import annotations

import pytest
from django.db import connection

from peyvand.adapters.search import INDEX
from peyvand.core.search.expression import AllOf, AnyOf, But, Expression, Term, word
from peyvand.records.search.models import Item

pytestmark = pytest.mark.django_db
TEXTS = {
    10: "پیمان خواهر خواندگی \ue000 \ue002vpublic",
    20: "پیمانها را خواهر دو شهر خواندگی \ue002vpublic",
    30: "پیمان \ue002vinternal",
    40: "喀 山 市 \ue002vpublic",
    50: "it's \" OR NOT near( col: * ^ - + { } \ue002vpublic",
    60: "",
}


def put(texts: dict[int, str]) -> None:
    Item.objects.bulk_create(
        Item(id=number, kind="source", ref=str(number), part=0, seen="public", words=words)
        for number, words in texts.items()
    )


def found(wanted: Expression, *, after: int = -1, limit: int = 100) -> list[int]:
    return [number for (number,) in INDEX.find(connection, wanted, after=after, limit=limit)]


def test_columns_of_an_item_come_with_it() -> None:
    columns = ("kind", "ref", "words")

    assert INDEX.find(connection, word("喀"), after=-1, limit=9, columns=columns) == [("source", "40", TEXTS[40])]


@pytest.fixture(autouse=True)
def items(db: None) -> None:
    put(TEXTS)


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (word("پیمان"), [10, 30]),
        (Term(("پیمان",), begins=True), [10, 20, 30]),
        (Term(("خواهر", "خواندگی")), [10]),
        (AllOf((word("خواهر"), word("خواندگی"))), [10, 20]),
        (AllOf((word("پیمان"), word("\ue002vpublic"))), [10]),
        (But(word("پیمان"), word("\ue002vpublic")), [30]),
        (AnyOf((word("شهر"), word("山"))), [20, 40]),
        (AllOf((AnyOf((word("شهر"), word("پیمان"))), word("\ue002vpublic"))), [10, 20]),
        (Term(("喀", "山")), [40]),
        (Term(("خواندگی", "خواهر")), []),
        (Term(("خواهر", "خوان"), begins=True), [10]),
        (word("هیچ"), []),
    ],
)
def test_both_engines_answer_alike(wanted: Expression, numbers: list[int]) -> None:
    assert found(wanted) == numbers


def test_a_page_goes_on_where_the_last_ended() -> None:
    assert found(word("\ue002vpublic"), limit=2) == [10, 20]
    assert found(word("\ue002vpublic"), after=20) == [40, 50]


@pytest.mark.parametrize("sign", ['"', "'", "\\", "*", "(", ")", ":", "-", "^", "&", "|", "!", "<->", "%s", ";--"])
def test_signs_ask_for_nothing_else(sign: str) -> None:
    assert found(word(f"a{sign}b")) == []
    assert found(Term((sign, "x"), begins=True)) == []


def test_what_changes_and_goes_is_found_no_more() -> None:
    Item.objects.filter(pk=10).update(words="دیگر")
    Item.objects.filter(pk=30).delete()

    assert found(word("پیمان")) == []
    assert found(word("دیگر")) == [10]


def test_what_is_put_together_is_found_as_before() -> None:
    INDEX.settle(connection)

    assert found(word("پیمان")) == [10, 30]


def test_an_index_that_is_there_is_left_as_it_is() -> None:
    INDEX.install(connection)
    INDEX.install(connection)

    assert found(word("پیمان")) == [10, 30]
