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
