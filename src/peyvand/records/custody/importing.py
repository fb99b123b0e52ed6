"""A ledger taken in from its export: the same entries, root and register as where it came from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils.translation import gettext as _

from peyvand.core.ledger.merkle import Frontier
from peyvand.core.ledger.statement import capture_of
from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.custody.exporting import FORM
from peyvand.records.intake import worklist
from peyvand.records.ledger import following
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.drafts import key_of
from peyvand.records.ledger.keeper import keeper
from peyvand.records.ledger.models import Entry, Head, Kind, Source, Vault
from peyvand.records.ledger.proofs import leaf_of
from peyvand.records.ledger.queries import LedgerHead
from peyvand.records.ledger.redacting import Left, hash_of, left_in
from peyvand.records.ledger.rows import parse, places_in
from peyvand.records.ledger.vault import vault_faults
from peyvand.records.places.models import PlaceSlug
from peyvand.records.register import actions as register

_AT_ONCE = 500


class CannotImport(ValueError):
    """The file is no ledger, or there is one already; ``line`` is where, 0 for the file as a whole."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(_("Line %(line)d: %(reason)s") % {"line": line, "reason": reason} if line else reason)
        self.line = line


class NotEmpty(CannotImport):
    """The installation has something of its own that stands in the way."""


def import_ledger(lines: Iterable[str]) -> LedgerHead:
    """Take an exported ledger into an installation that has none yet, whole or not at all; its size and root.

    Nothing is believed: each key, leaf and text is recomputed, and the root of them all. Members who are missing come
    in without a password and inactive, since the log names them. Raises `CannotImport` or `guard.StoreUnsound`.
    """
    with writing():
        if Entry.objects.exists():
            raise NotEmpty(_("There is a ledger already."))
        taking = _Taking()
        for number, line in enumerate(lines, start=1):
            try:
                taking.take(json.loads(line))
            except CannotImport as fault:
                raise type(fault)(str(fault), number) from fault
            except (ValueError, LookupError, TypeError, AttributeError) as fault:
                raise CannotImport(_("not a line of a ledger (%s)") % repr(fault), number) from fault
        taking.finish()
        register.rebuild()
        worklist.rebuild()
        following.touch(following.LEDGER, ("all",))
        transaction.on_commit(partial(keeper.note, taking.frontier.size))
    return LedgerHead(taking.frontier.size, taking.frontier.root().hex())


@dataclass
class _Taking:
    """What has been taken in so far, and what waits to be written with others."""

    promised: LedgerHead | None = None
    frontier: Frontier = field(default_factory=Frontier)
    last: datetime | None = None
    text: str = ""
    # What is otherwise than its hashes, and may be so if a later entry says what was struck out of it: the capture that
    # it is of, an entry's number or "text", and the hash of what is left.
    struck: list[tuple[str, str, str]] = field(default_factory=list)
    left: dict[str, Left] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def take(self, line: dict[str, Any]) -> None:
        """One line of the export."""
        if self.promised is None:
            self._take_first(line)
        elif "member" in line:
            _add_member(line["member"])
        elif "slug" in line:
            _add_slug(line["slug"])
        elif "vault" in line:
            Vault.objects.get_or_create(commitment=line["vault"]["commitment"], defaults=line["vault"])
        elif "source" in line:
            self.text = line["source"]["text"]
        else:
            self._take_entry(line["entry"])

    def finish(self) -> None:
        """Write what waits, and see that all is there that the first line promised."""
        self._write()
        found = LedgerHead(self.frontier.size, self.frontier.root().hex())
        if found != self.promised:
            raise CannotImport(_("This is not the whole ledger: its root is another one."))
        for capture, what, is_left in self.struck:
            left = self.left.get(capture, Left())
            if is_left != (left.text if what == "text" else left.bodies.get(what)):
                raise CannotImport(_("The text of the source was changed.") if what == "text" else _changed(what))
        if any(vault_faults()):
            raise CannotImport(_("The reasons that members gave are not those of this ledger."))
        peaks = [peak.hex() for peak in self.frontier.peaks]
        Head.objects.create(pk=1, size=found.size, root=found.root, frontier=peaks, recorded_at=self.last)
        with connection.cursor() as cursor:
            # Members came in with their numbers, of which PostgreSQL's own counter knows nothing.
            for statement in connection.ops.sequence_reset_sql(no_style(), [Member]):
                cursor.execute(statement)

    def _take_first(self, line: dict[str, Any]) -> None:
        if line.get("peyvand") != FORM:
            raise CannotImport(_("This is no exported ledger."))
        self.promised = LedgerHead(line["size"], line["root"])

    def _take_entry(self, given: dict[str, Any]) -> None:
        entry, is_whole = _checked(given, self.frontier.size, self.last)
        if not is_whole:
            self.struck.append((entry.subject, str(entry.number), hash_of(entry.body)))
        if entry.kind == Kind.ERASURE and (left := left_in(parse(entry.body))).text:
            self.left[entry.subject] = left
        if entry.kind == Kind.SOURCE:
            if capture_of(self.text) != entry.key:
                self.struck.append((entry.key, "text", hash_of(self.text)))
            self.sources.append(_source(entry, self.text))
        self.frontier = self.frontier.append(bytes.fromhex(entry.leaf))
        self.last = entry.recorded_at
        self.entries.append(entry)
        if len(self.entries) == _AT_ONCE:
            self._write()

    def _write(self) -> None:
        Source.objects.bulk_create(self.sources)
        Entry.objects.bulk_create(self.entries)
        self.sources, self.entries = [], []


def _changed(number: str) -> str:
    return _("Entry %s was changed.") % number


def _checked(given: dict[str, Any], number: int, last: datetime | None) -> tuple[Entry, bool]:
    """The row of an entry that is the next one, and whether its key and leaf follow from what it says."""
    body = parse(given["body"])
    time = datetime.fromisoformat(given["recorded_at"])
    is_whole = leaf_of(given).hex() == given["leaf"] and key_of(given["kind"], body) == given["key"]
    if not is_whole and given["kind"] == Kind.ERASURE:
        raise CannotImport(_("The entry was changed."))
    if given["number"] != number or (last and time < last):
        raise CannotImport(_("The entry stands in the wrong place."))
    place_a, place_b = places_in(given["kind"], body)
    row = Entry(
        number=number,
        kind=given["kind"],
        key=given["key"],
        subject=given["subject"],
        body=given["body"],
        leaf=given["leaf"],
        recorded_at=time,
        member_id=given["member"],
        place_a=place_a,
        place_b=place_b,
    )
    return row, is_whole


def _source(entry: Entry, text: str) -> Source:
    facts = parse(entry.body)
    return Source(
        capture=entry.key,
        text=text,
        name=facts["name"],
        title=facts["title"],
        publisher=facts["publisher"],
        published=date.fromisoformat(facts["published"]) if facts["published"] else None,
        kind=SourceKind(facts["kind"]),
        language=facts["language"],
        public=facts["public"],
        meta=facts["meta"],
        received_at=entry.recorded_at,
        member_id=entry.member_id,
    )


def _add_member(given: dict[str, Any]) -> None:
    """The log names its members by number: the same number has to be the same person."""
    present = Member.objects.filter(pk=given["id"]).first()
    if present is None and not Member.objects.filter(username=given["username"]).exists():
        member = Member(**given | {"role": Role(given["role"]), "is_active": False, "password": ""})
        member.set_unusable_password()
        member.save(force_insert=True)
    elif present is None or present.username != given["username"]:
        raise NotEmpty(_("Another member has the name or the number of %s.") % given["username"])


def _add_slug(given: dict[str, str]) -> None:
    present = PlaceSlug.objects.filter(place_id=given["place"]).values_list("slug", flat=True).first()
    if present is None:
        PlaceSlug.objects.create(place_id=given["place"], slug=given["slug"])
    elif present != given["slug"]:
        raise NotEmpty(_("The place %s has another address here.") % given["place"])
