"""One process that writes to the ledger of its home and says so: ``python -m drills.writer NAME [early|hasty]``.

It enters and accepts one source after another and prints the capture of each once it has been acknowledged; ``early``
prints it before the commit, as nobody should, and ``hasty`` commits without waiting for the disk, as nobody should
either. When a write fails it prints ``failed`` and how many sources it still
reads, waits for a line, and goes on: until the end of its input, or until it is killed.
"""

from __future__ import annotations

import resource
import sys
import time
from itertools import count
from unittest.mock import patch

from django.db import DatabaseError, connection
from tests.factories.readings import SIGNED, VISIT, source

from drills import office
from peyvand.core.ledger.statement import capture_of
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger import actions as log
from peyvand.records.ledger.models import Source


def main(name: str, how: str) -> None:
    if how == "hasty":
        connection.settings_dict["OPTIONS"]["init_command"] += " PRAGMA synchronous=NORMAL;"
        patch.object(log, "assert_sound", lambda: None).start()
    office.opened()
    (by, _) = office.staffed()
    for turn in count():
        try:
            _write(f"{name} {turn}", by, early=how == "early")
        except (DatabaseError, OSError):
            _say(f"failed {Source.objects.count()}")
            if not sys.stdin.readline():
                return
            _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def _write(name: str, by: Member, *, early: bool) -> None:
    captured, reading = source(SIGNED, VISIT, name=name, title=name)
    with log.writing():
        accept_reading(captured, reading, by=by)
        if early:
            _say(capture_of(captured.text))
            # A slow disk: whoever believes the word has time to act on it.
            time.sleep(0.5)
    if not early:
        _say(capture_of(captured.text))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], *sys.argv[2:] or [""])
