"""What is asked of PostgreSQL, without one: the records' suite runs on a real one."""

from __future__ import annotations

from typing import Any

import pytest

from peyvand.adapters.engines import postgres


class Cursor:
    """Answers every question with the same row, and remembers the questions."""

    def __init__(self, row: tuple[Any, ...]) -> None:
        self.row, self.asked = row, []  # type: ignore[var-annotated]

    def __enter__(self) -> Cursor:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def cursor(self) -> Cursor:
        return self

    def execute(self, question: str, values: object = None) -> None:
        self.asked.append((question, values))

    def fetchone(self) -> tuple[Any, ...]:
        return self.row


@pytest.mark.parametrize(("setting", "faults"), [("on", []), ("off", ["PostgreSQL's synchronous_commit is off"])])
def test_commit_that_does_not_wait_for_the_disk_is_a_fault(setting: str, faults: list[str]) -> None:
    assert postgres.unsound_settings(Cursor((setting,))) == faults  # type: ignore[arg-type]


def test_appends_wait_for_one_lock() -> None:
    server = Cursor(())

    postgres.lock_appends(server)  # type: ignore[arg-type]
    postgres.lock_appends(server)  # type: ignore[arg-type]

    assert server.asked[0] == server.asked[1]
