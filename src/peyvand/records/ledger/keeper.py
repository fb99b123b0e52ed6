"""Checkpoints that follow the writes by themselves.

One thread of each process that writes: a slow disk or a folder that hangs never holds up a write, and a checkpoint that
fails never fails one. At most a minute, or a thousand entries, lie after the newest checkpoint; the end of a process
waits for a last one.
"""

from __future__ import annotations

import atexit
import logging
import time
from threading import Condition, Thread

from django.conf import settings
from django.db import connection

from peyvand.records.ledger import checkpoints

_ENTRIES = 1_000
_SECONDS = 60.0
# A long import would else write a file for every thousand of a million entries.
_LEAST_SECONDS = 1.0
_LAST_WAIT = 10.0

log = logging.getLogger(__name__)


class Keeper:
    """Sees to it that what is in the log is soon covered by a checkpoint."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._thread: Thread | None = None
        self._size = 0
        self._covered = 0
        # The size of the log, and the moment, when a checkpoint was last tried for.
        self._tried = 0
        self._tried_at = float("-inf")
        self._leaving = False

    def note(self, size: int) -> None:
        """The log has grown to this size, and is committed. Takes microseconds and never raises."""
        if not settings.CHECKPOINTS_FOLLOW_WRITES:
            return
        with self._changed:
            self._size = max(self._size, size)
            if self._thread is None or not self._thread.is_alive():
                # A thread does not come along when a process is forked.
                self._thread = Thread(target=self._run, name="checkpoints", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def flush(self) -> bool:
        """Write what is due now rather than in a minute, and wait for it; whether all is covered."""
        with self._changed:
            self._leaving = True
            self._changed.notify_all()
            self._changed.wait_for(lambda: max(self._covered, self._tried) >= self._size, _LAST_WAIT)
            return self._covered >= self._size

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._size > self._covered)
                self._changed.wait_for(self._presses, timeout=self._tried_at + _SECONDS - time.monotonic())
                size = self._size
            covered = _write()
            with self._changed:
                self._covered = max(covered, self._covered)
                self._tried, self._tried_at = size, time.monotonic()
                self._changed.notify_all()
                self._changed.wait_for(lambda: self._leaving, timeout=_LEAST_SECONDS)

    def _presses(self) -> bool:
        return self._size > self._tried and (self._leaving or self._size - self._tried >= _ENTRIES)


def _write() -> int:
    """The size that the new checkpoint covers; 0 where it could not be written, which the log tells."""
    try:
        written = checkpoints.write()
    except Exception:
        log.exception("the ledger has grown and no checkpoint could be written")
        return 0
    else:
        for folder, reason in written.failed:
            log.error("no checkpoint in %s: %s", folder, reason)
        return written.checkpoint.size
    finally:
        connection.close()


keeper = Keeper()
atexit.register(keeper.flush)
