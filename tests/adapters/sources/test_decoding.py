from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.sources.decoding import decode

TEXT = "شهرداری‌های دو شهر پیمان بستند؛ کازان و رشت، ۱۴۰۳"
# What windows-1256 can write of it.
OLD = "شهرداري دو شهر پيمان دوستي بستند. رشت و گنجه"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
    ],
)
def test_marked_and_plain_unicode_is_read(data: bytes) -> None:
    assert decode(data, "n") == TEXT


def test_windows_1256_is_known_by_its_letters() -> None:
    assert decode(OLD.encode("cp1256"), "n") == OLD


def test_a_page_may_declare_another_encoding() -> None:
    page = '<html><meta charset="windows-1251"><p>Города-побратимы</p></html>'

    assert decode(page.encode("cp1251"), "n", is_page=True) == page


def test_a_page_with_a_few_broken_bytes_is_read_as_browsers_do() -> None:
    data = TEXT.encode() * 20 + b"\xd8."

    assert decode(data, "n", is_page=True) == TEXT * 20 + "\ufffd."


@pytest.mark.parametrize("before", ["", "شهر", TEXT])
def test_broken_utf_8_is_refused_with_the_place_of_the_fault(before: str) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        decode(before.encode() + b"\xff" + TEXT.encode(), "n")

    assert refusal.value.code == "broken_encoding"
    assert refusal.value.reason == f"The text is not valid UTF-8: byte {len(before.encode())} cannot be read."


def test_half_a_utf_16_letter_is_refused() -> None:
    with pytest.raises(UnreadableSource, match="UTF-16"):
        decode(codecs.BOM_UTF16_LE + b"\x00", "n")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 text",
        b"PK\x03\x04word",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"\x1f\x8b\x08",
        b"a\x00b\x00c\x01",
        b"\x7fELF",
    ],
)
def test_binary_files_are_refused_by_what_they_are(data: bytes) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        decode(data, "n")

    assert refusal.value.code == "binary"


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, is_page: bool) -> None:
    codes = {"binary", "broken_encoding"}
    with suppress(UnreadableSource):
        codes = {type(decode(data, "n", is_page=is_page)).__name__}

    assert codes in ({"str"}, {"binary", "broken_encoding"})
