"""The ledger tampered with by somebody who has the database: what is found, and by what.

Eight classes of attack on entries that a checkpoint covers. The last three recompute everything that the database
holds, so that only a checkpoint kept outside can tell.

    python -m drills.tampering --rounds 1000
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import connection, transaction
from django.db.models import QuerySet

from drills import office
from drills.reporting import drill
from peyvand.adapters.signing import known_keys
from peyvand.core.ledger.checkpoint import VerifierKey
from peyvand.core.ledger.merkle import Frontier
from peyvand.records.custody.verification import verify
from peyvand.records.intake import worklist
from peyvand.records.ledger import checkpoints
from peyvand.records.ledger.drafts import key_of
from peyvand.records.ledger.guard import install_guards, lift_guards
from peyvand.records.ledger.models import Entry, Head, Kind, Source
from peyvand.records.ledger.proofs import entry_json, leaf_of
from peyvand.records.ledger.rows import canonical, parse
from peyvand.records.register import actions as register

# Entries that can be changed or go without leaving a row that nothing refers to.
_SAID = (Kind.STATEMENT, Kind.CLAIM, Kind.AREA)

Attack = Callable[[Entry, Random], None]


def edit(entry: Entry, random: Random) -> None:
    """Another word in the body."""
    body = parse(entry.body)
    body["said"]["capture"] = random.randbytes(32).hex()
    _entries(entry.number).update(body=canonical(body))


def backdate(entry: Entry, random: Random) -> None:
    """Known a little earlier."""
    _entries(entry.number).update(recorded_at=entry.recorded_at - timedelta(days=random.randrange(1, 400)))


def delete(entry: Entry, _random: Random) -> None:
    """The row is gone."""
    _entries(entry.number).delete()


def swap(entry: Entry, random: Random) -> None:
    """Two entries change places."""
    other = random.choice([number for number in range(_size()) if number != entry.number])
    for before, after in ((entry.number, -1), (other, entry.number), (-1, other)):
        _entries(before).update(number=after)


def insert(entry: Entry, random: Random) -> None:
    """One more entry, right before another, with a leaf that is its own."""
    _shift(entry.number, by=1)
    body = parse(entry.body)
    body["said"]["capture"] = random.randbytes(32).hex()
    entry.body, entry.key = canonical(body), key_of(entry.kind, body)
    entry.leaf = leaf_of(entry_json(entry)).hex()
    entry.save(force_insert=True)


def edit_and_recompute(entry: Entry, random: Random) -> None:
    """Another quotation, and everything made to agree."""
    body = parse(entry.body)
    body["quote"] = f"{body['quote']} {random.randrange(1000)}"
    _entries(entry.number).update(body=canonical(body))
    _recompute()


def delete_and_recompute(entry: Entry, _random: Random) -> None:
    """An entry never was, and what came after moves up."""
    about = Entry.objects.filter(subject=entry.key).values_list("number", flat=True)
    for number in sorted([entry.number, *about], reverse=True):
        _entries(number).delete()
        _shift(number + 1, by=-1)
    _recompute()


def truncate(entry: Entry, _random: Random) -> None:
    """Nothing from here on."""
    gone = Entry.objects.filter(number__gte=entry.number)
    Source.objects.filter(capture__in=list(gone.filter(kind=Kind.SOURCE).values_list("key", flat=True))).delete()
    gone.delete()
    _recompute()


RECOMPUTING: tuple[Attack, ...] = (edit_and_recompute, delete_and_recompute, truncate)
ATTACKS: tuple[Attack, ...] = (edit, backdate, delete, swap, insert, *RECOMPUTING)


def found_after(
    attack: Attack, entry: Entry, random: Random, files: Sequence[Path], keys: Sequence[VerifierKey]
) -> bool:
    """Whether the verifier finds something after one attack, which is then taken back."""
    with transaction.atomic():
        lift_guards(connection)
        attack(entry, random)
        # The traces that are easy to cover.
        connection.check_constraints()
        install_guards(using="default")
        faults = verify(files, keys).faults
        transaction.set_rollback(True)
    return bool(faults)


def attacked(
    rounds: int, random: Random, *, covered: int, files: Sequence[Path], keys: Sequence[VerifierKey]
) -> Counter[str]:
    """How many of each class of attack on entries below ``covered`` are found, of ``rounds`` each."""
    choices = list(Entry.objects.filter(number__lt=covered, kind__in=_SAID))
    tally = Counter({attack.__name__: 0 for attack in ATTACKS})
    for attack in ATTACKS:
        for _ in range(rounds):
            entry = Entry.objects.get(pk=random.choice(choices).pk)
            tally[attack.__name__] += found_after(attack, entry, random, files, keys)
    return tally


def run(rounds: int, seed: int = 1, *, protected: bool = True) -> Counter[str]:
    """Attacks on a fresh office whose checkpoint was carried away."""
    office.opened()
    random = Random(seed)
    covered = office.work(random, sources=6)
    with tempfile.TemporaryDirectory() as outside:
        files, keys = carried_away(Path(outside))
        if not protected:
            files, keys = [], []
        tally = attacked(rounds, random, covered=covered, files=files, keys=keys)
    tally["missed"] = rounds * len(ATTACKS) - tally.total()
    return tally


def carried_away(outside: Path) -> tuple[list[Path], list[VerifierKey]]:
    """A checkpoint of now that lies where the attacker cannot reach, with its key; nothing is left in the home."""
    (file, *_) = checkpoints.write().files
    kept = Path(shutil.copy(file, outside))
    keys = known_keys(checkpoints.keys_folder())
    shutil.rmtree(Path(settings.HOME) / "checkpoints")
    return [kept], keys


def failed(tally: Counter[str]) -> bool:
    return tally["missed"] > 0


def _entries(number: int) -> QuerySet[Entry]:
    return Entry.objects.filter(number=number)


def _size() -> int:
    return Entry.objects.count()


def _shift(start: int, *, by: int) -> None:
    numbers = Entry.objects.filter(number__gte=start).order_by("-number" if by > 0 else "number")
    for number in list(numbers.values_list("number", flat=True)):
        _entries(number).update(number=number + by)


def _recompute() -> None:
    """Leaves, root, register and work list, as if it had always been so."""
    frontier = Frontier()
    for entry in Entry.objects.order_by("number"):
        leaf = leaf_of(entry_json(entry))
        frontier = frontier.append(leaf)
        _entries(entry.number).update(leaf=leaf.hex())
    peaks = [peak.hex() for peak in frontier.peaks]
    Head.objects.update(size=frontier.size, root=frontier.root().hex(), frontier=peaks)
    connection.check_constraints()
    install_guards(using="default")
    register.rebuild()
    worklist.rebuild()


if __name__ == "__main__":
    drill(run, failed, rounds=1_000)
