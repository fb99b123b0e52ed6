from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.calendar import Word, tokens_of
from peyvand.core.calendar.lexemes import Row, blocks, cut
from peyvand.core.text import Span, fold
from peyvand.lexicon.calendar import calendar_words


def row(text: str) -> Row:
    return cut(fold(text), calendar_words("fa"), Span(0, len(fold(text).text)))


def words(text: str) -> list[Word]:
    return [lexeme.word for lexeme in row(text).lexemes[:-8]]


def test_a_page_is_cut_into_its_date_words() -> None:
    assert words("روز ۱۲مرداد") == [Word.DAY_UNIT, Word.DIGITS, Word.MONTH]


def test_other_words_are_one_gap() -> None:
    assert words("۱۲ باغ بزرگ شهر مرداد") == [Word.DIGITS, Word.GAP, Word.MONTH]


def test_the_longest_form_wins() -> None:
    assert words("بیست و دوم دی") == [Word.ORDINAL, Word.MONTH]
    assert row("سه شنبه").text(0) == "سه شنبه"


def test_a_line_ends_what_belongs_together() -> None:
    assert words("۱۲\nمرداد") == [Word.DIGITS, Word.GAP, Word.MONTH]


def test_long_digits_are_no_date_words() -> None:
    assert words("۷۶۸۶۲۳ مرداد") == [Word.GAP, Word.MONTH]


def test_tokens_part_digits_from_letters() -> None:
    assert tokens_of("12مرداد1402") == ("12", "مرداد", "1402")


@given(st.text(alphabet="ab \n", max_size=200_000))
def test_blocks_cover_the_page_without_a_seam(text: str) -> None:
    assert "".join(span.of(text) for span in blocks(text, Span(0, len(text)))) == text


def test_blocks_end_with_a_line_or_a_word() -> None:
    text = "روز " * 10_000

    assert {span.of(text)[-1] for span in blocks(text, Span(0, len(text)))} == {" "}
