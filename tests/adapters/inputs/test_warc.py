from __future__ import annotations

import gzip
import io
import tracemalloc

import pytest
from tests.factories.archives import record, warc

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.inputs.warc import pages
from peyvand.adapters.sources import Limits

PAGES = [(f"https://a.example/{n}", f"<html><p>صفحهٔ {n}".encode()) for n in range(3)]


def found(data: bytes, limits: Limits | None = None) -> list[object]:
    return [
        one if isinstance(one, Item) else (one.name, one.code)
        for one in pages(io.BytesIO(data), "a.warc", limits or Limits())
    ]


@pytest.mark.parametrize("packed", [True, False])
def test_pages_come_under_their_addresses(packed: bool) -> None:
    assert found(warc(PAGES, packed=packed)) == [Item(address, page, is_web=True) for address, page in PAGES]


@pytest.mark.parametrize(("status", "kind"), [("404 Not Found", "text/html"), ("200 OK", "image/png")])
def test_what_is_no_page_is_passed_over(status: str, kind: str) -> None:
    assert found(warc(PAGES, status=status, kind=kind)) == []


def test_a_page_beyond_the_limit_does_not_hide_the_next() -> None:
    long = [("https://a.example/long", b"x" * 1_000), *PAGES]

    assert found(warc(long), Limits(bytes=500))[:2] == [
        ("https://a.example/long", "too_large"),
        Item(*PAGES[0], is_web=True),
    ]


def test_a_page_packed_once_more_is_counted_unpacked() -> None:
    bomb = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(
        b"0" * 100_000_000
    )

    tracemalloc.start()
    refused = found(record(bomb), Limits(bytes=1_000_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert (refused, peak < 64 * 1024 * 1024) == ([("https://a.example/", "too_large")], True)


def test_a_length_that_lies_ends_with_the_file() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nwords"

    (item,) = found(record(answer, length=10**12))

    assert isinstance(item, Item)
    assert item.data.startswith(b"words")


@pytest.mark.parametrize("cut", [30, 200, -10])
def test_a_damaged_archive_gives_what_came_before(cut: int) -> None:
    came = found(warc(PAGES) + warc(PAGES)[:cut])

    assert came[:3] == [Item(*page, is_web=True) for page in PAGES]


@pytest.mark.parametrize("line", [b"A: b\r\n", b"A: " + b"b" * 100_000, b" b\r\n"])
def test_a_head_without_end_is_a_damage(line: bytes) -> None:
    head = b"WARC/1.0\r\nWARC-Type: response\r\n" + line * (3_000_000 // len(line))

    assert found(gzip.compress(head)) == [("a.warc", "broken_archive")]
    assert found(record(b"HTTP/1.1 200 OK\r\n" + line * (3_000_000 // len(line))))[-1] == ("a.warc", "broken_archive")


def test_a_bomb_for_an_archive_ends() -> None:
    assert found(gzip.compress(b"WARC/1.0\r\n" + b"0" * 50_000_000)) == [("a.warc", "broken_archive")]


def test_what_is_no_record_is_a_damage() -> None:
    assert found(warc(PAGES) + b"no record\r\n" * 9)[-1] == ("a.warc", "broken_archive")
