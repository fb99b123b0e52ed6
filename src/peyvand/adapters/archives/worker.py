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
_TO_START = 600


def main() -> None:
    """Read items until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    frames, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Nothing that a library prints may get between the frames.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while (frame := _receive(frames)) is not None:
        items, bounds = frame
        for item in items:
            _send(answers, read_item(item, bounds))


def _send(stream: IO[bytes], value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    left = memoryview(_LENGTH.pack(len(data)) + data)
    while left:
        left = left[stream.write(left) :]
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    """The next value; None where the stream has ended, in the midst of one or not."""
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    data = _exactly(stream, *_LENGTH.unpack(head))
    return None if data is None else pickle.loads(data)


def _exactly(stream: IO[bytes], length: int) -> bytes | None:
    """So many bytes and not one more, which would be lost to whoever waits for the next; None at the stream's end."""
    data = bytearray()
    while len(data) < length:
        some = stream.read(length - len(data))
        if not some:
            return None
        data += some
    return bytes(data)


class Worker:
    """A reading process at our service."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.process: subprocess.Popen[bytes] | None = None

    def read(self, items: Sequence[Item]) -> list[Outcome]:
        """The outcomes of items in their order. An item over which a process ended is tried once more."""
        outcomes: list[Outcome] = []
        ended_over = -1
        while len(outcomes) < len(items):
            outcomes += self._read(items[len(outcomes) :])
            if len(outcomes) == ended_over:
                outcomes.append(failed(items[ended_over], "broken_off"))
            ended_over = len(outcomes)
        return outcomes

    def close(self) -> None:
        """Let the process go."""
        if self.process:
            self.process.kill()
            self.process.wait()
            for stream in (self.process.stdin, self.process.stdout):
                if stream:
                    stream.close()
        self.process = None

    def _read(self, items: Sequence[Item]) -> list[Outcome]:
        """Outcomes up to where the process ended, or hung and was ended. It is handed all items at once: neither side
        waits for the other between two pages."""
        patience = self.bounds.patience + _GRACE + (0 if self.process else _TO_START)
        process = self.process or self._started()
        assert process.stdin
        assert process.stdout
        outcomes: list[Outcome] = []
        try:
            _send(process.stdin, (items, self.bounds))
            while len(outcomes) < len(items):
                if not select.select([process.stdout], [], [], patience)[0]:
                    self.close()
                    return [*outcomes, failed(items[len(outcomes)], "too_slow", limit=self.bounds.seconds)]
                outcome = _receive(process.stdout)
                if outcome is None:
                    break
                outcomes.append(outcome)
                patience = self.bounds.patience + _GRACE
        except OSError:
            pass
        if len(outcomes) < len(items):
            self.close()
        return outcomes

    def _started(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "peyvand.adapters.archives.worker"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        return self.process


if __name__ == "__main__":
    main()
