"""Partners that a page lists line by line."""

from __future__ import annotations

import pytest
from tests.factories.frames import told_in

HEADING = "The harbour town of Bremen has old friends.\n\nSister cities of Bremen:\n"


@pytest.mark.parametrize(
    ("lines", "partners"),
    [
        ("Kazan, Russia\nLyon, France\nKonya, Turkey", ["Kazan", "Konya", "Lyon"]),
        ("Kazan, Russia\nThe square in Lyon was swept.", []),
    ],
)
def test_each_line_under_a_heading_is_a_partner(lines: str, partners: list[str]) -> None:
    assert sorted(told_in("en", HEADING + lines)) == [f"standing done: Bremen, {partner}" for partner in partners]


def test_a_heading_may_end_in_a_colon_before_its_list() -> None:
    assert told_in("en", "Sister cities of Bremen: Kazan, Lyon and Konya.") == [
        "standing done: Bremen, Kazan", "standing done: Bremen, Lyon", "standing done: Bremen, Konya",
    ]  # fmt: skip


def test_under_a_colon_lines_may_say_when_a_tie_came_about() -> None:
    lines = "Kazan, Russia (signed in May 1994)\nSomewhere else\nLyon, France (signed in June 2001)"
    assert sorted(told_in("en", f"Bremen has these sister cities today, as far as its office knows:\n{lines}")) == [
        "signing done: Bremen, Kazan", "signing done: Bremen, Lyon",
    ]  # fmt: skip


def test_a_heading_tells_how_the_ties_of_its_list_came_about() -> None:
    text = "In those years Bremen signed sister city agreements with three cities:\n\nKazan, Russia\nKonya, Turkey"
    assert told_in("en", text) == ["signing done: Bremen, Kazan", "signing done: Bremen, Konya"]


def test_a_heading_without_a_city_stands_over_lines_of_pairs() -> None:
    text = "The new sister cities are the following:\n\nBremen and Kazan\nLyon and Konya"
    assert told_in("en", text) == ["standing done: Bremen, Kazan", "standing done: Konya, Lyon"]


def test_another_name_in_brackets_is_no_second_partner() -> None:
    lines = "Kazan (once near Bursa), Russia\nLyon (Lugdunum), France"
    assert sorted(told_in("en", f"Sister cities of Bremen:\n{lines}")) == [
        "standing done: Bremen, Kazan", "standing done: Bremen, Lyon",
    ]  # fmt: skip


def test_where_a_line_tells_something_else_the_list_ends() -> None:
    lines = "Kazan, Russia\nLyon, France\nThe mayor of Konya spoke of the weather and said that it would rain."
    assert sorted(told_in("en", f"Sister cities of Bremen:\n{lines}")) == [
        "standing done: Bremen, Kazan", "standing done: Bremen, Lyon",
    ]  # fmt: skip


def test_a_line_of_a_pair_may_say_where_its_cities_lie() -> None:
    text = (
        "我国新增的友好城市分别为:\n江苏省宿迁市与伊朗伊斯法罕市\n广东省兴安盟与蒙古国东方省\n俄罗斯喀山市与法国里昂市"
    )
    assert sorted(told_in("zh", text)) == ["signing done: Isfahan, Suqian", "signing done: Kazan, Lyon"]


def test_a_table_may_hold_each_cell_in_a_line_of_its_own() -> None:
    text = "Bursa bir liman kentidir.\n\nBursa'nın 2 kardeş şehri vardır. Bunlar:\n\nAdı | Ülkesi | Tarihi\n\n"
    cells = "KAZAN\n\nRUSYA\n\n07.02.1997\n\n521\n\nLYON\n\nFRANSA\n\n05.02.1999\n\n11"
    assert told_in("tr", text + cells) == ["standing done: Bursa, Kazan", "standing done: Bursa, Lyon"]


@pytest.mark.parametrize(
    ("heading", "step"),
    [
        ("The cities that have established sister city relations with Bremen are these:", "standing"),
        ("Sister city relations with Bremen were established in 1990 with these:", "signing"),
    ],
)
def test_ties_that_somebody_has_stand_and_those_of_a_day_were_made(heading: str, step: str) -> None:
    told = told_in("en", f"Bremen lies at a river.\n\n{heading}\n1. Kazan in Russia\n2. Lyon in France")
    assert told == [f"{step} done: Bremen, Kazan", f"{step} done: Bremen, Lyon"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("Bremen's partners are", ["standing done: Bremen, Kazan", "standing done: Bremen, Konya"]),
        ("Bremen's bakers are", []),
    ],
)
def test_a_heading_may_end_in_a_word_that_opens_lists(heading: str, found: list[str]) -> None:
    lines = "KAZAN (Russia), our twin since 1969\n\nKONYA (Turkey), since 1972"
    text = f"What twinning is\n\nThe harbour town of Bremen wants to tell of it.\n\n{heading}\n\n{lines}"
    assert sorted(told_in("en", text)) == found
