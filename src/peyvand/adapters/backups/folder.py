"""A backup's folder: files copied out of an installation and into a new one, each held against its hash.

The manifest comes last: a folder without one is no backup.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from peyvand.adapters.backups.manifest import Listed, Manifest, read_manifest
from peyvand.adapters.files import sha256_of, sync_file, sync_folder, write_whole
from peyvand.adapters.signing import SigningKey, known_keys
from peyvand.adapters.signing import check as signature_holds
from peyvand.core.ledger.checkpoint import BadNote, NotSigned, VerifierKey, read_note, signer_of

_MANIFEST = "MANIFEST"
_KEYS = "keys"


class BadBackup(ValueError):
    """The folder is not what the manifest says, or no known key has signed the manifest; ``faults`` say where."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = tuple(faults)


def copy_out(home: Path, folder: Path, patterns: Iterable[str]) -> None:
    """Copy the files of a home that match the patterns. One that has gone in the meantime was not meant to stay."""
    for pattern in patterns:
        for path in sorted(path for path in home.glob(pattern) if path.is_file() and not path.is_symlink()):
            target = folder / path.relative_to(home)
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                shutil.copyfile(path, target)
            except FileNotFoundError:
                target.unlink(missing_ok=True)


def seal(folder: Path, *, made: datetime, engine: str, key: SigningKey) -> Manifest:
    """Write down, signed, what the folder holds. Raises `BadNote` for a file whose name has a control character."""
    paths = [path for path in _files(folder) if path != folder / _MANIFEST]
    files = [Listed(path.relative_to(folder).as_posix(), path.stat().st_size, sha256_of(path)) for path in paths]
    manifest = Manifest(made.replace(microsecond=0), engine, tuple(files))
    # A name that breaks a line would list another file.
    if read_manifest(manifest.text) != manifest:
        raise BadNote("a file has a name that cannot be listed")
    for path in paths:
        sync_file(path)
    for inside in {path.parent for path in paths}:
        sync_folder(inside)
    write_whole(folder / _MANIFEST, str(key.signed(manifest.text)).encode())
    return manifest


def check(folder: Path, keys: Sequence[VerifierKey] = ()) -> Manifest:
    """The manifest of a backup of which not one byte differs. ``keys`` are those believed; without any, the backup's
    own, which shows accidents and no fraud. Raises `BadBackup`."""
    try:
        note = read_note((folder / _MANIFEST).read_text("utf-8"))
        signer_of(note, keys or known_keys(folder / _KEYS), signature_holds)
        manifest = read_manifest(note.text)
    except (BadNote, NotSigned, OSError, UnicodeDecodeError) as fault:
        raise BadBackup([f"{_MANIFEST}: {fault}"]) from fault
    listed = {file.path: file for file in manifest.files}
    found = {path.relative_to(folder).as_posix() for path in _files(folder)} - {_MANIFEST}
    faults = [f"{path}: missing" for path in sorted(listed.keys() - found)]
    faults += [f"{path}: not in the manifest" for path in sorted(found - listed.keys())]
    faults += [f"{path}: changed" for path in sorted(found & listed.keys()) if not _holds(folder / path, listed[path])]
    if faults:
        raise BadBackup(faults)
    return manifest


def copy_in(folder: Path, manifest: Manifest, home: Path, *, last: Callable[[str], bool]) -> None:
    """Copy a checked backup into a new home, what ``last`` names at the end, and read back what was written. Raises
    `BadBackup` where a copy differs, OSError where it cannot be made."""
    for file in sorted(manifest.files, key=lambda file: last(file.path)):
        target = home / file.path
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.copyfile(folder / file.path, target)
        sync_file(target)
        if not _holds(target, file):
            raise BadBackup([f"{file.path}: changed on the way"])
    sync_folder(home)


def _holds(path: Path, file: Listed) -> bool:
    return path.stat().st_size == file.size and sha256_of(path) == file.sha256


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
