"""Mailboxes (mbox): messages one by one, however long the file is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from peyvand.adapters.inputs.items import Item
from peyvand.adapters.sources import Limits, UnreadableSource

_LINE = 1_000_000
# Sender and moment: other lines that begin so are sentences.
_BEGINS = re.compile(rb"From \S{1,300} [^\n]{0,100}\d\d:\d\d")


def messages(file: BinaryIO, name: str, limits: Limits) -> Iterator[Item | UnreadableSource]:
    """The messages of a mailbox, named by their number; those longer than the limit are refused one by one."""
    number, held, size = 0, bytearray(), 0
    after_gap = True
    while line := file.readline(_LINE):
        if after_gap and _BEGINS.match(line):
            if number:
                yield _message(held, size, f"{name}#{number}", file.tell(), limits)
            number, held, size = number + 1, bytearray(), 0
        else:
            size += len(line)
            if size <= limits.bytes:
                held += line[1:] if line.startswith(b">From ") else line
        after_gap = not line.strip()
    if number:
        yield _message(held, size, f"{name}#{number}", file.tell(), limits)


def _message(held: bytearray, size: int, name: str, at: int, limits: Limits) -> Item | UnreadableSource:
    if size > limits.bytes:
        return UnreadableSource(name, "too_large", limit=limits.bytes)
    return Item(name, bytes(held), at=at)
