"""Files made for one visitor: written to the disk as they grow, then sent, so that no request holds them in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import SpooledTemporaryFile
from threading import BoundedSemaphore
from typing import BinaryIO, cast

from django.http import FileResponse

# What is smaller stays in memory.
_IN_MEMORY = 4 * 1024 * 1024
# Whoever asks for many files at once must not keep the pages from everybody else.
_AT_ONCE = 2
_turns = BoundedSemaphore(_AT_ONCE)


class Busy(Exception):
    """As many files are being made as this process makes at a time."""


def made(name: str, media_type: str, write: Callable[[BinaryIO], object]) -> FileResponse:
    """The answer with a file of this name, once ``write`` has written it whole. Raises `Busy`, and what it raises."""
    file = cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - the answer closes it
    try:
        with _turn():
            write(file)
    except BaseException:
        file.close()
        raise
    size = file.tell()
    file.seek(0)
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=media_type)
    answer.headers["Content-Length"] = str(size)
    return answer


@contextmanager
def _turn() -> Iterator[None]:
    if not _turns.acquire(blocking=False):
        raise Busy
    try:
        yield
    finally:
        _turns.release()
