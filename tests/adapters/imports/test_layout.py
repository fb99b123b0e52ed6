from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.factories.tables import separated

from peyvand.adapters.imports.layout import Layout, lay_out, read_map
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.imports.table import UnreadableTable
from peyvand.lexicon.tables import table_words

TITLED = [
    ("فهرست شهرهای خواهرخوانده", "", ""),
    ("ردیف", "شهر", "کشور", "توضیح"),
    ("1", "قازان", "روسیه", "2015"),
]


def laid_out(rows: Sequence[Sequence[str]], *given: str) -> Layout:
    return lay_out(read_table(separated(rows), "list.csv"), table_words(), read_map("list.csv", given))


def names(layout: Layout) -> dict[str, str]:
    return {layout.header.cells[at]: field.name for at, field in layout.fields.items()}


def test_titles_above_the_headings_are_no_rows() -> None:
    layout = laid_out(TITLED)

    assert [row.number for row in layout.above] == [1]
    assert names(layout) == {"شهر": "partner", "کشور": "partner_country"}
    assert [row.cells[1] for row in layout.rows] == ["قازان"]


def test_people_say_what_a_column_is() -> None:
    assert names(laid_out(TITLED, "توضیح=date", "کشور=-")) == {"شهر": "partner", "توضیح": "date"}
    assert names(laid_out(TITLED, "4=status")) == {"شهر": "partner", "کشور": "partner_country", "توضیح": "status"}


def test_what_people_say_takes_a_field_from_another_column() -> None:
    rows = [("Partner city", "Country", "Now"), ("Qazan", "Russia", "Kazan")]

    assert names(laid_out(rows, "Now=partner")) == {"Country": "partner_country", "Now": "partner"}


def test_headings_that_nobody_knows_can_be_named() -> None:
    rows = [("Stadt", "Land"), ("Kazan", "Russia")]

    with pytest.raises(UnreadableTable, match="No row of headings"):
        laid_out(rows)
    assert names(laid_out(rows, "Stadt=partner", "Land=partner_country")) == {
        "Stadt": "partner", "Land": "partner_country",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["nothing"], "bad_map"),
        (["=date"], "bad_map"),
        (["شهر=town"], "no_field"),
        (["Stadt=partner"], "no_column"),
        (["شهر=date", "کشور=date"], "field_twice"),
    ],
)
def test_mapping_that_cannot_be_is_refused(given: list[str], code: str) -> None:
    with pytest.raises(UnreadableTable) as refused:
        laid_out(TITLED, *given)

    assert refused.value.code == code


def test_mapping_keeps_signs_of_equality_in_headings() -> None:
    assert read_map("x", ["a=b=date", "note="]) == {"a=b": "date", "note": "-"}
