"""Twice the text, twice the work: counted in calls, so that it holds on any machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from peyvand.core.text import FurnitureWords, Span, divide, fold, sentences

ADVERSARIES = [
    " ", "\n", "|", "(", "«", ".", ". ", "1/2/", "a", "ء", "اء", "ﻻ", "ه\u200cی", "کد خبر ", "به گزارش ",
    "اخبار مرتبط\n", "شنبه\n", "خط:\n", "؟ «", "ا.ب", "•\n", "نظر شما\n", "۵ مهر ۱۴۰۳\n", "برچسب‌ها: ا، ",
    "بیشتر بخوانید\nکوتاه\n",
]  # fmt: skip


def calls(work: Callable[[], object]) -> int:
    """How many Python and C functions a piece of work calls."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def read(page: str, words: FurnitureWords) -> None:
    folded = fold(page)
    for _part, span in divide(folded, words).parts:
        folded.quote(span)
        sentences(folded, span)
    sentences(folded, Span(0, len(folded.text)))


@pytest.mark.parametrize("adversary", ADVERSARIES)
def test_work_grows_with_the_length_alone(words: FurnitureWords, adversary: str) -> None:
    read(adversary, words)
    once = calls(lambda: read(adversary * 400, words))
    twice = calls(lambda: read(adversary * 800, words))

    assert twice <= 2.2 * once + 200
