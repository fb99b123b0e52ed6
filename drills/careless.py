"""``peyvand`` with one protection taken away, to see what happens: ``python -m drills.careless WHICH ARGUMENTS``."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import nullcontext
from types import SimpleNamespace
from unittest.mock import patch

from django.db import connection

from peyvand.cli.main import main
from peyvand.records.accounts import throttle
from peyvand.records.accounts.models import LoginTries
from peyvand.records.intake import actions
from peyvand.records.ledger import actions as log
from peyvand.records.ledger import guard

_NO_QUEUE = patch.object(log, "in_turn", lambda *_, **__: nullcontext())


def _unimmediate() -> None:
    """A change takes its right to write when it first writes, as the framework has it unless told otherwise."""
    connection.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"


def _counted_apart(key: str, hour: int) -> int:
    """A counter as it is often written: read, add one, write, while others do the same."""
    row, _created = LoginTries.objects.get_or_create(key=key, hour=hour)
    time.sleep(0.01)
    LoginTries.objects.filter(pk=row.pk).update(tries=row.tries + 1)
    return row.tries + 1


# By what is missed: a verdict has to answer one that stands; writers queue; a change has its right to write from the
# beginning; tries are counted in one step, in a transaction that nobody else is in.
PATCHES: dict[str, list[Callable[[], object]]] = {
    "answers": [patch.object(actions, "_follow", lambda *_: None).start],
    "counting": [
        patch.object(throttle, "_tries", _counted_apart).start,
        patch.object(throttle, "transaction", SimpleNamespace(atomic=nullcontext)).start,
    ],
    "turns": [_NO_QUEUE.start],
    "immediate": [
        _unimmediate,
        _NO_QUEUE.start,
        patch.object(log, "assert_sound", lambda: None).start,
        patch.object(guard, "store_faults", list).start,
    ],
}

if __name__ == "__main__":
    for take_away in PATCHES[sys.argv.pop(1)]:
        take_away()
    sys.exit(main(sys.argv[1:]))
