"""What ``peyvand watch`` does, once the store is open."""

from __future__ import annotations

import argparse

from django.db import DatabaseError
from django.utils import timezone

from peyvand.adapters.sources import REASONS
from peyvand.adapters.web.fetching import Fetcher
from peyvand.cli.intake import opened
from peyvand.cli.messages import _, answer, answer_text, say
from peyvand.cli.status import Status, Stopped
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.watching.actions import CannotWatch, NoSuchWatch, add_watch, remove_watch
from peyvand.records.watching.looking import Fetches, Looked, look_at_due
from peyvand.records.watching.models import Watch
from peyvand.records.watching.queries import standing
from peyvand.records.watching.reasons import unpacked


def run(options: argparse.Namespace) -> Status:
    """Do one of the four."""
    try:
        return _WHAT[options.what](options)
    except (NotAllowed, CannotWatch) as fault:
        raise Stopped(Status.WRONG_USAGE, str(fault)) from fault
    except NoSuchWatch as fault:
        raise Stopped(Status.WRONG_USAGE, _("The list has no entry %s.") % fault) from fault
    except DatabaseError as fault:
        raise Stopped(Status.NO_STORE, _("The store cannot be used: %s") % fault) from fault


def _add(options: argparse.Namespace) -> Status:
    by = opened(options.member, accept=False).by
    watch = add_watch(options.address, hours=options.every, by=by, now=timezone.now())
    say(_("%(number)d: %(address)s, every %(hours)d hours") % _facts(watch))
    return Status.WELL


def _remove(options: argparse.Namespace) -> Status:
    remove_watch(options.number, by=opened(options.member, accept=False).by, now=timezone.now())
    return Status.WELL


def _list(options: argparse.Namespace) -> Status:
    for watch in standing():
        if options.format == "json":
            answer(_facts(watch))
        else:
            told = f"  {_told(watch.reason)}" if watch.reason else ""
            answer_text(_("%(number)d: %(address)s, every %(hours)d hours") % _facts(watch) + told)
    return Status.WELL


def _facts(watch: Watch) -> dict[str, object]:
    return {
        "number": watch.pk,
        "address": watch.address,
        "hours": watch.hours,
        "added_by": str(watch.added_by),
        "next_at": watch.next_at.isoformat(),
        "failures": watch.failures,
        "reason": _told(watch.reason) if watch.reason else "",
    }


def _run(options: argparse.Namespace) -> Status:
    failed = False
    for looked in look_at_due(fetcher(), clock=timezone.now, everything=options.everything):
        failed |= looked.reason is not None
        say(_line(looked))
    return Status.SOME_FAILED if failed else Status.WELL


def fetcher() -> Fetches:
    """What fetches the pages."""
    return Fetcher()


def _line(looked: Looked) -> str:
    if looked.reason:
        return f"{looked.watch.address}: {_told(looked.watch.reason)}"
    facts = {
        "address": looked.watch.address,
        "proposed": len(looked.proposed),
        "silent": looked.silent,
        "failed": len(looked.failed),
    }
    return _("%(address)s: %(proposed)d proposed, %(silent)d that say nothing of a tie, %(failed)d not read") % facts


def _told(reason: str) -> str:
    code, details = unpacked(reason)
    return _(REASONS[code]).format(**details)


_WHAT = {"add": _add, "remove": _remove, "list": _list, "run": _run}
