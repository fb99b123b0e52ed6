from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.factories.members import member
from tests.factories.readings import SIGNED, VISIT, source
from tests.records.custody.conftest import emptied
from tests.records.custody.test_exporting import exported

from peyvand.records.accounts.models import Member
from peyvand.records.custody.importing import CannotImport, NotEmpty, import_ledger
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.models import Entry, Source
from peyvand.records.ledger.queries import head

Line = dict[str, Any]


@pytest.fixture
def lines(office: None) -> list[str]:
    lines = exported()
    emptied()
    return lines


def test_members_come_in_without_a_way_to_sign_in(lines: list[str]) -> None:
    import_ledger(lines)

    found = list(Member.objects.order_by("pk"))
    assert [(one.username, one.is_active, one.has_usable_password()) for one in found] == [
        ("mina", False, False),
        ("reza", False, False),
    ]


def test_member_who_is_there_already_stays_as_is(lines: list[str]) -> None:
    number = next(json.loads(line)["member"]["id"] for line in lines if '"member": {' in line)
    Member.objects.create(pk=number, username="mina", role="administrator")

    import_ledger(lines)

    assert Member.objects.get(pk=number).role == "administrator"


def test_new_member_gets_a_number_of_their_own(lines: list[str]) -> None:
    import_ledger(lines)

    assert member("nasrin").pk not in {entry.member_id for entry in Entry.objects.all()}


def test_ledger_goes_on_where_it_stopped(lines: list[str]) -> None:
    size = import_ledger(lines).size

    accept_reading(*source(SIGNED, name="neu", title="خبری تازه"), by=member("nasrin"))

    assert head().size > size


def test_nothing_comes_in_twice(lines: list[str]) -> None:
    import_ledger(lines)

    with pytest.raises(NotEmpty):
        import_ledger(lines)


def test_another_person_of_the_same_number_stands_in_the_way(lines: list[str]) -> None:
    number = next(json.loads(line)["member"]["id"] for line in lines if '"member": {' in line)
    Member.objects.create(pk=number, username="somebody", role="officer")

    with pytest.raises(NotEmpty):
        import_ledger(lines)
    assert not Entry.objects.exists()


def change(kind: str, **values: object) -> Callable[[list[str]], None]:
    def spoil(lines: list[str]) -> None:
        at = next(at for at, line in enumerate(lines) if kind in json.loads(line))
        line: Line = json.loads(lines[at])
        line[kind] = line[kind] | values
        lines[at] = json.dumps(line)

    return spoil


SPOILING: dict[str, Callable[[list[str]], None]] = {
    "changed text": change("source", text="متنی دیگر"),
    "changed body": change("entry", body="{}"),
    "changed leaf": change("entry", leaf="0" * 64),
    "changed time": change("entry", recorded_at="2001-01-01T00:00:00.000000+00:00"),
    "changed number": change("entry", number=5),
    "changed member": change("entry", member=77),
    "unknown role": change("member", role="king"),
    "member with a password": change("member", is_staff=True),
    "changed reason": change("vault", words="دلیلی دیگر"),
    "lost reason": lambda lines: lines.pop(next(at for at, line in enumerate(lines) if '"vault": {' in line)),
    "last line lost": lambda lines: lines.pop(),
    "lines swapped": lambda lines: lines.append(lines.pop(-2)),
    "line twice": lambda lines: lines.append(lines[-1]),
    "no header": lambda lines: lines.pop(0),
    "another root": lambda lines: lines.__setitem__(0, lines[0].replace('"root": "', '"root": "00')),
    "not JSON": lambda lines: lines.append("{"),
    "nothing known": lambda lines: lines.append('{"gossip": 1}'),
    "not an object": lambda lines: lines.append("7"),
    "nothing at all": lambda lines: lines.clear(),
}


@pytest.mark.parametrize("spoiling", SPOILING)
def test_spoilt_ledger_does_not_come_in(lines: list[str], spoiling: str) -> None:
    SPOILING[spoiling](lines)

    with pytest.raises(CannotImport):
        import_ledger(lines)

    assert (Entry.objects.count(), Source.objects.count(), Member.objects.count(), head().size) == (0, 0, 0, 0)


MAKE = """
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, VISIT, source
from peyvand.records.intake.actions import accept_reading
accept_reading(*source(SIGNED, VISIT, claimed=16), by=member())
accept_reading(*source(PLANNED, name="b"), by=member("reza"))
"""


@pytest.mark.django_db
def test_ledger_of_a_sqlite_office_comes_into_any_engine(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    environment = os.environ | {
        "PEYVAND_HOME": str(tmp_path / "office"),
        "DJANGO_SETTINGS_MODULE": "peyvand.config.settings",
    }
    environment.pop("DATABASE_URL", None)

    def run(*command: str) -> None:
        subprocess.run([sys.executable, *command], env=environment, check=True, capture_output=True)

    run("-m", "peyvand.cli.main", "migrate")
    run("-c", f"import django; django.setup(){MAKE}")
    run("-m", "peyvand.cli.main", "export", "ledger", str(path))

    came_in = import_ledger(path.read_text("utf-8").splitlines())

    assert (came_in, came_in.size) == (head(), Entry.objects.count())
    assert exported() == path.read_text("utf-8").splitlines()


@pytest.mark.usefixtures("lines")
def test_reading_on_after_import_adds_what_is_new(lines: list[str]) -> None:
    import_ledger(lines)

    proposed = accept_reading(*source(SIGNED, VISIT, claimed=16, areas=["tourism"]), by=member("nasrin"))

    assert (proposed.new, proposed.known) == (0, 4)
