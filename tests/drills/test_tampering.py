from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from drills.tampering import ATTACKS, RECOMPUTING, attacked, carried_away

from drills import office, tampering

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("home")]
ROUNDS = 4


def test_every_class_of_attack_on_covered_entries_is_found(tmp_path: Path) -> None:
    random = Random(1)
    covered = office.work(random, sources=4)
    files, keys = carried_away(tmp_path)

    tally = attacked(ROUNDS, random, covered=covered, files=files, keys=keys)

    assert tally == {attack.__name__: ROUNDS for attack in ATTACKS}


def test_without_a_checkpoint_outside_whoever_recomputes_is_not_found(tmp_path: Path) -> None:
    random = Random(2)
    covered = office.work(random, sources=4)
    carried_away(tmp_path)

    tally = attacked(ROUNDS, random, covered=covered, files=[], keys=[])

    names = {attack.__name__ for attack in RECOMPUTING}
    assert {name: tally[name] for name in names} == dict.fromkeys(names, 0)
    assert {tally[name] for name in tally.keys() - names} == {ROUNDS}


def test_entries_newer_than_the_checkpoint_are_the_exposure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(3)
    covered = office.work(random, sources=2)
    files, keys = carried_away(tmp_path)
    size = office.work(random, sources=2, name="later")
    monkeypatch.setattr(tampering, "ATTACKS", RECOMPUTING)
    newer = list(tampering.Entry.objects.filter(number__gte=covered, kind="statement"))

    found = [tampering.found_after(tampering.truncate, entry, random, files, keys) for entry in newer]

    assert (size > covered, set(found)) == (True, {False})


def test_chain_that_is_not_looked_at_finds_no_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(4)
    covered = office.work(random, sources=4)
    carried_away(tmp_path)
    monkeypatch.setattr("peyvand.records.ledger.stretches._faults", lambda *_: iter(()))

    tally = attacked(ROUNDS, random, covered=covered, files=[], keys=[])

    assert tally["backdate"] == 0
