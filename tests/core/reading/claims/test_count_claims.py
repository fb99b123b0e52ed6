"""What a number in a sentence claims, before it is known whose it is."""

from __future__ import annotations

import pytest

from peyvand.core.reading.claims.count_claims import Claim, ClaimReader
from peyvand.core.reading.numbers import number_at
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import fold_words
from peyvand.lexicon.counts import count_words

WORDS = count_words("fa")


def claim(text: str, pacts: bool = True) -> tuple[WordLine, Claim | None]:
    line = word_line(fold_words(text))
    reader = ClaimReader(line, WORDS, pacts)
    for at in range(len(line)):
        number = number_at(line, at, WORDS.numbers)
        if number:
            ask = reader.ordinal if number.ordinal else reader.total
            return line, ask(at, number, range(len(line)))
    return line, None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("آنجا نهمین خواهرخوانده ماست", "نهمین خواهرخوانده"),
        ("دارای نه شهر خواهرخوانده", "دارای نه شهر خواهرخوانده"),
        ("با نه شهر دنیا چنین پیمانی دارد", "با نه شهر دنیا چنین پیمانی دارد"),
        ("شمار خواهرخواندهها به نه رسید", "شمار خواهرخواندهها به نه رسید"),
        ("نهمین خواهرخوانده خود", "نهمین خواهرخوانده خود"),
        ("با نه مورد بیشترین خواهرخوانده را دارد", "با نه مورد بیشترین خواهرخوانده را دارد"),
        ("با نه شهر رابطه خواهرخواندگی و فرهنگی دارد", "با نه شهر رابطه خواهرخواندگی و فرهنگی دارد"),
        ("پیش از این نه خواهرخوانده داشت", "نه خواهرخوانده داشت"),
    ],
)
def test_a_claim_has_its_words(text: str, said: str) -> None:
    line, found = claim(text)

    assert found is not None
    assert line.span(found.first, found.stop).of(line.text) == said


def test_a_pact_alone_counts_only_where_sisters_are_the_subject() -> None:
    assert claim("با نه شهر پیمان دارد", pacts=False)[1] is None
    assert claim("با نه شهر پیمان دارد")[1] is not None
