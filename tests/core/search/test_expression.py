from __future__ import annotations

from peyvand.core.search.expression import AllOf, AnyOf, all_of, any_of, word


def test_each_part_stands_once() -> None:
    one, other = word("a"), word("b")

    assert any_of(one, other, one) == AnyOf((one, other))
    assert all_of(one, other, one) == AllOf((one, other))
    assert any_of(one) == all_of(one) == one
