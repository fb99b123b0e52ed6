"""Words of persons, kept beside the log so that they can be erased without touching it.

An entry holds ``vault:`` and a commitment in their place. What was erased leaves an entry that says so: words that are
gone without one are a fault.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator
from functools import partial
from hashlib import sha256

from django.db import connection, transaction

from peyvand.adapters.engines.forgetting import forget
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import erasure_draft
from peyvand.records.ledger.models import Entry, Kind, Vault
from peyvand.records.ledger.rows import parse

_VERSION = b"peyvand/vault/1\n"
_SEALED = re.compile(r"vault:([0-9a-f]{64})")
# Kinds of entries in which a member gives a reason; of erasures those of words of a source.
REASONED = (Kind.VERDICT, Kind.DECISION, Kind.REVOCATION, Kind.ERASURE)
_AT_ONCE = 500


def seal(words: str) -> str:
    """Put words into the vault; what stands for them in an entry. To be called in the transaction of that entry.

    No words need no vault.
    """
    if not words:
        return ""
    salt = secrets.token_hex(32)
    kept = Vault.objects.create(commitment=commitment(salt, words), salt=salt, words=words)
    return f"vault:{kept.commitment}"


def commitment(salt: str, words: str) -> str:
    """SHA-256 (hex) over a version tag, the salt (hex) and the words."""
    return sha256(_VERSION + bytes.fromhex(salt) + words.encode()).hexdigest()


def opened(reasons: Iterable[str]) -> dict[str, str]:
    """The words of each of these reasons: of a sealed one those in the vault, empty where they were erased."""
    found = dict.fromkeys(reasons, "")
    sealed = {match[1]: reason for reason in found if (match := _SEALED.fullmatch(reason))}
    known: dict[str, str] = {}
    for some in _some(list(sealed)):
        known.update(Vault.objects.filter(commitment__in=some).values_list("commitment", "words"))
    return {reason: reason for reason in found} | {reason: known.get(one, "") for one, reason in sealed.items()}


def erase(keys: Iterable[str], *, by: Member) -> int:
    """Erase the words that the entries of these keys gave as their reasons; how many there were.

    Words and salts leave the store for good; whoever holds an older backup still has them. Raises `NotAllowed`.
    """
    allow(by, "personal.erase")
    with writing():
        gone = list(commitments_in(Entry.objects.filter(key__in=list(keys)).values_list("body", flat=True)))
        present = [*Vault.objects.filter(commitment__in=gone).values_list("commitment", flat=True)]
        append([erasure_draft(one) for one in present], by=by)
        record(by, "personal.erase", detail=f"reasons={len(present)}")
        Vault.objects.filter(commitment__in=present).delete()
        if present:
            transaction.on_commit(partial(forget, connection, Vault._meta.db_table))
    return len(present)


def vault_faults() -> Iterator[tuple[str, str]]:
    """What does not hold between log and vault, as a code and a commitment."""
    erased = set(Entry.objects.filter(kind=Kind.ERASURE).values_list("subject", flat=True))
    bodies = Entry.objects.filter(kind__in=REASONED, body__contains="vault:").values_list("body", flat=True)
    due = set(commitments_in(bodies.iterator())) - erased
    for kept in Vault.objects.order_by("commitment").iterator():
        if kept.commitment not in due:
            yield "vault_stray", kept.commitment
        elif commitment(kept.salt, kept.words) != kept.commitment:
            yield "vault_differs", kept.commitment
        due.discard(kept.commitment)
    yield from (("vault_missing", one) for one in sorted(due))


def commitments_in(bodies: Iterable[str]) -> Iterator[str]:
    """The commitments that stand in the bodies of entries."""
    for body in bodies:
        reason = parse(body).get("reason", "")
        # A correction's reason begins with the statement that it points to.
        if match := _SEALED.fullmatch(reason.rpartition(" ")[2]):
            yield match[1]


def _some(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]
