"""Items of a list that each tell of one partner."""

from __future__ import annotations

import pytest
from tests.factories.frames import sentences_in, told_in

from peyvand.core.reading.frames.items import items_of, opens_item

HEAD = "The harbour office of Norfolk has looked at its sister cities. Its report says:\n\n"


def test_what_an_item_tells_is_between_its_city_and_the_one_at_home() -> None:
    items = "- Kazan (Russia): The agreement was signed in 1994.\n- Lyon (France): It was suspended in January."
    assert sorted(told_in("en", HEAD + items)) == ["signing done: Kazan, Norfolk", "suspension done: Lyon, Norfolk"]


def test_a_single_item_is_no_list() -> None:
    assert items_of(sentences_in("en", "- Kazan (Russia): It rained.")) == {}


@pytest.mark.parametrize(
    ("line", "opens"),
    [("- Kazan (Russia): It rained.", True), ("• Kazan: It rained.", True), ("Kazan: It rained.", False),
     ("- It rained in Kazan.", False)],
)  # fmt: skip
def test_an_item_begins_with_a_bullet_and_a_city(line: str, opens: bool) -> None:
    (sentence, *_) = sentences_in("en", line)
    assert opens_item(sentence) is opens
