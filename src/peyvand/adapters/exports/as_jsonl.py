"""The bonds as ``show`` gives them, a line each; the first line is the head."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from peyvand.adapters.exports.as_json import exported_json
from peyvand.adapters.exports.model import Exported, Head


@dataclass(frozen=True, slots=True)
class JsonLines:
    name: str = "jsonl"
    media_type: str = "application/x-ndjson"
    suffix: str = ".jsonl"

    def write(self, head: Head, bonds: Iterable[Exported], out: BinaryIO) -> None:
        """A program can take it in line by line, however long it is."""
        _line({"peyvand": "bonds/1", **head.facts()}, out)
        for exported in bonds:
            _line(exported_json(exported), out)


def _line(value: dict[str, object], out: BinaryIO) -> None:
    out.write(json.dumps(value, ensure_ascii=False).encode() + b"\n")


WRITER = JsonLines()
