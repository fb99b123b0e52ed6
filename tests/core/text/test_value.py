from __future__ import annotations

from dataclasses import replace

import pytest

from peyvand.core.text.value import value


@value()
class Pair:
    one: int
    other: str = ""


@value(kw_only=True)
class Named:
    name: str


def test_values_are_equal_by_their_fields() -> None:
    assert Pair(1, "a") == Pair(1, "a") != Pair(1)
    assert len({Pair(1), Pair(1), Pair(2)}) == 2
    assert replace(Pair(1), other="b") == Pair(1, "b")


def test_a_value_has_no_room_for_more() -> None:
    with pytest.raises(AttributeError):
        Pair(1).more = 2  # type: ignore[attr-defined]


def test_fields_may_have_to_be_named() -> None:
    with pytest.raises(TypeError):
        Named("a")  # type: ignore[misc]
