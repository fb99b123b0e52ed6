"""Writers of one SQLite store in the order in which they came.

SQLite itself lets whoever is refused try again after pauses that grow, so that an unlucky one waits through many
others. Here each takes the next number at a file beside the store, locks the byte of that number, and waits for the
byte before: so each waits for the one before, and for nobody else; and who dies gives the turn on.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

with suppress(ImportError):
    # Other systems keep to SQLite's own manner of waiting.
    from fcntl import F_OFD_SETLK, F_OFD_SETLKW, F_UNLCK, F_WRLCK, fcntl

_CAN_WAIT = "F_OFD_SETLK" in globals()
_SUFFIX = "-turn"
# The byte that whoever takes a number holds meanwhile, and the one of number 0.
_COUNTER, _FIRST = 1 << 50, 1 << 40
_DIGITS = 12


@contextmanager
def in_turn(connection: BaseDatabaseWrapper, *, seconds: float) -> Iterator[None]:
    """Hold the turn to write while the block runs; whoever is in a transaction has it already.

    Raises OperationalError where it does not come within so many seconds.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block or not _CAN_WAIT:
        yield
        return
    file, came = None, True
    # A disk without room takes no file; SQLite has the last word in any case.
    with suppress(OSError):
        file = os.open(f"{connection.settings_dict['NAME']}{_SUFFIX}", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        came = _comes(file, _take_number(file), seconds)
    try:
        if not came:
            raise OperationalError("database is locked: the turn to write did not come")
        yield
    finally:
        if file is not None:
            os.close(file)


def _take_number(file: int) -> int:
    _lock(file, _COUNTER, F_OFD_SETLKW)
    number = int(os.pread(file, _DIGITS, 0) or 0)
    os.pwrite(file, f"{(number + 1) % 10**_DIGITS:0{_DIGITS}d}".encode(), 0)
    _lock(file, _FIRST + number, F_OFD_SETLKW)
    _unlock(file, _COUNTER)
    return number


def _comes(file: int, number: int, seconds: float) -> bool:
    """Whether the one before is done within so many seconds."""
    before = _FIRST + number - 1
    with suppress(BlockingIOError):
        _lock(file, before, F_OFD_SETLK)
        return True
    # The system lets wait, but not for a given time: so another thread waits, and this one for it. Where that was in
    # vain it keeps the place until the one before is done, for who comes after waits for this place alone.
    waiting = Thread(target=_wait, args=(os.dup(file), before), daemon=True)
    waiting.start()
    waiting.join(seconds)
    return not waiting.is_alive()


def _wait(file: int, byte: int) -> None:
    _lock(file, byte, F_OFD_SETLKW)
    os.close(file)


def _lock(file: int, byte: int, how: int) -> None:
    fcntl(file, how, _flock(F_WRLCK, byte))


def _unlock(file: int, byte: int) -> None:
    fcntl(file, F_OFD_SETLK, _flock(F_UNLCK, byte))


def _flock(kind: int, byte: int) -> bytes:
    """The system's record of a lock on one byte of a file, counted from its beginning."""
    return struct.pack("hhqqi", kind, os.SEEK_SET, byte, 1, 0)
