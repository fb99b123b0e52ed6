"""Sources of every kind, read by one command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.archives import warc
from tests.factories.documents import docx, paragraph, pdf

TEXT = "پیمان خواهرخواندگی اصفهان و کازان روز ۲۰ فروردین ۱۴۰۴ در کاخ چهلستون امضا شد."
PAGE = f"<html><h1>پیمان دو شهر</h1><p>{TEXT}</p></html>".encode()
RSS = f"<rss><channel><item><title>پیمان دو شهر</title><description>{TEXT}</description></item></channel></rss>"
KINDS = {
    "a.txt": TEXT.encode(),
    "b.html": PAGE,
    "c.docx": docx(paragraph(TEXT)),
    "d.rss": RSS.encode(),
    "e.eml": f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n".encode(),
    "f.warc.gz": warc([("https://a.example/1", PAGE)]),
}


def test_a_folder_is_read_whatever_its_files_are(peyvand: Run, tmp_path: Path) -> None:
    for name, data in KINDS.items():
        (tmp_path / name).write_bytes(data)

    status, out, _err = peyvand("read", tmp_path)

    read = [json.loads(line) for line in out.splitlines()]
    said = [[(one["event"], one["date"]) for one in source["statements"]] for source in read]
    assert (status, said) == (0, [[("signing", "2025-04-09")]] * len(KINDS))


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(peyvand: Run, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([], scanned=True))
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")

    status, out, err = peyvand("read", tmp_path)

    assert (status, len(out.splitlines())) == (1, 1)
    assert err.startswith(f"{tmp_path}/a.pdf: The document holds pictures of its pages and no text.")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "https://localhost/", "http://2130706433/"])
def test_inner_addresses_are_never_asked(peyvand: Run, address: str) -> None:
    status, out, err = peyvand("read", address)

    assert (status, out) == (1, "")
    assert err.startswith(address)
