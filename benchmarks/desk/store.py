"""The store that the desk's pages are measured over, made once: ``python -m benchmarks.desk.store STAGE FOLDER``.

So many bonds and statements of the imagined world of `benchmarks.ledger`, judged and folded; cases of some bonds,
with what members recorded; the search's index. One stage a process, in this order: enter, judge, fold, cases, index,
plain (which is the anchor's).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from random import Random
from unittest import mock

BONDS = int(os.environ.get("DESK_BONDS", "50000"))
STATEMENTS = int(os.environ.get("DESK_STATEMENTS", "500000"))
# An office has some tens of cases open at a time.
_SEED, _CASES = 11, 25

if __name__ == "__main__":
    from peyvand.config.django import prepare

    prepare()

from django.conf import settings  # noqa: E402 - models need the settings
from django.db import connection  # noqa: E402

from benchmarks.ledger.entering import import_all, judge_all, member, rebuild_all  # noqa: E402
from benchmarks.ledger.measuring import Figures, memory_mib, spent  # noqa: E402
from benchmarks.ledger.world import write_world  # noqa: E402
from peyvand import lexicon  # noqa: E402
from peyvand.core.ledger.words import Instrument  # noqa: E402
from peyvand.records.casework import actions as casework  # noqa: E402
from peyvand.records.casework.queries import case_view  # noqa: E402
from peyvand.records.ledger import following  # noqa: E402
from peyvand.records.register.models import Bond  # noqa: E402
from peyvand.records.register.rows import read_bond  # noqa: E402
from peyvand.records.search import actions as search  # noqa: E402
from peyvand.records.search.models import Item  # noqa: E402


def world(folder: Path) -> Path:
    """The world's file."""
    return write_world(folder, STATEMENTS, _SEED, BONDS)


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody follows: what would be told of each source is made once, at the end."""
    with mock.patch.object(following, "_followers", []):
        yield


def _enter(folder: Path) -> Figures:
    with _alone():
        return import_all(world(folder))


def _judge(folder: Path) -> Figures:
    with _alone():
        return judge_all(world(folder))


def _fold(folder: Path) -> Figures:
    with _alone():
        return rebuild_all(folder)


def _cases(_folder: Path) -> Figures:
    """Cases of bonds chosen by lot, each with a first step asked for where its procedure has one."""
    random, by = Random(_SEED), member()
    pairs = list(Bond.objects.filter(audience="office").order_by("slug").values_list("place_a", "place_b"))
    today = date.today()  # noqa: DTZ011 - the day of the run is the day that pages answer for
    with _alone(), spent() as opening:
        for place, partner in random.sample(pairs, min(_CASES, len(pairs))):
            on = today - timedelta(days=random.randrange(400))
            case = casework.open_case(place, partner, instrument=Instrument.SISTER_CITY, by=by, on=on)
            view = case_view(case.pk, by, language="fa")
            step = next((track[0].step.key for track in view.plan.tracks[:1] if track), None) if view else None
            if step:
                casework.ask(case, 0, step, on=on, by=by, follows=None)
    return {"cases": min(_CASES, len(pairs)), "cases_cpu_s": opening.cpu}


def _index(_folder: Path) -> Figures:
    with spent() as building:
        search.build()
    return {"items": Item.objects.count(), "index_cpu_s": building.cpu, "index_memory_mib": memory_mib()}


def _plain(_folder: Path) -> Figures:
    """The anchor's table and its index: the same bonds in plain columns, with words that some of them share."""
    names = lexicon.gazetteer().name
    with connection.cursor() as cursor:
        for statement in _PLAIN:
            cursor.execute(statement)
        for number, row in enumerate(Bond.objects.filter(audience="public").order_by("slug").iterator(), start=1):
            bond = read_bond(row)
            a, b = (names(place, "en") for place in bond.places)
            standing, days = bond.sides[0].standing, [event.earliest for event in bond.events if event.earliest]
            told = ". ".join(f"{a} and {b}: {event.event} {event.date or ''}" for event in bond.events)
            since = min(days).isoformat() if days else None
            values = [number, row.slug, a, b, row.slug[-2:], str(standing.state), since, row.statements, told]
            cursor.execute(f"INSERT INTO plain_tie VALUES ({', '.join(['%s'] * len(values))})", values)
        cursor.execute(
            "INSERT INTO plain_fts (rowid, city, partner, told) SELECT id, city, partner, told FROM plain_tie"
        )
    return {"plain": number}


_PLAIN = (
    "DROP TABLE IF EXISTS plain_tie",
    "DROP TABLE IF EXISTS plain_fts",
    "CREATE TABLE plain_tie (id integer PRIMARY KEY, slug text, city text, partner text, country text, standing text,"
    " since date, statements integer, told text)",
    "CREATE INDEX plain_order ON plain_tie (statements DESC, id)",
    "CREATE VIRTUAL TABLE plain_fts USING fts5(city, partner, told)",
)
STAGES: dict[str, Callable[[Path], Figures]] = {
    "enter": _enter,
    "judge": _judge,
    "fold": _fold,
    "cases": _cases,
    "index": _index,
    "plain": _plain,
}


def main() -> None:
    settings.CHECKPOINTS_FOLLOW_WRITES = False
    name, folder = sys.argv[1], Path(sys.argv[2])
    found = STAGES[name](folder)
    print(name, "  ".join(f"{key} {value:,.4g}" for key, value in found.items()), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
