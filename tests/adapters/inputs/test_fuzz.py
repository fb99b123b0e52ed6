"""Inputs spoiled at random: each ends in sources or in a reason, never in a fault of ours."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories.archives import warc
from tests.factories.documents import docx, header, paragraph

from peyvand.adapters.inputs import Item, sources_of
from peyvand.adapters.inputs.mailboxes import messages
from peyvand.adapters.inputs.warc import pages
from peyvand.adapters.sources import Captured, Limits, UnreadableSource

TEXT = "شهرداران دو شهر پیمان دوستی را دیروز در تالار شهرداری رودبار امضا کردند."
PAGE = f"<html><title>دو شهر</title><h1>دو شهر</h1><p>{TEXT}</p></html>".encode()
MAIL = (
    "From: a@b.example\nSubject: =?utf-8?B?2b7bjNmF2KfZhg==?=\nDate: Mon, 07 Apr 2025 09:00:00 +0330\n"
    f"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n{TEXT}\n"
    f"--x\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<html><p>{TEXT}</p>\n--x--\n"
).encode()
SOUND = {
    "page": PAGE,
    "docx": docx(paragraph(TEXT), parts={"word/header1.xml": header(paragraph("سربرگ"))}),
    "feed": (
        f"<rss><channel><title>ا</title><item><title>ب</title><description>{TEXT}</description></item></channel></rss>"
    ).encode(),
    "mail": MAIL,
    "mailbox": b"From a@b.example Mon Apr  7 10:00:00 2025\n" + MAIL,
    "warc": warc([("https://a.example/1", PAGE), ("https://a.example/2", PAGE)]),
    "plain warc": warc([("https://a.example/1", PAGE), ("https://a.example/2", PAGE)], packed=False),
}
SPOILING = st.lists(
    st.tuples(
        st.floats(0, 1, exclude_max=True),
        st.sampled_from(["cut", "drop", "double", "flip", "put"]),
        st.binary(max_size=9),
    ),
    min_size=1,
    max_size=6,
)


def spoiled(data: bytes, faults: list[tuple[float, str, bytes]]) -> bytes:
    for where, how, put in faults:
        at = int(where * len(data))
        if how == "cut":
            data = data[:at]
        elif how == "drop":
            data = data[:at] + data[at + 7 :]
        elif how == "double":
            data = data[:at] + data[at : at + 300] + data[at:]
        elif how == "flip" and data:
            data = data[:at] + bytes([data[at] ^ 0x20]) + data[at + 1 :]
        else:
            data = data[:at] + put + data[at:]
    return data


def everything(data: bytes) -> Iterator[Captured | UnreadableSource]:
    limits = Limits()
    yield from sources_of(Item("n", data), limits)
    for cut in (pages, messages):
        for one in cut(io.BytesIO(data), "n", limits):
            yield from sources_of(one, limits) if isinstance(one, Item) else [one]


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=150, deadline=None)
@given(faults=SPOILING)
def test_a_spoiled_input_ends_in_sources_or_reasons(kind: str, faults: list[tuple[float, str, bytes]]) -> None:
    assert all(isinstance(one, Captured | UnreadableSource) for one in everything(spoiled(SOUND[kind], faults)))
