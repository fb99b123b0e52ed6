from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest
from tests.factories.archives import warc
from tests.factories.documents import docx, packed, paragraph, pdf

from peyvand.adapters.inputs import Item, is_archive, items_in, source_at, sources_in, sources_of
from peyvand.adapters.sources import Captured, Limits, UnreadableSource
from peyvand.core.ledger.words import SourceKind

TEXT = "شهرداران دو شهر پیمان دوستی را دیروز در تالار شهرداری رودبار امضا کردند."
PAGE = f"<html><h1>رودبار و لوکا</h1><p>{TEXT}</p></html>".encode()
RSS = f"<rss><channel><title>سرو</title><item><title>رودبار و لوکا</title><link>https://s.example/1</link><description>{TEXT}</description></item></channel></rss>"


def message(*attached: bytes, text: str = TEXT) -> bytes:
    made = EmailMessage()
    made["Subject"], made["From"], made["Date"] = "نامه", "a@b.example", "Mon, 07 Apr 2025 09:00:00 +0330"
    made.set_content(text)
    for number, data in enumerate(attached):
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=str(number))
    return made.as_bytes()


def told(data: bytes, *, is_web: bool = False) -> list[tuple[str, str]]:
    return [
        (one.name, one.text.split("\n\n")[-1].strip()) if isinstance(one, Captured) else (one.name, one.code)
        for one in sources_of(Item("n", data, is_web))
    ]


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), PAGE, docx(paragraph(TEXT)), pdf([TEXT[::-1]]), message()],
    ids=["text", "page", "docx", "pdf", "mail"],
)
def test_one_source_is_known_by_its_content(data: bytes) -> None:
    assert told(data) == [("n", TEXT)]


def test_each_entry_of_a_feed_is_a_source() -> None:
    (source,) = sources_of(Item("n", RSS.encode()))

    assert isinstance(source, Captured)
    assert (source.name, source.title, source.publisher) == ("https://s.example/1", "رودبار و لوکا", "سرو")
    assert source.text == f"رودبار و لوکا\n\n{TEXT}"


def test_attachments_are_sources_of_their_own() -> None:
    assert told(message(docx(paragraph(TEXT)), b"\x89PNG\r\n", message())) == [
        ("n", TEXT),
        ("n » 0", TEXT),
        ("n » 1", "binary"),
        ("n » 2", TEXT),
    ]


def test_messages_in_messages_end_somewhere() -> None:
    data = message()
    for _ in range(5):
        data = message(data)

    assert [code for _, code in told(data)] == [TEXT, TEXT, TEXT, "nested"]


@pytest.mark.parametrize(("is_web", "kind"), [(False, SourceKind.LETTER), (True, SourceKind.ARTICLE)])
def test_a_document_from_a_file_is_the_offices_own(is_web: bool, kind: SourceKind) -> None:
    (source,) = sources_of(Item("n", docx(paragraph(TEXT)), is_web))

    assert isinstance(source, Captured)
    assert source.kind is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (packed({"xl/workbook.xml": b"<x/>"}), "unknown_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "unknown_kind"),
        (b"<rss><channel></channel></rss>", "no_entries"),
        (warc([("https://a.example/", PAGE)]), "nested"),
        (docx(paragraph("")), "empty"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert told(data) == [("n", code)]


def test_archives_and_mailboxes_are_taken_apart(tmp_path: Path) -> None:
    archive, box, text = tmp_path / "a", tmp_path / "b", tmp_path / "c"
    archive.write_bytes(warc([("https://a.example/1", PAGE), ("https://a.example/2", PAGE)]))
    box.write_bytes(b"From a@b.example Mon Apr  7 10:00:00 2025\n" + message())
    text.write_text(TEXT, "utf-8")

    assert [len(list(items_in(path))) for path in (archive, box, text)] == [2, 1, 1]
    assert [is_archive(path) for path in (archive, box, text, tmp_path / "none")] == [True, True, False, False]
    assert [one.name for one in sources_in(archive)] == ["https://a.example/1", "https://a.example/2"]


def test_what_is_no_file_says_why(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 11)
    paths = (tmp_path, tmp_path / "none", tmp_path / "long")

    codes = [one.code for path in paths for one in sources_in(path, Limits(bytes=10)) if not isinstance(one, Captured)]

    assert codes == ["not_a_file", "missing", "too_large"]


def test_an_archive_without_pages_says_so(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(warc([("https://a.example/", PAGE)], status="404 Not Found"))

    assert [one.code for one in sources_in(tmp_path / "a") if not isinstance(one, Captured)] == ["no_entries"]


def test_a_file_may_be_asked_for_its_one_source(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(docx(paragraph(TEXT)))

    assert source_at(tmp_path / "a").text == TEXT
    with pytest.raises(UnreadableSource):
        source_at(tmp_path / "none")
