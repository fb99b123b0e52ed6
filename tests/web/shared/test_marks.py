from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.text import Part, Span
from peyvand.web.shared.marks import Marked, Note, Paragraph, anchor_of, paragraphs

TEXT = "تیتر\n\nیک دو سه چهار\nپایان"


def marked(start: int, stop: int, label: str = "") -> Marked:
    span = Span(start, stop)
    return Marked(span=span, note=Note(anchor=anchor_of(span), words="", state="done", state_word="", label=label))


def seen(paragraph: Paragraph) -> list[tuple[str, tuple[str, ...]]]:
    return [(piece.text, piece.under) for piece in paragraph.pieces]


def test_marks_that_overlap_are_cut_where_they_meet() -> None:
    lines = paragraphs(TEXT, [marked(6, 12), marked(9, 17)])

    assert seen(lines[1]) == [
        ("یک ", ("at-6",)),
        ("دو ", ("at-6", "at-9")),
        ("سه چه", ("at-9",)),
        ("ار", ()),
    ]


def test_equal_marks_share_an_anchor_and_show_both_labels() -> None:
    (piece, *_) = paragraphs(TEXT, [marked(6, 8, "1"), marked(6, 8, "2")])[1].pieces

    assert (piece.text, piece.under, piece.anchor, piece.label) == ("یک", ("at-6",), "at-6", "1·2")


def test_notes_stand_beside_the_line_where_their_words_begin() -> None:
    lines = paragraphs(TEXT, [marked(6, 22), marked(20, 22)])

    assert [[note.anchor for note in line.notes] for line in lines] == [[], ["at-6"], ["at-20"]]


def test_parts_dim_the_furniture() -> None:
    lines = paragraphs(TEXT, [], [(Span(0, 4), Part.TITLE), (Span(20, 25), Part.FURNITURE)])

    assert [line.part for line in lines] == [Part.TITLE, Part.BODY, Part.FURNITURE]


def test_control_characters_are_named_and_not_passed_on() -> None:
    (line,) = paragraphs("a\u202eb", [marked(0, 3)])

    assert [(piece.text, piece.control) for piece in line.pieces] == [("a", ""), ("", "RLO"), ("b", "")]


@given(
    st.text("اب \n\u200c\u202ec", min_size=1, max_size=60), st.lists(st.tuples(st.integers(0, 59), st.integers(1, 9)))
)
def test_nothing_of_the_text_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [marked(start, min(start + length, len(text))) for start, length in spans if start < len(text)]

    lines = paragraphs(text, marks)

    shown = "".join(piece.text for line in lines for piece in line.pieces)
    kept = "".join(line for line in text.split("\n") if line.strip())
    assert shown == kept.replace("\u202e", "")
