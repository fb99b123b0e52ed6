from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.core.gazetteer import Gazetteer, PlaceWords
from peyvand.core.gazetteer.lines import SortedLines
from peyvand.core.gazetteer.names import Script
from peyvand.core.gazetteer.scanning import scan, tokens_of
from peyvand.core.text import Span

LETTERS = "اآبپتجدذرزسشصفقکلمنوهی ،.-()12\n"


def _scanned(text: str, gazetteer: Gazetteer, words: PlaceWords) -> list[str]:
    names = gazetteer.index(Script.ARABIC)
    tokens = tokens_of(text, Span(0, len(text)), gazetteer.glances(words))
    return [found.span.of(text) for found in scan(tokens, names, words)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("سن پترزبورگ", ["سن پترزبورگ"]),
        ("سن-پترزبورگ", ["سن-پترزبورگ"]),
        ("سن،پترزبورگ", ["سن،پترزبورگ"]),
        ("سن، پترزبورگ", []),
        ("کرمان،اصفهان", ["کرمان", "اصفهان"]),
        ("بورسای", ["بورسا"]),
        ("کرمانی", []),
        ("اصفهانایتالیا", ["اصفهان", "ایتالیا"]),
        ("وکرمان", ["کرمان"]),
        ("وجود", []),
    ],
)
def test_names_are_found_as_writers_join_and_part_them(
    text: str, names: list[str], gazetteer: Gazetteer, words: PlaceWords
) -> None:
    assert _scanned(text, gazetteer, words) == names


@given(text=st.text(alphabet=LETTERS))
def test_tokens_cover_all_letters_in_order(text: str) -> None:
    words = PlaceWords(script=Script.ARABIC, home="IR", glued=("و",))
    glances = Gazetteer(SortedLines(b""), lambda _: {"آباد": "00"}).glances(words)

    tokens = tokens_of(text, Span(0, len(text)), glances)

    assert "".join(tokens.words) == "".join(letter for letter in text if letter.isalnum())
    assert [text[start:stop] for start, stop in zip(tokens.starts, tokens.stops, strict=True)] == tokens.words
