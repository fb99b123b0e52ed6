"""Documents are brought, named, tied to what they belong to, voided and erased. The one door for each."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256

from django.db import connection, transaction
from django.utils.translation import gettext as _

from peyvand.adapters.documents.looking import Looked, look
from peyvand.adapters.engines.forgetting import forget
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.scopes import Visibility
from peyvand.records.documents.keeping import PAGE_PICTURE, SMALL_PICTURE, shelf
from peyvand.records.documents.models import Document, File, Tie
from peyvand.records.documents.ties import tie_up, untie
from peyvand.records.history.actions import erase_history, note
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile, check_places, put
from peyvand.records.ledger.actions import writing

HISTORY = "document"
_LONGEST_NAME, _LONGEST_TITLE, _LONGEST_REASON = 200, 300, 1000
# Signs that steer or hide: a name is shown and saved by other programs.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of a document. ``places`` are the two of its bond, or one, or none: of the office as a whole."""

    title: str = ""
    places: tuple[str, ...] = ()
    visibility: str = Visibility.INTERNAL


def bring(data: bytes, name: str, facts: Facts, *, by: Member) -> Document:
    """Keep a file that a member brings. Bytes that are here already are not kept twice.

    Raises `NotAllowed`, `CannotKeep`, or `UnreadableSource` for a file that is no document, or a harmful one.
    """
    allow(by, "document.keep", places=facts.places)
    _check(facts)
    called = _STEERING.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()[:_LONGEST_NAME] or "scan"
    looked = look(data, called)
    digest = sha256(data).hexdigest()
    _shelve(digest, data, looked)
    with writing() as moment:
        file = _file(digest, len(data), looked, moment)
        document = Document(key=secrets.token_urlsafe(32), file=file, name=called, member=by, at=moment)
        values = _put(document, facts, moment)
        document.save()
        _note(document, "brought", {"name": (None, called), **values}, by)
        return document


def change(document: Document, facts: Facts, *, follows: int, by: Member) -> Document:
    """Say something else of a document; ``follows`` is the version that the member saw. Raises `NotAllowed`,
    `CannotKeep` or `ChangedMeanwhile`."""
    with writing() as moment:
        found = _standing(document.pk, by)
        allow(by, "document.keep", places=facts.places)
        _check(facts)
        if found.version != follows:
            raise ChangedMeanwhile(found)
        if values := _put(found, facts, moment):
            found.version += 1
            found.save()
            _note(found, "changed", values, by)
        return found


def void(document: Document, *, reason: str, by: Member) -> None:
    """Take a document that was brought by mistake out of use; it stays, with the reason. Raises `NotAllowed` or
    `CannotKeep`."""
    _set_void(document, reason, by, void=True)


def restore(document: Document, *, reason: str, by: Member) -> None:
    """Take a voided document into use again. As `void`."""
    _set_void(document, reason, by, void=False)


def tie(document: Document, kind: str, ref: str, *, by: Member) -> Tie:
    """Say what a document belongs to. Raises `NotAllowed`, or `ties.NoSuchThing`."""
    with writing():
        found = _standing(document.pk, by)
        made = tie_up(HISTORY, found.pk, kind, ref, by=by)
        _note(found, "tied", {"tie": (None, f"{made.kind} {made.ref}")}, by)
        return made


def loosen(document: Document, kind: str, ref: str, *, by: Member) -> None:
    """Take back what was said by `tie`. Raises `NotAllowed` or `CannotKeep`."""
    with writing():
        found = _standing(document.pk, by)
        if untie(HISTORY, found.pk, kind, ref):
            _note(found, "loosened", {"tie": (f"{kind} {ref}", None)}, by)


def erase(document: Document, *, by: Member) -> None:
    """Erase a file for good, with all that was said of it by whoever brought it; that it was here, and its hash, stay.

    Whoever holds an older backup still has it. Raises `NotAllowed` or `CannotKeep`.
    """
    allow(by, "personal.erase")
    with writing() as moment:
        found = Document.objects.select_related("file").filter(pk=document.pk).first()
        if found is None or found.file.erased_at:
            raise CannotKeep(_("There is no such document."))
        File.objects.filter(pk=found.file_id).update(text="", drawn=False, erased_at=moment)
        for one in Document.objects.filter(file=found.file_id):
            _note(one, "erased", {}, by)
            erase_history(HISTORY, one.pk, by=by)
        Document.objects.filter(file=found.file_id).update(name="", title="", voided_at=moment, changed_at=moment)
        transaction.on_commit(partial(_forget, found.file_id))


def _forget(digest: str) -> None:
    for suffix in ("", PAGE_PICTURE, SMALL_PICTURE):
        shelf().drop(f"{digest}{suffix}")
    for table in (File._meta.db_table, Document._meta.db_table):
        forget(connection, table)


def _shelve(digest: str, data: bytes, looked: Looked) -> None:
    """Before the row, so that no row is without its file; a file without a row, after a crash, harms nobody."""
    if File.objects.filter(pk=digest, erased_at__isnull=False).exists():
        raise CannotKeep(_("This very file was erased for good; it is not taken again."), "file")
    for suffix, kept in (("", data), (PAGE_PICTURE, looked.page), (SMALL_PICTURE, looked.small)):
        if kept:
            shelf().put(f"{digest}{suffix}", kept)


def _file(digest: str, size: int, looked: Looked, moment: datetime) -> File:
    facts = {"kind": looked.kind, "size": size, "pages": looked.pages, "drawn": bool(looked.small), "at": moment}
    # A null byte is a sign in a PDF, and none in a database.
    text = looked.text.replace("\0", "")
    return File.objects.get_or_create(digest=digest, defaults={**facts, "text": text})[0]


def _standing(number: int, by: Member) -> Document:
    found = Document.objects.select_related("file").filter(pk=number, voided_at=None).first()
    if found is None:
        raise CannotKeep(_("There is no such document."))
    allow(by, "document.keep", places=found.places)
    return found


def _put(document: Document, facts: Facts, moment: datetime) -> dict[str, tuple[object, object]]:
    first, second = (*facts.places, "", "")[:2]
    told = {"title": facts.title.strip(), "place_a": first, "place_b": second, "visibility": str(facts.visibility)}
    document.changed_at = moment
    return put(document, told)


def _set_void(document: Document, reason: str, by: Member, *, void: bool) -> None:
    if not reason.strip():
        raise CannotKeep(_("This needs its reason."), "reason")
    with writing() as moment:
        rows = Document.objects.filter(pk=document.pk, voided_at__isnull=void, file__erased_at=None)
        found = rows.first()
        if found is None:
            raise CannotKeep(_("There is no such document."))
        allow(by, "document.keep", places=found.places)
        rows.update(voided_at=moment if void else None, changed_at=moment)
        _note(found, "voided" if void else "restored", {}, by, reason.strip()[:_LONGEST_REASON])


def _note(
    document: Document, what: str, values: Mapping[str, tuple[object, object]], by: Member, reason: str = ""
) -> None:
    note(HISTORY, document.pk, what, values, by=by, places=document.places, reason=reason)


def _check(facts: Facts) -> None:
    if len(facts.title) > _LONGEST_TITLE:
        raise CannotKeep(_("This is too long."), "title")
    if facts.visibility not in set(Visibility):
        raise CannotKeep(_("Choose one of the list."), "visibility")
    check_places(facts.places)
