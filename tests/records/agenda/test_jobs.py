from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from peyvand.records.agenda.jobs import Ran, Work, health, run_due
from peyvand.records.agenda.models import Job

pytestmark = pytest.mark.django_db
NOON = datetime(2025, 4, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Clockwork:
    """A clock that stands still until it is moved, and work that counts how often it is done."""

    def __init__(self) -> None:
        self.now, self.done, self.broken = NOON, 0, False

    def work(self) -> None:
        self.done += 1
        if self.broken:
            raise OSError("no mail server")

    def run(self) -> list[Ran]:
        return list(run_due({"letters": Work(self.work, HOUR)}, clock=lambda: self.now))


def test_work_is_done_when_it_is_due_and_not_before() -> None:
    clock = Clockwork()
    assert [clock.run(), clock.run()] == [[Ran("letters")], []]
    clock.now += HOUR

    assert (clock.run(), clock.done) == ([Ran("letters")], 2)


def test_what_somebody_else_is_at_is_left_to_them_until_they_are_dead() -> None:
    clock = Clockwork()
    clock.run()
    clock.now += HOUR
    Job.objects.update(held_until=clock.now + timedelta(minutes=5))
    assert clock.run() == []
    clock.now += timedelta(minutes=6)

    assert clock.run() == [Ran("letters")]


def test_a_failure_is_kept_and_tried_again_ever_more_slowly() -> None:
    clock = Clockwork()
    clock.broken = True
    waits = []
    for _ in range(3):
        assert clock.run() == [Ran("letters", "OSError: no mail server")]
        job = Job.objects.get()
        waits.append(job.due_at - clock.now)
        clock.now = job.due_at
    clock.broken = False

    assert waits == [timedelta(minutes=1), timedelta(minutes=2), timedelta(minutes=4)]
    assert (health(clock.now).well, clock.run(), health(clock.now).well) == (False, [Ran("letters")], True)


def test_work_that_nobody_does_is_late() -> None:
    clock = Clockwork()
    clock.run()

    assert health(NOON + HOUR).late == ()
    assert health(NOON + 3 * HOUR).late == ("letters",)


def test_whoever_was_too_slow_does_not_put_down_the_work_of_another() -> None:
    clock = Clockwork()

    def slow() -> None:
        clock.now += HOUR
        clock.run()

    assert list(run_due({"letters": Work(slow, 2 * HOUR)}, clock=lambda: clock.now)) == [Ran("letters")]
    assert (Job.objects.get().due_at, clock.done) == (NOON + 2 * HOUR, 1)
