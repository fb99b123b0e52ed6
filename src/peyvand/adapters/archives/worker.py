"""A process that reads items for another one: pickled frames in by standard input, outcomes out by standard output.

`Worker` is the other end: it starts the process, and starts another where a page hung it up or somebody killed it.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import struct
import subprocess
import sys
from collections.abc import Sequence
from typing import IO, Any

from peyvand.adapters.archives.bounds import Bounds
from peyvand.adapters.archives.reading import failed, read_item
from peyvand.adapters.archives.rows import Outcome
from peyvand.adapters.inputs import Item

_LENGTH = struct.Struct("<Q")
# A worker ends a page at its limit by itself; one that does not is ended from outside after so many seconds more.
_GRACE = 5
# Reading the words of all languages and the places of the world comes before the first page.
_TO_START = 60


def main() -> None:
    """Read items until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    frames, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Nothing that a library prints may get between the frames.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while (frame := _receive(frames)) is not None:
        item, bounds = frame
        _send(answers, read_item(item, bounds))


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    """The next value; None where the stream has ended, in the midst of one or not."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    return pickle.loads(data) if len(data) == length else None


class Worker:
    """A reading process at our service."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.process: subprocess.Popen[bytes] | None = None

    def read(self, items: Sequence[Item]) -> list[Outcome]:
        """The outcomes of items in their order. A process that ends over an item is tried once more with it."""
        return [self._read(item) or self._read(item) or failed(item, "broken_off") for item in items]

    def close(self) -> None:
        """Let the process go."""
        if self.process:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream:
                    stream.close()
        self.process = None

    def _read(self, item: Item) -> Outcome | None:
        """None where the process ended."""
        is_new = self.process is None
        process = self.process or self._started()
        assert process.stdin
        assert process.stdout
        try:
            _send(process.stdin, (item, self.bounds))
            patience = self.bounds.seconds + _GRACE + (_TO_START if is_new else 0)
            if not select.select([process.stdout], [], [], patience)[0]:
                self.close()
                return failed(item, "too_slow", limit=self.bounds.seconds)
            outcome: Outcome | None = _receive(process.stdout)
        except OSError:
            outcome = None
        if outcome is None:
            self.close()
        return outcome

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "peyvand.adapters.archives.worker"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self.process


if __name__ == "__main__":
    main()
