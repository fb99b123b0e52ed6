from __future__ import annotations

import io

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.inputs.mailboxes import messages
from peyvand.adapters.sources import Limits, UnreadableSource

START = b"From mina@a.example Mon Apr  7 10:00:00 2025\n"


def found(data: bytes, limits: Limits | None = None) -> list[object]:
    return [
        (one.name, one.data) if isinstance(one, Item) else (one.name, one.code)
        for one in messages(io.BytesIO(data), "box", limits or Limits())
    ]


def test_messages_are_cut_apart_where_they_begin() -> None:
    box = START + b"Subject: one\n\nFrom here on\n>From there\n\n" + START + b"Subject: two\n\nText\n"

    assert found(box) == [
        ("box#1", b"Subject: one\n\nFrom here on\nFrom there\n\n"),
        ("box#2", b"Subject: two\n\nText\n"),
    ]


def test_a_message_beyond_the_limit_does_not_hide_the_next() -> None:
    box = START + b"Subject: one\n\n" + b"x" * 100 + b"\n\n" + START + b"Subject: two\n"

    assert found(box, Limits(bytes=50)) == [("box#1", "too_large"), ("box#2", b"Subject: two\n")]


def test_a_line_without_end_is_no_burden() -> None:
    refused = next(messages(io.BytesIO(START + b"x" * 5_000_000), "box", Limits(bytes=1_000)))

    assert isinstance(refused, UnreadableSource)
