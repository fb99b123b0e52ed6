from __future__ import annotations

import gzip

import pytest

from peyvand.adapters.inputs.kinds import Kind, kind_of


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.4\n", Kind.PDF),
        (b"\n\n%PDF-1.4\n", Kind.PDF),
        (b"PK\x03\x04rest", Kind.PACKED),
        (b"WARC/1.0\r\n", Kind.WARC),
        (gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo", mtime=0), Kind.WARC),
        (gzip.compress(b"a text", mtime=0), Kind.UNKNOWN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", Kind.UNKNOWN),
        (b'<?xml version="1.0"?>\n<!-- made by -->\n<rss version="2.0">', Kind.FEED),
        (b"\xef\xbb\xbf<feed xmlns='http://www.w3.org/2005/Atom'>", Kind.FEED),
        (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', Kind.FEED),
        ("\ufeff<rss>".encode("utf-16-le"), Kind.FEED),
        (b"<!DOCTYPE rss [<!ENTITY a '" + b"a" * 9_000, Kind.FEED),
        (b"From mina@a.example Mon Apr  7 10:00:00 2025\nFrom: mina@a.example\n", Kind.MAILBOX),
        (b"From: mina@a.example\r\nSubject: visit\r\n\r\nText", Kind.MESSAGE),
        (b"Received: by a\n\tfor b\nDate: Mon, 7 Apr 2025 10:00:00 +0330\n\nText", Kind.MESSAGE),
        (b"<html><p>rss", Kind.TEXT),
        (b"Subject: only this\n\nText", Kind.TEXT),
        (b"Date: today\nand From: yesterday on", Kind.TEXT),
        ("شهردار گفت: خبر\n".encode(), Kind.TEXT),
        (b"", Kind.TEXT),
    ],
)
def test_bytes_are_what_they_begin_as(head: bytes, kind: Kind) -> None:
    assert kind_of(head) is kind
