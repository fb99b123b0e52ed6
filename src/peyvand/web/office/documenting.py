"""What members type into the forms of a document, and documents for the eye."""

from __future__ import annotations

from dataclasses import dataclass

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.scopes import Visibility
from peyvand.records.documents.actions import Facts
from peyvand.records.documents.models import Document
from peyvand.records.documents.queries import DocumentView
from peyvand.web.office.filled import Filled
from peyvand.web.office.paperbook import ChangeShown, TieShown, changes_shown, ties_shown
from peyvand.web.shared.dates import When, day
from peyvand.web.shared.direction import runs_rtl
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.papers import DocumentShown, document_lines

FIELDS = ("title", "own", "own_place", "partner", "partner_place", "visibility")
# So much of a file's own words is shown; the rest is in the file.
_MOST_WORDS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """One document. ``words`` are those of its file, and ``more``: there are others."""

    line: DocumentShown
    digest: str
    by: str
    at: When
    places: str
    words: str
    rtl: bool
    more: bool
    erased: bool
    same: tuple[DocumentShown, ...]
    ties: tuple[TieShown, ...]
    changes: tuple[ChangeShown, ...]


def blank(member: Member, naming: Naming) -> Filled:
    """The form of a new document."""
    own = naming.place(member.city) if member.city else ""
    return Filled(values={"own": own, "own_place": member.city, "visibility": str(Visibility.INTERNAL)})


def filled_of(document: Document, naming: Naming) -> Filled:
    """The form of a document that is kept."""
    return Filled(
        values={
            "title": document.title,
            "own": naming.place(document.place_a) if document.place_a else "",
            "own_place": document.place_a,
            "partner": naming.place(document.place_b) if document.place_b else "",
            "partner_place": document.place_b,
            "visibility": document.visibility,
            "version": str(document.version),
        }
    )


def facts_of(form: Filled) -> Facts:
    """What the form says of a document; to be asked only where there are no faults."""
    places = tuple(filter(None, (form["own_place"], form["partner_place"])))
    return Facts(title=form["title"].strip(), places=places, visibility=form["visibility"])


def document_page(view: DocumentView, naming: Naming) -> DocumentPage:
    """All of a document's page."""
    document = view.document
    (line,) = document_lines([document], naming)
    words = document.file.text
    return DocumentPage(
        line=line,
        digest=document.file_id,
        by=str(document.member),
        at=day(document.at.date(), naming.language),
        places=naming.listed(document.places),
        words=words[:_MOST_WORDS],
        rtl=runs_rtl(words),
        more=len(words) > _MOST_WORDS,
        erased=document.file.erased_at is not None,
        same=tuple(document_lines(view.same, naming)),
        ties=tuple(ties_shown(view.ties, naming)),
        changes=tuple(changes_shown(view.changes, naming)),
    )
