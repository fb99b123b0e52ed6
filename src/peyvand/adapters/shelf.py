"""Files that people brought, in one folder, each under the hash of what it is: no name that a person gave reaches the
disk, and what is there is whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from peyvand.adapters.files import write_whole

_KEY = re.compile(r"[0-9a-f]{64}(?:\.[a-z]{1,8})?")


class Shelf:
    """The folder is made where it is missing, for its owner alone."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a key: a SHA-256 (hex), perhaps with a suffix. Raises ValueError for any other, OSError."""
        write_whole(self._path(key), data)

    def get(self, key: str) -> bytes | None:
        """The bytes of a key; None where nothing is kept under it, or where it is no key."""
        with suppress(FileNotFoundError, ValueError):
            return self._path(key).read_bytes()
        return None

    def has(self, key: str) -> bool:
        """Whether something is kept under a key."""
        return _KEY.fullmatch(key) is not None and self._path(key).is_file()

    def touched(self, key: str) -> float:
        """When what is kept under a key was last put there, in seconds of the epoch. Raises FileNotFoundError."""
        return self._path(key).stat().st_mtime

    def kept(self) -> Iterator[str]:
        """What is kept, in no order."""
        yield from (path.name for path in list(self._folder.iterdir()) if _KEY.fullmatch(path.name))

    def drop(self, key: str) -> None:
        """Forget what is kept under a key, if anything is."""
        self._path(key).unlink(missing_ok=True)

    def _path(self, key: str) -> Path:
        if not _KEY.fullmatch(key):
            raise ValueError(f"no key of a shelf: {key!r}")
        return self._folder / key
