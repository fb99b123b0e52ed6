"""Exit statuses, and the one way for a command to stop with a message."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    WELL = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    NOT_VERIFIED = 3
    NO_STORE = 4
    STOPPED = 130


class Stopped(Exception):
    """The command cannot go on: ``message`` is for the user, in the user's language."""

    def __init__(self, status: Status, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
