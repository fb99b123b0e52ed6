"""What ``peyvand worker`` does, once the store is open."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import timedelta

from django.db import close_old_connections, connection
from django.utils import timezone

from peyvand.adapters.search import INDEX
from peyvand.adapters.web.fetching import Fetcher
from peyvand.cli.messages import _, say
from peyvand.cli.status import Status
from peyvand.records.agenda.digests import send_digests, write_digests
from peyvand.records.agenda.jobs import Work, run_due
from peyvand.records.agenda.remarks import note_clubs
from peyvand.records.register.actions import refresh
from peyvand.records.watching.looking import look_at_due

# Letters are written from this hour of the office's day on.
_MORNING = 7


def run(*, once: bool, seconds: int) -> Status:
    """Look for due work again and again; `once` leaves after the first look."""
    works = jobs()
    while True:
        failed = False
        for ran in run_due(works, clock=timezone.now):
            failed = failed or bool(ran.fault)
            told = _("%(job)s: %(fault)s") if ran.fault else _("%(job)s: done")
            say(told % {"job": ran.name, "fault": ran.fault})
        if once:
            return Status.SOME_FAILED if failed else Status.WELL
        close_old_connections()
        time.sleep(seconds)


def jobs() -> Mapping[str, Work]:
    """All scheduled work. Each may be run twice without harm."""
    return {
        "fold": Work(_fold, timedelta(hours=1)),
        "watch": Work(_watch, timedelta(minutes=10)),
        "write digests": Work(_write, timedelta(minutes=30)),
        "send digests": Work(_send, timedelta(minutes=5)),
        "settle search": Work(_settle, timedelta(days=1)),
    }


def _fold() -> None:
    """What a new day changes: plans that are past, ties that have grown stale."""
    refresh()
    note_clubs()


def _watch() -> None:
    for _looked in look_at_due(Fetcher(), clock=timezone.now):
        pass


def _write() -> None:
    now = timezone.localtime()
    if now.hour >= _MORNING:
        write_digests(now.date())


def _send() -> None:
    send_digests()


def _settle() -> None:
    """What many small changes left of the search's index is put together, so that it is found as fast as at first."""
    INDEX.settle(connection)
