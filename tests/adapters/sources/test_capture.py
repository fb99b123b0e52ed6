from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.adapters.sources import Captured, Limits, UnreadableSource, capture_bytes, capture_file, capture_text
from peyvand.core.ledger.words import SourceKind


def refusal(data: bytes, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableSource) as refused:
        capture_bytes(data, "a.txt", limits or Limits())
    return refused.value.code


def test_a_text_file_is_captured_word_for_word(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_bytes("\ufeffپیمان می‌بندند\r\nدو شهر\r".encode())

    assert capture_file(path) == Captured(name=str(path), text="پیمان می‌بندند\nدو شهر\n")


def test_a_source_is_an_article_unless_told_otherwise() -> None:
    assert capture_text("متن", "n").kind is SourceKind.ARTICLE


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff".encode()])
def test_an_empty_source_is_refused(data: bytes) -> None:
    assert refusal(data) == "empty"


def test_too_many_bytes_are_refused() -> None:
    assert refusal(b"a" * 11, Limits(bytes=10)) == "too_large"


def test_too_many_characters_are_refused() -> None:
    assert refusal(b"a" * 11, Limits(characters=10)) == "too_long"


def test_only_as_much_of_a_file_is_read_as_the_limit_allows(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"a" * 100)

    with pytest.raises(UnreadableSource) as refused:
        capture_file(path, Limits(bytes=10))

    assert refused.value.code == "too_large"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    codes = []
    for path in (tmp_path, tmp_path / "none", tmp_path / "pipe"):
        with pytest.raises(UnreadableSource) as refused:
            capture_file(path)
        codes.append(refused.value.code)

    assert codes == ["not_a_file", "missing", "not_a_file"]


def test_signs_no_text_can_hold_are_shown_in_their_place() -> None:
    assert capture_text("شهر\x00 \ud800دوست", "n").text == "شهر\ufffd \ufffdدوست"


def test_directional_marks_stay() -> None:
    assert capture_text("\u202bشهر\u202c \u2066a\u2069", "n").text == "\u202bشهر\u202c \u2066a\u2069"


def test_a_page_is_known_by_its_name_or_its_beginning() -> None:
    page = "<html><p>شهرداران دو شهر پیمان دوستی را در تالار شهرداری امضا کردند.</p></html>".encode()

    assert {capture_bytes(page, name).media_type for name in ("a", "a.txt", "a.html")} == {"text/html"}
    assert capture_bytes(b"a < b and <html> later", "a").media_type == "text/plain"


@given(st.text().filter(lambda text: text.replace("\ufeff", "").strip()))
def test_any_text_is_captured_in_plain_lines(text: str) -> None:
    captured = capture_text(text, "n")

    assert "\r" not in captured.text
    assert captured.text.encode()
