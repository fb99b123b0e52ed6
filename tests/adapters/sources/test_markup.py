from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.adapters.sources.limits import Limits
from peyvand.adapters.sources.markup import Cut, Piece, TooManyTags, pieces


def cut(page: str, limits: Limits | None = None) -> list[Piece]:
    return list(pieces(page, limits or Limits()))


def words(page: str) -> str:
    return "".join(piece.name for piece in cut(page) if piece.cut is Cut.WORDS)


def test_tags_words_and_data_are_told_apart() -> None:
    assert cut('<P Class="a b" id=c hidden>می&zwnj;رود</p><script type=x>1<2</script>') == [
        Piece(Cut.START, "p", {"class": "a b", "id": "c", "hidden": ""}),
        Piece(Cut.WORDS, "می‌رود", {}),
        Piece(Cut.END, "p", {}),
        Piece(Cut.DATA, "script", {"type": "x"}, "1<2"),
    ]


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("a<!-- <p>x</p> -->b", "ab"),
        ("a<!doctype html>b<?xml version='1'?>c", "abc"),
        ("a<b title='1 > 2'>c", "ac"),
        ("1 < 2 & 3 > 2", "1 < 2 & 3 > 2"),
        ("&lt;b&gt; &#1705; &#x6A9; &amp;amp;", "<b> ک ک &amp;"),
        ("&#99999999999999999999; &#x9999999999;", "\ufffd \ufffd"),
        ("a<!-- never closed", "a"),
        ("a<b never closed", "a"),
        ("a</ >b", "ab"),
        ("<svg><title>x</title></svg>y", "y"),
        ("<style>p{}</style>y", "y"),
    ],
)
def test_words_are_what_a_browser_shows(page: str, said: str) -> None:
    assert words(page) == said


def test_unclosed_data_ends_with_the_page() -> None:
    assert cut("<title>شهر") == [Piece(Cut.DATA, "title", {}, "شهر")]


def test_further_attributes_are_passed_over() -> None:
    tag = " ".join(f"a{n}=1" for n in range(50))

    [start, said] = cut(f"<p {tag}>x", Limits(attributes=2))

    assert (start.attributes, said.name) == ({"a0": "1", "a1": "1"}, "x")


def test_tags_are_counted() -> None:
    assert len(cut("<b>" * 5, Limits(tags=5))) == 5
    with pytest.raises(TooManyTags):
        cut("<b>" * 6, Limits(tags=5))


@given(st.text(alphabet="<>/!-?'\"= abp&;#x1", max_size=200))
def test_any_page_is_cut_to_its_end(page: str) -> None:
    assert sum(len(piece.name) for piece in cut(page) if piece.cut is Cut.WORDS) <= len(page)
