"""What a backup holds, as a text to be signed: when it was made, of which engine, and each file with its hash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import PurePosixPath

from peyvand.core.ledger.checkpoint import BadNote

_TITLE = "peyvand backup 1"
_FILE = re.compile(r"([0-9a-f]{64}) (0|[1-9][0-9]*) ([^\x00-\x1f\\]+)")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file: its place under the backup's folder, its size in bytes, and SHA-256 (hex) of them."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``engine`` is ``sqlite`` or ``postgresql``: what the copy of the database is a copy of."""

    made: datetime
    engine: str
    files: tuple[Listed, ...]

    @property
    def text(self) -> str:
        made = self.made.astimezone(UTC).isoformat(timespec="seconds")
        files = "".join(f"{file.sha256} {file.size} {file.path}\n" for file in self.files)
        return f"{_TITLE}\n{made}\n{self.engine}\n{files}"


def read_manifest(text: str) -> Manifest:
    """A manifest from its text. Raises `BadNote`."""
    title, made, engine, *files = text.removesuffix("\n").split("\n") + [""] * 3
    if title != _TITLE:
        raise BadNote("not the manifest of a backup")
    try:
        return Manifest(datetime.fromisoformat(made), engine, tuple(_listed(line) for line in files if line))
    except ValueError as fault:
        raise BadNote("not the manifest of a backup") from fault


def _listed(line: str) -> Listed:
    found = _FILE.fullmatch(line)
    if found is None or not _stays_inside(found[3]):
        raise ValueError(line)
    return Listed(found[3], int(found[2]), found[1])


def _stays_inside(path: str) -> bool:
    """Whether a path names a place under the folder, spelt in the one way."""
    plain = PurePosixPath(path)
    return not plain.is_absolute() and ".." not in plain.parts and str(plain) == path
