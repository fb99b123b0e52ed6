"""Documents, asked. Each answers a member, or a visitor (None), with what they may see; hidden is as missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from peyvand.adapters.documents.looking import FileType
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.accounts.scopes import rows_seen, rows_within
from peyvand.records.documents.actions import HISTORY
from peyvand.records.documents.keeping import PAGE_PICTURE, SMALL_PICTURE, shelf
from peyvand.records.documents.models import Document, Tie
from peyvand.records.documents.ties import tied_to, ties_of
from peyvand.records.history.queries import Changed, changes_of
from peyvand.records.intake.paging import PAGE, pages_of

_MOST_BESIDE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the list: words of a title or name, places (ids; none: any), voided ones too, a page from 1."""

    words: str = ""
    places: Collection[str] = ()
    voided: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of documents, and how many there are in all."""

    lines: tuple[Document, ...]
    found: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A document with what it belongs to, other documents of the very same bytes, and its changes."""

    document: Document
    ties: tuple[Tie, ...]
    same: tuple[Document, ...]
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A file to be handed over, under the name that it is saved by; ``places`` are those of its document."""

    data: bytes
    kind: FileType
    name: str
    places: tuple[str, ...]


def documents(member: Member, asked: Asked) -> Listed:
    """A page of the documents that a member may see, the newest first. Raises `NotAllowed`."""
    allow(member, "document.see")
    rows = _seen(member)
    if not asked.voided:
        rows = rows.filter(voided_at=None)
    if asked.places:
        rows = rows.filter(Q(place_a__in=asked.places) | Q(place_b__in=asked.places))
    for word in asked.words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(name__icontains=word))
    found = rows.count()
    page = min(max(asked.page, 1), pages_of(found))
    lines = tuple(rows.select_related("file", "member").order_by("-pk")[(page - 1) * PAGE : page * PAGE])
    return Listed(lines=lines, found=found, page=page, pages=pages_of(found))


def document_view(key: str, member: Member) -> DocumentView | None:
    """One document; None for none that the member may see. Raises `NotAllowed`."""
    allow(member, "document.see")
    document = _seen(member).select_related("file", "member").filter(key=key).first()
    if document is None:
        return None
    whole = may(member, "source.see_internal", places=document.places)
    same = _seen(member).filter(file=document.file_id).exclude(pk=document.pk).select_related("member")
    return DocumentView(
        document=document,
        ties=tuple(ties_of(HISTORY, document.pk, whole=whole)),
        same=tuple(same.order_by("pk")[:_MOST_BESIDE]),
        changes=tuple(changes_of(HISTORY, document.pk)) if whole else (),
    )


def belonging_to(kind: str, refs: Iterable[str], member: Member | None) -> dict[str, list[Document]]:
    """The documents that belong to things of a kind, by thing, as far as the member (None: a visitor) may see them."""
    numbers = tied_to(kind, refs, HISTORY)
    if not numbers:
        return {}
    rows = _seen(member).filter(pk__in=list(numbers), voided_at=None).select_related("file").order_by("pk")
    found: dict[str, list[Document]] = defaultdict(list)
    for row in rows:
        for ref in numbers[row.pk]:
            found[ref].append(row)
    return dict(found)


def of_pair(first: str, second: str, member: Member | None) -> list[Document]:
    """The documents of a bond, the newest first."""
    of_bond = Q(place_a=first, place_b=second) | Q(place_a=second, place_b=first)
    rows = _seen(member).filter(of_bond, voided_at=None).select_related("file")
    return list(rows.order_by("-pk")[:_MOST_BESIDE])


def fetch(key: str, member: Member | None) -> Fetched | None:
    """A file, for whoever may see its document at this moment; None as if there were none."""
    document = _open(key, member)
    data = shelf().get(document.file_id) if document else None
    if document is None or data is None:
        return None
    kind = FileType(document.file.kind)
    stem = document.name.rsplit(".", 1)[0] if "." in document.name[1:] else document.name
    return Fetched(data=data, kind=kind, name=f"{stem}.{kind.suffix}", places=document.places)


def picture(key: str, member: Member | None, *, small: bool) -> bytes | None:
    """The picture of a document's first page, as JPEG; None as `fetch`, or where none was drawn."""
    document = _open(key, member)
    return shelf().get(f"{document.file_id}{SMALL_PICTURE if small else PAGE_PICTURE}") if document else None


def document_of(key: str, member: Member) -> Document | None:
    """The document of a key, for who may see it."""
    return _seen(member).select_related("file").filter(key=key).first()


def _open(key: str, member: Member | None) -> Document | None:
    return _seen(member).select_related("file").filter(key=key, file__erased_at=None).first()


def _seen(member: Member | None) -> QuerySet[Document]:
    """What is voided is seen by the office of its places alone, whatever it was before."""
    standing = Q(voided_at=None) | rows_within(member, "source.see_internal")
    return Document.objects.filter(rows_seen(member), standing)
