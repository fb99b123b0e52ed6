from __future__ import annotations

from peyvand.adapters.sources import REASONS, UnreadableSource
from peyvand.records.watching.reasons import packed, unpacked


def test_a_reason_comes_back_with_its_details() -> None:
    fault = UnreadableSource("n", "too_large", limit=1_000)

    code, details = unpacked(packed(fault))

    assert REASONS[code].format(**details) == fault.reason


def test_a_reason_that_nobody_knows_any_more_is_told_all_the_same() -> None:
    assert unpacked('["gone", {}]') == ("broken_reader", {"cause": "gone"})
