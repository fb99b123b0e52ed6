"""Files that are whole or not there at all."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put a file in its place so that, whatever happens, it is found as it was or as it should be. Raises OSError."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with fresh.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)


def write_once(path: Path, data: bytes) -> None:
    """Put a file that only its owner may read in its place, unless one is there: whoever comes second finds the first
    one's, and nobody, after a power cut neither, finds half of it. Raises OSError."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):
            # Linked whole, and never in the place of another.
            os.link(fresh, path)
    finally:
        fresh.unlink()
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """See to it that a file's bytes outlive a power cut."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """SHA-256 (hex) of a file's bytes."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
