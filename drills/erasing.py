"""Words of persons erased: they are in no file of the installation any more, nor in a new backup or export, and
everything still holds.

    python -m drills.erasing --rounds 1000

Each round a member judges with a reason of their own; half of the reasons are then erased, one after another, while the
office works on.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from random import Random
from unittest.mock import patch

from django.conf import settings
from django.db import connection
from tests.factories.readings import SIGNED, VISIT, source

from drills import office
from drills.reporting import drill
from peyvand.records.custody.backup import make_backup
from peyvand.records.custody.exporting import ledger_lines
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import accept_all, propose
from peyvand.records.ledger import vault

_FEWEST_LETTERS, _MOST_LETTERS = 20, 900


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """Reasons given, half of them erased, and every place looked through."""
    office.opened()
    random, tally = Random(seed), Counter[str]()
    officer, head_of_office = office.staffed()
    erased, kept = {}, {}
    for turn in range(rounds):
        name = f"turn {turn}"
        words = _secret(turn, random)
        proposed = propose(*source(SIGNED, VISIT, name=name, title=name), by=officer)
        accept_all(proposed.keys[:1], by=officer, reason=words)
        (erased if random.random() < 0.5 else kept)[proposed.keys[0]] = words
    with nullcontext() if protected else _careless():
        for statement in erased:
            tally["erased"] += vault.erase(_verdicts_on(statement), by=head_of_office)
    tally["faults"] = len(verify().faults)
    everywhere = b"".join(_everything())
    tally["found again"] = sum(words.encode() in everywhere for words in erased.values())
    tally["lost"] = sum(words.encode() not in everywhere for words in kept.values())
    return tally


def failed(tally: Counter[str]) -> bool:
    return any(tally[name] for name in ("faults", "found again", "lost")) or not tally["erased"]


def _secret(turn: int, random: Random) -> str:
    letters = random.randrange(_FEWEST_LETTERS, _MOST_LETTERS)
    return f"secret {turn} " + "".join(random.choice("ابپتجچدرزسشعغفقکگلمنوهی") for _ in range(letters))


def _verdicts_on(statement: str) -> list[str]:
    return list(vault.Entry.objects.filter(subject=statement, kind="verdict").values_list("key", flat=True))


def _everything() -> Iterator[bytes]:
    """The bytes of the home, of a new backup, and of a new export."""
    with tempfile.TemporaryDirectory() as folder:
        make_backup(Path(folder))
        for place in (Path(settings.HOME), Path(folder)):
            yield from (path.read_bytes() for path in place.rglob("*") if path.is_file())
    yield from (json.dumps(line, ensure_ascii=False).encode() for line in ledger_lines())


@contextmanager
def _careless() -> Iterator[None]:
    """Rows deleted as a database usually does it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")
    with patch.object(vault, "forget", lambda *_: None):
        yield


if __name__ == "__main__":
    drill(run, failed, rounds=1_000)
