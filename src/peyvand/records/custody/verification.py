"""The whole store proved: the log from its rows, the log against checkpoints kept outside, the register and the work
list against the log, documents against their hashes, and the guards in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from peyvand.adapters.signing import known_keys
from peyvand.core.ledger.checkpoint import VerifierKey
from peyvand.core.ledger.merkle import Frontier
from peyvand.records.documents.soundness import file_faults
from peyvand.records.intake.worklist import unlisted
from peyvand.records.ledger import verification
from peyvand.records.ledger.checkpoints import Kept, folders, kept, kept_in, keys_folder, signed_tree
from peyvand.records.ledger.guard import store_faults
from peyvand.records.ledger.vault import vault_faults
from peyvand.records.ledger.verification import Fault, Verification
from peyvand.records.register.queries import unfolded

# What reading rows that somebody has tampered with may end in: a fault that is found, not one of the program.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


@dataclass(frozen=True, slots=True)
class Proof:
    """The size and root (hex) that the rows give, what does not hold, and the checkpoints held against the log.

    ``uncovered`` entries are newer than the newest checkpoint that agrees: nothing outside the database knows of them.
    """

    size: int
    root: str
    faults: tuple[Fault, ...]
    checkpoints: tuple[Kept, ...]
    uncovered: int


def verify(files: Sequence[Path] = (), keys: Sequence[VerifierKey] = (), *, new_only: bool = False) -> Proof:
    """Prove the store. ``files`` hold checkpoints from elsewhere, ``keys`` open them; those of the installation itself,
    and of the folders it writes to, are held against the log in any case.

    ``new_only`` takes what the newest checkpoint of the installation covers for proved, and proves what came after it;
    register and work list are then left out. Raises DatabaseError where the store cannot be read at all, `BadNote` for
    a broken file of keys.
    """
    since = signed_tree() if new_only else Frontier()
    checkpoints = tuple(one for one in (*kept(files, keys or known_keys(keys_folder())), *_own()) if _due(one, since))
    try:
        sizes = [one.checkpoint.size for one in checkpoints if one.checkpoint]
        found = verification.verify(sizes, since=since if since.size else None)
    except _UNREADABLE as fault:
        return Proof(0, "", (Fault("unreadable", repr(fault)),), checkpoints, 0)
    agreeing = [one for one in checkpoints if not _contradiction(one, found)]
    covered = max((one.checkpoint.size for one in agreeing if one.checkpoint), default=0)
    return Proof(
        found.size,
        found.root,
        (*found.faults, *_checkpoint_faults(checkpoints, found), *_store_faults(whole=not new_only)),
        checkpoints,
        found.size - covered,
    )


def _due(one: Kept, since: Frontier) -> bool:
    """Whether a checkpoint says anything of what is to be proved."""
    return one.checkpoint is None or one.checkpoint.size >= since.size


def _own() -> Iterator[Kept]:
    """The installation's own checkpoints. What another has put into a shared folder is not ours to judge."""
    own, *others = folders()
    keys = known_keys(keys_folder())
    yield from kept_in(own, keys)
    ids = tuple(key.id.hex() for key in keys)
    for folder in others:
        yield from (one for one in kept_in(folder, keys) if one.checkpoint or one.file.stem.endswith(ids))


def _checkpoint_faults(checkpoints: Sequence[Kept], found: Verification) -> Iterator[Fault]:
    for one in checkpoints:
        if code := _contradiction(one, found):
            yield Fault(code, str(one.file))


def _contradiction(one: Kept, found: Verification) -> str:
    """What a checkpoint and the log have against each other, as a code; empty where they agree."""
    if one.checkpoint is None:
        return f"checkpoint_{one.fault.partition(':')[0]}"
    if one.checkpoint.size > found.size:
        return "log_shorter_than_checkpoint"
    return "" if found.roots[one.checkpoint.size] == one.checkpoint.root else "log_differs_from_checkpoint"


def _store_faults(*, whole: bool) -> Iterator[Fault]:
    yield from (Fault("store_unsound", told) for told in store_faults())
    if not whole:
        return
    try:
        yield from (Fault(code, where) for code, where in vault_faults())
        yield from (Fault(code, where) for code, where in file_faults())
        yield from (Fault("register_differs", where) for where in unfolded())
        yield from (Fault("work_list_differs", key) for key in unlisted())
    except _UNREADABLE as fault:
        yield Fault("unreadable", repr(fault))
