from __future__ import annotations

import pytest
from tests.factories.crawls import SIGNED, WEATHER, page
from tests.factories.documents import pdf

from peyvand.adapters.archives import reading
from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.reading import read_item
from peyvand.adapters.archives.rows import Outcome
from peyvand.adapters.inputs import Item


def read(data: bytes, **bounds: int) -> Outcome:
    return read_item(Item("https://a.example/1", data, is_web=True), Bounds(**bounds))


def spin(_source: object) -> None:
    """Work without end."""
    while True:
        pass


def numbers(outcome: Outcome) -> tuple[int, int, int, int, int]:
    return (
        len(outcome.sources),
        len(outcome.statements),
        len(outcome.failures),
        outcome.passed,
        outcome.silent,
    )


def test_an_article_gives_a_source_and_its_statements() -> None:
    outcome = read(page(SIGNED))

    assert numbers(outcome) == (1, 1, 0, 0, 0)
    assert outcome.sources[0]["capture"] == outcome.statements[0]["capture"]


def test_a_page_of_no_matter_is_passed_over() -> None:
    assert numbers(read(page(WEATHER))) == (0, 0, 0, 1, 0)


def test_a_page_that_may_matter_and_says_nothing_is_silent() -> None:
    assert numbers(read(page("شهردار امروز پیمانکاران را دید و از کار آنان گفت."))) == (0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("data", "code"), [(b"PK\x03\x04", "broken_document"), (pdf([], scanned=True), "no_text_layer")]
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert [row["code"] for row in read(data).failures] == [code]


def test_a_page_that_breaks_the_reader_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_capture", lambda _source: 1 // 0)

    assert read(page(SIGNED)).failures == [
        {
            "path": "https://a.example/1",
            "code": "broken_reader",
            "reason": "The reader broke on it: ZeroDivisionError.",
        }
    ]


def test_a_page_that_takes_too_long_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_capture", spin)

    assert [row["code"] for row in read(page(SIGNED), seconds=1).failures] == ["too_slow"]


def test_a_page_that_takes_too_much_memory_is_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read_capture", lambda _source: bytearray(2_000_000_000))

    assert [row["code"] for row in read(page(SIGNED)).failures] == ["too_hungry"]
