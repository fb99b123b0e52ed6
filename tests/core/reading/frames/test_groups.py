"""Ends of ties with cities that another sentence names."""

from __future__ import annotations

import pytest
from tests.factories.frames import told_in

BEFORE = "Bremen has had three sister cities: Kazan, Lyon and Konya."


@pytest.mark.parametrize(
    ("end", "modality"),
    [
        ("Bremen has ended its twinning with foreign cities.", "termination done"),
        ("Bremen wants to end its twinning with foreign cities.", "standing done"),
    ],
)
def test_an_end_with_cities_of_a_kind_is_one_with_each_that_is_listed(end: str, modality: str) -> None:
    assert sorted(told_in("en", f"{end} {BEFORE}")) == [
        f"{modality}: Bremen, {partner}" for partner in ("Kazan", "Konya", "Lyon")
    ]


def test_where_no_list_names_them_nothing_is_spread() -> None:
    assert told_in("en", "Bremen has ended its twinning with foreign cities. Kazan was told by letter.") == []


def test_an_end_of_many_ties_is_one_of_each_couple_listed_behind_it() -> None:
    text = "Komşu ilçeler kardeş şehirlerle ilişkilerini askıya aldı. Tarafları şöyle: Bursa–Kazan, Konya–Lyon."
    assert told_in("tr", text) == ["suspension done: Bursa, Kazan", "suspension done: Konya, Lyon"]


def test_a_list_of_single_cities_behind_an_end_is_none_of_couples() -> None:
    text = "Komşu ilçeler kardeş şehirlerle ilişkilerini askıya aldı. Şunlar yazdı: Kazan, Lyon."
    assert told_in("tr", text) == []


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Die Verwaltung will die Städtepartnerschaften wiederbeleben.", ["renewal planned", "standing done"]),
        (
            "Der Rat fragt, ob die Städtepartnerschaften aufgegeben werden sollen.",
            ["standing done", "termination wished"],
        ),
        ("Viele Kommunen wollen ihre Städtepartnerschaften wiederbeleben.", ["standing done"]),
    ],
)
def test_a_step_of_several_ties_is_one_of_each(text: str, steps: list[str]) -> None:
    listed = "Mannheim hat zwei Partnerstädte: Kasan in Russland und Lyon in Frankreich."
    assert sorted(told_in("de", f"{listed} {text}")) == [
        f"{step}: {pair}" for step in steps for pair in ("Kazan, Mannheim", "Lyon, Mannheim")
    ]


def test_towns_of_one_country_are_no_list_of_partners() -> None:
    text = "Mannheim und Lyon sind Partnerstädte. Kassel und Bremen loben Partnerschaften. Man will sie beenden."
    assert all("Bremen" not in told for told in told_in("de", text))
