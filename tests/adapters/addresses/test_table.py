from __future__ import annotations

import csv
import io

import pytest
from tests.adapters.addresses.test_vcard import MAYOR

from peyvand.adapters.addresses import BadBook, Card, as_table, cards_in, cards_in_table


def test_a_contact_comes_back_as_it_went_out() -> None:
    office = Card(name="=1+1", is_office=True, note="'quoted'", phone="@x")

    assert cards_in(as_table([MAYOR, office])) == [MAYOR, office]


@pytest.mark.parametrize("words", ["=cmd|' /C calc'!A0", "+7 843", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_is_a_formula(words: str) -> None:
    rows = list(csv.reader(io.StringIO(as_table([Card(name=words, note=words)]).lstrip("\ufeff"), newline="")))

    assert all(not cell.lstrip("\t ").startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_columns_stand_in_any_order_and_empty_lines_say_nothing() -> None:
    told = "\ufeffMail,Name,Colour\r\na@b.example,مینا,green\r\n,,\r\n"

    assert cards_in_table(told) == [Card(name="مینا", mail="a@b.example")]


@pytest.mark.parametrize(
    "told", ["", "mail,phone\na,b", "name,mail\n,a@b.example", 'name\n"x', "name\n" + "x\n" * 5_001]
)
def test_what_is_no_address_book_is_refused(told: str) -> None:
    with pytest.raises(BadBook):
        cards_in_table(told)


def test_where_it_is_wrong_is_told() -> None:
    with pytest.raises(BadBook, match="line 3: a contact without a name") as refused:
        cards_in_table("name,mail\nx,y\n,z")

    assert refused.value.line == 3
