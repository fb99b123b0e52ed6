"""Every call to the database failing once, and failing from then on: a change is made whole or not at all.

Each way of writing is tried with its first call failing, its second, and so on until it passes untouched; the commit is
one of the calls.

    python -m drills.failing
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from django.apps import apps
from django.db import OperationalError, connection, models
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from drills import office
from drills.reporting import drill
from peyvand.core.ledger.policy import Policies
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import accept, accept_reading, propose, reject, withdraw
from peyvand.records.register.actions import rebuild, set_policies

# Places in the source where a transaction is begun.
_BEGUN_IN = ("peyvand.records.ledger.actions.transaction", "peyvand.records.places.actions.transaction")

Action = Callable[[], object]


class Calls:
    """Counts the calls to the database and lets one fail, or all from then on (``at`` 0: none)."""

    def __init__(self, at: int, *, for_ever: bool) -> None:
        self.made, self._at, self._for_ever = 0, at, for_ever

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        self.count()
        return execute(*arguments)

    def count(self) -> None:
        self.made += 1
        if self._at and (self.made == self._at or (self._for_ever and self.made > self._at)):
            raise OperationalError("disk I/O error")

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count while the block runs, commits included."""
        commit = connection._commit

        def counted_commit() -> None:
            self.count()
            commit()

        with connection.execute_wrapper(self), patch.object(connection, "_commit", counted_commit):
            yield


def actions(turn: int) -> dict[str, Action]:
    """The ways of writing, each on something of its own, in an office where there is something to judge."""
    first, second = office.staffed()
    new = source(SIGNED, VISIT, PLANNED, name=f"new {turn}", title=f"new {turn}", claimed=16, areas=["tourism"])
    proposed = propose(*source(SIGNED, VISIT, PLANNED, name=f"old {turn}", title=f"old {turn}"), by=first).keys
    verdict = accept(proposed[2], by=first)
    return {
        "accept_reading": lambda: accept_reading(*new, by=first),
        "propose": lambda: propose(*source(VISIT, name=f"third {turn}", title=f"third {turn}"), by=second),
        "accept": lambda: accept(proposed[0], by=first, reason="دلیل"),
        "reject": lambda: reject(proposed[1], by=second),
        "withdraw": lambda: withdraw(proposed[2], by=first, follows=verdict.key),
        "set_policies": lambda: set_policies(Policies(councils=(f"council {turn}",)), by=second),
        "rebuild": rebuild,
    }


def tried(action: Action, *, for_ever: bool) -> Counter[str]:
    """One way of writing with each of its calls failing in turn."""
    tally, before = Counter[str](), _everything()
    for at in range(1, 10_000):
        calls = Calls(at, for_ever=for_ever)
        try:
            with calls.counted():
                action()
        except OperationalError:
            if _everything() != before:
                # Nothing that comes now would be the action's own doing.
                return tally + Counter({"half done": 1})
        if calls.made < at:
            tally["calls"] += calls.made
            return tally
    raise AssertionError("an action that never ends")


def run(rounds: int, _seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """All ways of writing, each with every call failing once, then with all from it on failing."""
    office.opened()
    return drilled(rounds, protected=protected)


def drilled(rounds: int, *, protected: bool = True) -> Counter[str]:
    """The same in a store that is open."""
    tally = Counter[str]()
    for turn in range(rounds):
        for for_ever in (False, True):
            for action in actions(2 * turn + for_ever).values():
                with nullcontext() if protected else _without_transactions():
                    tally += tried(action, for_ever=for_ever)
                tally["actions"] += 1
                if failed(tally):
                    return tally
    tally["faults"] = len(verify().faults)
    return tally


def failed(tally: Counter[str]) -> bool:
    return tally["half done"] + tally["faults"] > 0


def _everything() -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables of ours."""
    tables: list[type[models.Model]] = [
        model for model in apps.get_models() if model.__module__.startswith("peyvand.records")
    ]
    return {table.__name__: sorted(map(repr, table.objects.values_list())) for table in tables}  # type: ignore[attr-defined]


@contextmanager
def _without_transactions() -> Iterator[None]:
    """As if nobody had thought of them."""
    none = SimpleNamespace(atomic=lambda *args, **_: args[0] if args else nullcontext(), on_commit=lambda act: act())
    with ExitStack() as stack:
        for place in _BEGUN_IN:
            stack.enter_context(patch(place, none))
        yield


if __name__ == "__main__":
    drill(run, failed, rounds=3)
