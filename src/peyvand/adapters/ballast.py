"""Room kept back on the disk, to be given up when nothing else is left: SQLite cannot even be read without a little.

A file of nothing lies in the installation's folder. Whoever finds the disk full when opening the store takes it away,
and the site can start, show what it has, and be put in order.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

_NAME = "ballast"
# Below it, whatever goes wrong with the store is put down to the disk.
_FULL_BYTES = 1024 * 1024
# It is kept only where that takes a small part of what is left.
_LEAST_TIMES = 8


def keep(folder: Path, size: int) -> bool:
    """Keep so many bytes back, where they are not kept yet and there is plenty of room; whether they are now."""
    path = folder / _NAME
    if path.exists():
        return True
    if size <= 0 or shutil.disk_usage(folder).free < size * _LEAST_TIMES:
        return False
    handle = os.open(path, os.O_CREAT | os.O_WRONLY, 0o600)
    try:
        _fill(handle, size)
    except OSError:
        path.unlink()
        return False
    finally:
        os.close(handle)
    return True


def release(folder: Path) -> bool:
    """Give the room up where the disk is full; whether there was any to give up."""
    if shutil.disk_usage(folder).free >= _FULL_BYTES or not (folder / _NAME).exists():
        return False
    (folder / _NAME).unlink()
    return True


def _fill(handle: int, size: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, size)
    else:
        os.write(handle, bytes(size))
    os.fsync(handle)
