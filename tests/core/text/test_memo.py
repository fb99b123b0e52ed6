from __future__ import annotations

from peyvand.core.text.memo import Memo


def test_a_word_is_told_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    memo = Memo(length)

    assert [memo["رشت"], memo["رشت"], memo["یزد"]] == [3, 3, 3]
    assert asked == ["رشت", "یزد"]


def test_no_more_is_remembered_than_allowed_and_the_answers_stay_the_same() -> None:
    memo: Memo[int, int] = Memo(abs, most=3)

    assert [memo[-number] for number in range(100)] == list(range(100))
    assert len(memo) <= 3


def test_what_is_too_long_for_a_word_is_told_and_not_kept() -> None:
    memo = Memo(len)

    assert memo["آ" * 1000] == 1000
    assert len(memo) == 0
