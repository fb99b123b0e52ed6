from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import SIGNED, VISIT, source

from peyvand.adapters.exports import as_xlsx
from peyvand.adapters.exports.formats import WRITERS
from peyvand.cli import exports
from peyvand.records.audit.models import Trace
from peyvand.records.intake.actions import accept_reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> None:
    accept_reading(*source(SIGNED, VISIT), by=member())


def test_every_format_is_a_kind_of_export() -> None:
    assert WRITERS.keys() == {kind for kind, (module, _) in exports.KINDS.items() if module == "bonds_out"}


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("kind", WRITERS)
def test_file_is_written_whole(kind: str, peyvand: Run, tmp_path: Path) -> None:
    path = tmp_path / f"bonds.{kind}"

    status, out, err = peyvand("export", kind, "--output", path)

    assert (status, out, f"2 bonds written to {path}." in err) == (0, "", True)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("bonds")] == [path.name]
    assert path.stat().st_size > 500


@pytest.mark.usefixtures("told")
def test_bonds_of_a_place_on_a_day_to_standard_output(peyvand: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO()

    monkeypatch.setattr("peyvand.cli.bonds_out.sys.stdout", Standard)
    status, _, _ = peyvand(
        "export", "json", "--place", "Kazan", "--as-of", "1404/02/01", "--known-at", "2099-01-01", "--licence", "free"
    )

    told = json.loads(Standard.buffer.getvalue())
    assert (status, told["as_of"], told["licence"]) == (0, "2025-04-21", "free")
    assert [bond["id"] for bond in told["bonds"]] == ["isfahan--kazan"]
    assert told["known_at"].startswith("2099-01-01T23:59:59")


@pytest.mark.usefixtures("told")
def test_failing_export_leaves_the_older_file_alone(
    peyvand: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bonds.xlsx"
    path.write_text("older")
    monkeypatch.setattr(as_xlsx, "ROWS", 1)

    status, _, err = peyvand("export", "xlsx", "--output", path)

    assert (status, "no more than 1 rows" in err, path.read_text()) == (2, True, "older")
    assert [file.name for file in tmp_path.glob("bonds*")] == ["bonds.xlsx"]


@pytest.mark.usefixtures("told")
def test_place_that_cannot_be_written_to_is_named(peyvand: Run, tmp_path: Path) -> None:
    status, _, err = peyvand("export", "csv", "--output", tmp_path / "none" / "bonds.csv")

    assert (status, "bonds.csv: No such file or directory" in err) == (2, True)


@pytest.mark.usefixtures("told")
def test_what_is_internal_does_not_leave_unnoted(peyvand: Run, tmp_path: Path) -> None:
    peyvand("export", "csv", "--output", tmp_path / "public.csv")
    peyvand("export", "csv", "--internal", "--output", tmp_path / "internal.csv")

    (line,) = Trace.objects.filter(kind="exported")
    assert (line.member, line.what, line.detail) == (None, "opendata:register", "csv office command")
