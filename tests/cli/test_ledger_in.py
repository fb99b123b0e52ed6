from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import SIGNED, source
from tests.records.custody.conftest import emptied

from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.queries import head

pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(peyvand: Run, tmp_path: Path) -> Path:
    accept_reading(*source(SIGNED), by=member())
    assert peyvand("export", "ledger", tmp_path / "ledger.jsonl")[0] == 0
    return tmp_path / "ledger.jsonl"


def test_exported_ledger_comes_in(peyvand: Run, exported: Path) -> None:
    before = head()
    emptied()

    status, out, _ = peyvand("import", "ledger", exported)

    assert (status, out, head()) == (0, f"{before.size} entries, root {before.root}\n", before)


def test_standard_output_takes_the_lines(peyvand: Run, exported: Path) -> None:
    assert peyvand("export", "ledger", "-")[1] == exported.read_text("utf-8")


def test_file_that_is_there_is_not_written_over(peyvand: Run, exported: Path) -> None:
    before = exported.read_text("utf-8")

    status, _, err = peyvand("export", "ledger", exported)

    assert (status, str(exported) in err, exported.read_text("utf-8")) == (2, True, before)


def test_second_ledger_is_wrong_usage(peyvand: Run, exported: Path) -> None:
    assert peyvand("import", "ledger", exported)[0] == 2


def test_file_that_is_not_there_is_wrong_usage(peyvand: Run, tmp_path: Path) -> None:
    assert peyvand("import", "ledger", tmp_path / "none")[0] == 2


@pytest.mark.parametrize("spoil", [b"\xff", b"{}\n"])
def test_spoilt_file_is_status_3(peyvand: Run, exported: Path, spoil: bytes) -> None:
    emptied()
    exported.write_bytes(exported.read_bytes() + spoil)

    assert (peyvand("import", "ledger", exported)[0], head().size) == (3, 0)
