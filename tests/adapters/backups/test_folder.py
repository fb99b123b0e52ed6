from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from peyvand.adapters.backups import BadBackup, check, copy_in, copy_out, seal
from peyvand.adapters.signing import SigningKey, signing_key
from peyvand.core.ledger.checkpoint import BadNote

MADE = datetime(2026, 11, 25, 18, tzinfo=UTC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    for name, data in {
        "documents/a/نامه.pdf": b"letter",
        "documents/b": b"",
        "secret": b"secret",
        "db": b"rows" * 99,
    }.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(data)
    return home


@pytest.fixture
def key(home: Path) -> SigningKey:
    return signing_key(home / "keys")


@pytest.fixture
def backup(home: Path, key: SigningKey, tmp_path: Path) -> Path:
    folder = tmp_path / "backup"
    copy_out(home, folder, ["documents/**/*", "db", "keys/*.vkey"])
    seal(folder, made=MADE, engine="sqlite", key=key)
    return folder


def test_manifest_names_every_file_and_no_other(backup: Path, key: SigningKey) -> None:
    manifest = check(backup)

    public = f"keys/{key.public.id.hex()}.vkey"
    assert [file.path for file in manifest.files] == ["db", "documents/a/نامه.pdf", "documents/b", public]
    assert (manifest.made, manifest.engine) == (MADE, "sqlite")


def test_backup_becomes_a_home_again(backup: Path, home: Path, tmp_path: Path) -> None:
    copy_in(backup, check(backup), tmp_path / "new", last=lambda path: path == "db")

    for name in ("documents/a/نامه.pdf", "documents/b", "db"):
        assert (tmp_path / "new" / name).read_bytes() == (home / name).read_bytes()
    assert not (tmp_path / "new" / "secret").exists()


def test_any_byte_changed_anywhere_is_found(backup: Path, key: SigningKey) -> None:
    random = Random(1)
    files = [path for path in backup.rglob("*") if path.is_file() and path.stat().st_size]
    for _ in range(200):
        path = random.choice(files)
        before = path.read_bytes()
        spoilt = bytearray(before)
        spoilt[random.randrange(len(spoilt))] ^= random.randrange(1, 256)
        path.write_bytes(spoilt)

        for keys in ([], [key.public]):
            with pytest.raises(BadBackup):
                check(backup, keys)
        path.write_bytes(before)
    check(backup, [key.public])


def test_missing_and_added_files_are_named(backup: Path) -> None:
    (backup / "db").unlink()
    (backup / "more").write_text("")

    with pytest.raises(BadBackup) as refusal:
        check(backup)

    assert refusal.value.faults == ("db: missing", "more: not in the manifest")


def test_folder_without_a_manifest_is_no_backup(backup: Path) -> None:
    (backup / "MANIFEST").unlink()

    with pytest.raises(BadBackup):
        check(backup)


def test_manifest_by_another_hand_is_found_with_the_key_alone(backup: Path, tmp_path: Path, key: SigningKey) -> None:
    forger = signing_key(tmp_path / "forger")
    (backup / "db").write_bytes(b"other rows")
    (backup / "MANIFEST").unlink()
    (backup / "keys" / "f.vkey").write_text(str(forger.public))
    seal(backup, made=MADE, engine="sqlite", key=forger)

    check(backup)
    with pytest.raises(BadBackup):
        check(backup, [key.public])


def test_copy_that_goes_wrong_on_the_way_is_found(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = check(backup)
    monkeypatch.setattr("peyvand.adapters.backups.folder.shutil.copyfile", lambda _, target: target.write_bytes(b""))

    with pytest.raises(BadBackup):
        copy_in(backup, manifest, tmp_path / "new", last=lambda path: path == "db")


def test_database_comes_last(backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(
        "peyvand.adapters.backups.folder._holds", lambda path, _: bool(copied.append(path.name)) or True
    )

    copy_in(backup, check(backup), tmp_path / "new", last=lambda path: path == "db")

    assert copied[-1] == "db"


def test_name_that_cannot_be_listed_is_refused(home: Path, key: SigningKey, tmp_path: Path) -> None:
    (home / "documents" / "two\nlines").write_text("")
    copy_out(home, tmp_path / "backup", ["documents/*"])

    with pytest.raises(BadNote):
        seal(tmp_path / "backup", made=MADE, engine="sqlite", key=key)
