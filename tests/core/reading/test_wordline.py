"""A page as words with the signs between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.reading.wordline import parted_by, word_line, words_in
from peyvand.core.text import Span


def test_figures_and_letters_are_words_of_their_own() -> None:
    assert word_line("با10شهر، در 14.06.2023").words == ("با", "10", "شهر", "در", "14", "06", "2023")


def test_signs_between_words_are_seen_without_quotation_marks() -> None:
    line = word_line("«مراد کایا»، شهردار گفت: بله")

    assert [line.sign(at) for at in range(len(line) + 1)] == ["", "", "،", "", ":", ""]
    assert [line.is_soft(at) for at in range(len(line))] == [False, True, False, True, False]


def test_sentences_end_at_stops_and_lines_but_not_inside_figures() -> None:
    line = word_line("سهم 2.5 شد. بله! چرا؟\nآری")

    assert [line.words[c.start : c.stop] for c in line.clauses(range(len(line)))] == [
        ("سهم", "2", "5", "شد"),
        ("بله",),
        ("چرا",),
        ("آری",),
    ]


def test_spans_lead_back_to_the_text() -> None:
    line = word_line("شهر قم و شهر خوی")

    assert line.span(1, 4).of(line.text) == "قم و شهر"
    assert line.inside(Span(4, 9)) == range(1, 3)


def test_the_sentences_of_some_spans_and_the_words_that_stand_in_them() -> None:
    line = word_line("شهر قم. شهر خوی. شهر نو")
    sentences = line.sentences([Span(0, 7), Span(16, 23)])

    assert sentences == (range(2), range(4, 6))
    assert [list(found) for _, found in parted_by([1, 3, 4, 5], sentences)] == [[1], [4, 5]]


@given(st.text(alphabet="شهرقمêжaZ_ˈ² ،.\n1٣", max_size=40))
def test_words_are_the_same_whichever_letters_a_text_has(text: str) -> None:
    assert word_line(text).words == words_in(text)


@given(st.text(alphabet="شهر قم،.:»«\n12", max_size=60))
def test_clauses_cover_every_word_once(text: str) -> None:
    line = word_line(text)

    assert [at for clause in line.clauses(range(len(line))) for at in clause] == list(range(len(line)))
