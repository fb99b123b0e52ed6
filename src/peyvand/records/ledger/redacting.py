"""Names of persons struck out of what the ledger keeps, for good, without a break in what it proves.

A text's capture is the hash of what it was, and an entry's leaf that of what its body was; both stay, and with them
every root and checkpoint. What was struck out leaves an entry that holds the hashes of what is left: rows that are
otherwise than their hashes without such an entry, or otherwise than it says, are a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from peyvand.adapters.engines.forgetting import forget
from peyvand.core.text.redacting import places_of, strike, struck
from peyvand.core.text.span import Span
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.ledger import following
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import Draft, key_of
from peyvand.records.ledger.models import GUARDS, Entry, Kind, Source
from peyvand.records.ledger.rows import canonical, parse
from peyvand.records.ledger.vault import seal

_LEAST, _MOST = 3, 100
# Hashes and codes, in which no name stands.
_CODES = frozenset({"capture", "kind", "published", "language"})


class CannotRedact(ValueError):
    """These words cannot be struck out; the message says why, for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What is left of a source after a redaction: SHA-256 (hex) of its text, and of the bodies of entries by number."""

    text: str = ""
    bodies: Mapping[str, str] = field(default_factory=dict)

    def has_text(self, text: str) -> bool:
        """Whether this is the text that was left."""
        return bool(self.text) and hash_of(text) == self.text

    def has_body(self, number: int, body: str) -> bool:
        """Whether this is the body that was left of an entry."""
        return self.bodies.get(str(number)) == hash_of(body)


def redact(capture: str, words: str, *, by: Member, reason: str) -> list[str]:
    """Strike these words out of a source, and of all that was entered on it; the keys of what changed.

    The words leave the store for good; whoever holds an older backup or export still has them. Raises `NotAllowed` or
    `CannotRedact`. The register is not folded anew here: see `register.redacting`.
    """
    allow(by, "personal.erase")
    words = " ".join(words.split())
    if not _LEAST <= len(words) <= _MOST:
        raise CannotRedact(_("A name has from 3 to 100 letters."))
    if not reason.strip():
        raise CannotRedact(_("Words are struck out with a reason."))
    with writing():
        source = Source.objects.filter(capture=capture).first()
        if source is None:
            raise CannotRedact(_("There is no such source."))
        changed = list(_changed(source, words))
        places = places_of(source.text, words)
        if not changed and not places:
            raise CannotRedact(_("The source does not have these words."))
        before = left_of(capture)
        text = struck(source.text, places)
        _write(source, text, words, changed)
        bodies = {**before.bodies, **{str(entry.number): hash_of(body) for entry, body in changed}}
        body = {"capture": capture, "text": hash_of(text), "bodies": bodies, "reason": seal(reason.strip())}
        draft = Draft(kind=Kind.ERASURE, key=key_of(Kind.ERASURE, body), subject=capture, text=canonical(body))
        append([draft], by=by)
        record(by, "personal.erase", thing=f"source:{capture}")
        following.touch(following.FORGOTTEN, (capture,))
        transaction.on_commit(partial(_forget, words))
    return [entry.key for entry, _body in changed]


def left_of(capture: str) -> Left:
    """What the last redaction of a source left; nothing of one that was never redacted."""
    bodies = Entry.objects.filter(subject=capture, kind=Kind.ERASURE).order_by("-number").values_list("body", flat=True)
    found = next((body for one in bodies if "bodies" in (body := parse(one))), None)
    return left_in(found) if found else Left()


def left_in(body: Mapping[str, Any]) -> Left:
    """What the body of an erasure says is left; nothing where it is one of reasons."""
    return Left(text=body["text"], bodies=body["bodies"]) if "bodies" in body else Left()


def _changed(source: Source, words: str) -> Iterator[tuple[Entry, str]]:
    """The entries on a source, and itself, that hold the words, each with the body that is left."""
    text = struck(source.text, places_of(source.text, words))
    entries = Entry.objects.filter(Q(subject=source.capture) | Q(key=source.capture)).exclude(kind=Kind.ERASURE)
    for entry in entries.order_by("number"):
        body = _left_body(parse(entry.body), words, text)
        if (written := canonical(body)) != entry.body:
            yield entry, written


def _left_body(body: dict[str, Any], words: str, text: str) -> dict[str, Any]:
    left: dict[str, Any] = _struck_out(body, words)
    span = body.get("said", {}).get("span") if isinstance(body.get("said"), dict) else None
    if "quote" in body and span and len(span) == 2:
        # A quotation may begin in the middle of a name.
        left["quote"] = Span(*span).of(text)
    return left


def _struck_out(value: Any, words: str, name: str = "") -> Any:
    if isinstance(value, str):
        return value if name in _CODES else strike(value, words)
    if isinstance(value, list):
        return [_struck_out(one, words, name) for one in value]
    if isinstance(value, dict):
        return {key: _struck_out(one, words, key) for key, one in value.items()}
    return value


def _write(source: Source, text: str, words: str, changed: Iterable[tuple[Entry, str]]) -> None:
    """The only change of rows that stand: inside the transaction of the entry that says so, with the guards back in
    their places before it ends."""
    own = {name: strike(getattr(source, name), words) for name in ("name", "title", "publisher")}
    # A table is not altered while references of its rows wait to be looked at.
    connection.check_constraints()
    for guard in GUARDS:
        guard.lift(connection)
    Source.objects.filter(pk=source.pk).update(text=text, meta=_struck_out(source.meta, words), **own)
    for entry, body in changed:
        Entry.objects.filter(pk=entry.pk).update(body=body)
    connection.check_constraints()
    for guard in GUARDS:
        guard.install(connection)


def _forget(words: str) -> None:
    """What was overwritten leaves the disk; and with it what the home keeps of pages and files on their way in."""
    for table in (Source._meta.db_table, Entry._meta.db_table):
        forget(connection, table)
    home, needle = Path(settings.HOME), words.encode()
    for path in [*home.glob("pages/*"), *home.glob("uploads/*")]:
        if path.is_file() and (path.parent.name == "pages" or needle in path.read_bytes()):
            path.unlink(missing_ok=True)


def hash_of(text: str) -> str:
    """SHA-256 (hex) of a text."""
    return sha256(text.encode()).hexdigest()
