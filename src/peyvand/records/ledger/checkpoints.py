"""Checkpoints written outside the database: whoever rewrites the ledger cannot rewrite them.

The newest one lies in the installation's folder with the roots of the tree's full subtrees beside it, so that signing
the next one reads only the entries in between, and proves on the way that the log is the continuation of what was
signed before.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from peyvand.adapters.files import write_whole
from peyvand.adapters.signing import check, known_keys, signing_key
from peyvand.core.ledger.checkpoint import (
    BadNote,
    Checkpoint,
    Note,
    NotSigned,
    VerifierKey,
    open_checkpoint,
)
from peyvand.core.ledger.merkle import Frontier
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.queries import head

_AT_ONCE = 2000
_FRONTIER = "frontier.json"
_SUFFIX = ".checkpoint"


class Rewritten(Exception):
    """The log is not the continuation of what was signed before; it is not signed any more."""

    def __init__(self, size: int) -> None:
        super().__init__(_("The ledger contradicts its own checkpoint at %(size)d entries.") % {"size": size})
        self.size = size


@dataclass(frozen=True, slots=True)
class Written:
    """A checkpoint as a note, the files that hold it, and the folders that could not take it, with the reason."""

    checkpoint: Checkpoint
    note: Note
    files: tuple[Path, ...]
    failed: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file with a checkpoint, opened with a known key; ``fault`` says why it could not be."""

    file: Path
    checkpoint: Checkpoint | None
    fault: str = ""


def keys_folder() -> Path:
    """Where the installation's keys lie."""
    return Path(settings.HOME) / "keys"


def folders() -> tuple[Path, ...]:
    """Where checkpoints are kept: the installation's own folder first."""
    return Path(settings.HOME) / "checkpoints", *settings.CHECKPOINT_DIRS


def public_key() -> VerifierKey:
    """The public half of the key that the installation signs with. Raises as `write`."""
    return signing_key(keys_folder()).public


def signed_tree() -> Frontier:
    """The tree of the newest signed state that the installation keeps in full; an empty one where there is none."""
    return _known(folders()[0], known_keys(keys_folder()))


def write() -> Written:
    """Sign the log as it stands and keep the note in every folder. Raises `Rewritten`, OSError where the installation's
    own folder cannot be written, or `BadNote` for a broken key."""
    own, *others = folders()
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = signing_key(keys_folder())
    frontier = _proved(own, others)
    checkpoint = Checkpoint(key.name, frontier.size, frontier.root())
    note = key.signed(checkpoint.text)
    name = f"{_numbered(checkpoint.size)}-{key.public.id.hex()}{_SUFFIX}"
    files = [_put(own / name, note)]
    write_whole(own / _FRONTIER, _packed(frontier))
    failed = []
    for folder in others:
        try:
            files.append(_put(folder / name, note))
        except OSError as fault:
            failed.append((folder, str(fault)))
    return Written(checkpoint, note, tuple(files), tuple(failed))


def kept_in(folder: Path, keys: Sequence[VerifierKey]) -> Iterator[Kept]:
    """The checkpoints in a folder, the newest first."""
    return kept(sorted(folder.glob(f"*{_SUFFIX}"), reverse=True), keys)


def kept(files: Iterable[Path], keys: Sequence[VerifierKey]) -> Iterator[Kept]:
    """The checkpoints in files, each opened with one of the keys."""
    for path in files:
        try:
            yield Kept(path, open_checkpoint(path.read_text("utf-8"), keys, check))
        except NotSigned as fault:
            yield Kept(path, None, f"not_signed: {fault}")
        except (BadNote, OSError, UnicodeDecodeError) as fault:
            yield Kept(path, None, f"unreadable: {fault}")


def grown(frontier: Frontier, size: int) -> Frontier:
    """The tree with the entries from its own size up to ``size``; smaller where the log has no more."""
    rows = Entry.objects.filter(number__gte=frontier.size, number__lt=size).order_by("number")
    leaves = rows.values_list("leaf", flat=True).iterator(_AT_ONCE)
    return frontier.extend(bytes.fromhex(leaf) for leaf in leaves)


def _proved(own: Path, others: Sequence[Path]) -> Frontier:
    """The tree as it stands, proved to be the last signed one with entries added. Raises `Rewritten`."""
    keys = known_keys(keys_folder())
    now = head()
    frontier = _known(own, keys)
    for last in sorted(_newest([own, *others], keys), key=lambda one: one.size):
        if last.size > now.size:
            raise Rewritten(last.size)
        if last.size >= frontier.size:
            frontier = grown(frontier, last.size)
            if (frontier.size, frontier.root()) != (last.size, last.root):
                raise Rewritten(last.size)
    frontier = grown(frontier, now.size)
    if (frontier.size, frontier.root().hex()) != (now.size, now.root):
        raise Rewritten(now.size)
    return frontier


def _newest(places: Iterable[Path], keys: Sequence[VerifierKey]) -> Iterator[Checkpoint]:
    """The newest checkpoint in each folder that has one of ours."""
    for folder in places:
        found = next((found.checkpoint for found in kept_in(folder, keys) if found.checkpoint), None)
        if found:
            yield found


def _known(own: Path, keys: Sequence[VerifierKey]) -> Frontier:
    """The tree whose full subtrees are kept, if a signed checkpoint of that size proves them; else an empty one."""
    try:
        packed = json.loads((own / _FRONTIER).read_text("ascii"))
        frontier = Frontier(packed["size"], tuple(bytes.fromhex(peak) for peak in packed["peaks"]))
        proofs = {found.checkpoint for found in kept(own.glob(f"{_numbered(frontier.size)}-*{_SUFFIX}"), keys)}
    except (OSError, ValueError, KeyError, TypeError):
        return Frontier()
    proved = (frontier.size, frontier.root()) in {(one.size, one.root) for one in proofs if one}
    return frontier if proved and len(frontier.peaks) == frontier.size.bit_count() else Frontier()


def _put(path: Path, note: Note) -> Path:
    """Keep a note, once: a file that holds it is not touched, so that a folder may refuse changes. A folder that is not
    there is not made, since what should be mounted in its place is missing."""
    if not path.exists() or path.read_text("utf-8") != str(note):
        write_whole(path, str(note).encode())
    return path


def _numbered(size: int) -> str:
    return f"{size:012d}"


def _packed(frontier: Frontier) -> bytes:
    peaks = [peak.hex() for peak in frontier.peaks]
    return json.dumps({"size": frontier.size, "peaks": peaks}).encode("ascii")
