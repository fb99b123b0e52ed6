"""Scheduled work, with the database as its queue: what is due is claimed, done, and put down for its next time.

Two workers at once never do one job together: a claim is one conditional update. Whoever dies leaves a claim that runs
out; the job is then done again, and each job can be.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from peyvand.records.agenda.models import Job

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]
# A claim that nobody gives back is open again after this.
_LEASE = timedelta(minutes=30)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
_LONGEST_FAULT = 500


@dataclass(frozen=True, slots=True)
class Work:
    """A kind of work: what it does, and how long after its end it is due again."""

    do: Callable[[], None]
    every: timedelta


@dataclass(frozen=True, slots=True)
class Ran:
    """One job that was run; ``fault`` is empty where it went well."""

    name: str
    fault: str = ""


def run_due(works: Mapping[str, Work], *, clock: Clock) -> Iterator[Ran]:
    """Run each job that is due and that nobody else is at. A failure is kept with its reason and tried again later."""
    for name, work in works.items():
        Job.objects.get_or_create(name=name, defaults={"due_at": clock()})
        if until := _claimed(name, clock()):
            yield _run(name, work, until, clock)


def _claimed(name: str, now: datetime) -> datetime | None:
    """Until when the job is this worker's; None where it is not due, or another's."""
    free = Q(held_until=None) | Q(held_until__lt=now)
    until = now + _LEASE
    return until if Job.objects.filter(free, name=name, due_at__lte=now).update(held_until=until) else None


def _run(name: str, work: Work, until: datetime, clock: Clock) -> Ran:
    fault = ""
    try:
        work.do()
    except Exception as failed:
        log.exception("the job %s failed", name)
        fault = f"{type(failed).__name__}: {failed}"[:_LONGEST_FAULT]
    job = Job.objects.get(pk=name)
    now = clock()
    failures = job.failures + 1 if fault else 0
    wait = min(_FIRST_WAIT * 2 ** min(failures - 1, 10), _LONGEST_WAIT) if fault else work.every
    # Where the claim ran out and another worker took the job over, it is that one's to put down.
    mine = Job.objects.filter(pk=name, held_until=until)
    mine.update(due_at=now + wait, held_until=None, ended_at=now, failures=failures, fault=fault)
    return Ran(name, fault)


@dataclass(frozen=True, slots=True)
class Health:
    """How scheduled work stands; ``late`` are jobs that should have been run an hour ago, as when no worker runs."""

    jobs: tuple[Job, ...]
    late: tuple[str, ...]

    @property
    def well(self) -> bool:
        return not self.late and not any(job.failures for job in self.jobs)


def health(now: datetime) -> Health:
    """Every job that ever ran, by name."""
    jobs = tuple(Job.objects.order_by("name"))
    late = tuple(job.name for job in jobs if job.due_at < now - timedelta(hours=1) and not _is_held(job, now))
    return Health(jobs, late)


def _is_held(job: Job, now: datetime) -> bool:
    return job.held_until is not None and job.held_until > now
