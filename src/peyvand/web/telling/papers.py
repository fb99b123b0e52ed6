"""Letters, documents and contacts as lines: in their own lists, and beside the bonds and cases that they belong to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from peyvand.adapters.documents.looking import FileType
from peyvand.records.contacts.models import Contact
from peyvand.records.contacts.queries import Published
from peyvand.records.documents.models import Document
from peyvand.records.letters.models import Direction, Letter, Party
from peyvand.records.letters.queries import LetterLine, name_of, standing
from peyvand.web.shared.dates import When, day, when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.paperwords import FILES, LANGUAGES, VISIBILITIES

_KILO, _MEGA = 1_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody's name, and the way to the contact where it is one."""

    words: str
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """A letter as a line. ``due`` is when its answer is due, None where none is waited for; ``late``: that has passed.
    ``href`` is empty for a visitor, to whom the register is closed."""

    number: str
    subject: str
    href: str
    direction: str
    senders: tuple[Name, ...]
    receivers: tuple[Name, ...]
    when: When
    due: When | None
    late: bool
    voided: bool
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentShown:
    """A document as a line: ``file`` is where it is fetched, ``small`` and ``page`` where its pictures are, empty where
    none was drawn."""

    key: str
    name: str
    called: str
    href: str
    file: str
    small: str
    page: str
    facts: tuple[str, ...]
    voided: bool
    visibility: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """A contact as a line."""

    number: int
    name: str
    href: str
    others: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """What everybody may see of a contact."""

    name: str
    place: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """What belongs to a bond or a case. ``inside``: a member looks. ``add`` is the query by which a new letter or
    document belongs to it too, empty for who may add none."""

    inside: bool = False
    letters: tuple[LetterShown, ...] = ()
    documents: tuple[DocumentShown, ...] = ()
    contacts: tuple[ContactShown, ...] = ()
    persons: tuple[PersonShown, ...] = ()
    add: str = ""


def letter_number(letter: Letter, language: str) -> str:
    """How the register calls a letter: «وارده ۱۴۰۵/۱۲»."""
    told = _("incoming %(number)s") if letter.direction == Direction.INCOMING else _("outgoing %(number)s")
    return told % {"number": in_language(str(letter), language)}


def letter_lines(
    lines: Iterable[LetterLine], naming: Naming, today: date, *, inside: bool = True, contacts: bool = True
) -> list[LetterShown]:
    """Letters, line by line; ``inside``: for members, with the way to each; ``contacts``: with the way to those too."""
    return [_letter(line, naming, today, inside, contacts) for line in lines]


def document_lines(documents: Iterable[Document], naming: Naming, *, inside: bool = True) -> list[DocumentShown]:
    """Documents, line by line. As `letter_lines`."""
    return [_document(document, naming, inside) for document in documents]


def contact_lines(contacts: Iterable[Contact], naming: Naming) -> list[ContactShown]:
    """Contacts, line by line."""
    return [
        ContactShown(
            number=contact.pk,
            name=spell_controls(contact.name) or _("erased"),
            href=reverse("office:contact", args=[contact.pk]),
            others=tuple(spell_controls(name) for _language, name in contact.names),
            facts=tuple(
                filter(None, (contact.role, contact.body, naming.place(contact.place) if contact.place else ""))
            ),
        )
        for contact in contacts
    ]


def person_lines(persons: Iterable[Published], naming: Naming) -> list[PersonShown]:
    """What everybody may see of contacts, in the language of the page where a name in it is known."""
    return [
        PersonShown(
            name=_best_name(one, naming.language),
            place=naming.place(one.place) if one.place else "",
            facts=tuple(words for name, words in one.fields.items() if name != "name"),
        )
        for one in persons
    ]


def size_of(octets: int, language: str) -> str:
    """How large a file is, in words: «۱٫۲ مگابایت»."""
    if octets < _MEGA:
        return _("%s kB") % in_language(max(octets // _KILO, 1), language)
    point = "٫" if language == "fa" else "."
    return _("%s MB") % in_language(f"{octets / _MEGA:.1f}".replace(".", point), language)


def language_name(code: str) -> str:
    """The name of a letter's language; the code itself where it is not among those that are chosen from."""
    return _(LANGUAGES[code]) if code in LANGUAGES else code


def letter_when(letter: Letter, language: str) -> When:
    """The date of a letter in the page's calendar."""
    return when(letter.date, language)


def _name(party: Party, linked: bool) -> Name:
    contact = standing(party)
    words = spell_controls(name_of(party)) or _("erased")
    return Name(words, reverse("office:contact", args=[contact.pk]) if contact and linked else "")


def _letter(line: LetterLine, naming: Naming, today: date, inside: bool, contacts: bool) -> LetterShown:
    letter, language = line.letter, naming.language
    return LetterShown(
        number=letter_number(letter, language),
        subject=spell_controls(letter.subject),
        href=reverse("office:letter", args=[letter.pk]) if inside else "",
        direction=letter.direction,
        senders=tuple(_name(one, inside and contacts) for one in line.senders),
        receivers=tuple(_name(one, inside and contacts) for one in line.receivers),
        when=letter_when(letter, language),
        due=day(letter.answer_by, language) if line.waits and letter.answer_by else None,
        late=bool(line.waits and letter.answer_by and letter.answer_by < today),
        voided=letter.voided_at is not None,
        visibility=_(VISIBILITIES[letter.visibility]),
    )


def _document(document: Document, naming: Naming, inside: bool) -> DocumentShown:
    file, language, key = document.file, naming.language, document.key
    there = file.erased_at is None
    pages = _("%s pages") % in_language(file.pages, language) if file.pages > 1 else ""
    kind = _(FILES[FileType(file.kind)])
    return DocumentShown(
        key=key,
        name=spell_controls(str(document)) or _("erased"),
        called=spell_controls(document.name),
        href=reverse("office:document", args=[key]) if inside else "",
        file=reverse("opendata:document", args=[key]) if there else "",
        small=reverse("opendata:document_small", args=[key]) if there and file.drawn else "",
        page=reverse("opendata:document_page", args=[key]) if there and file.drawn else "",
        facts=tuple(filter(None, (kind, pages, size_of(file.size, language)))),
        voided=document.voided_at is not None,
        visibility=_(VISIBILITIES[document.visibility]),
    )


def _best_name(one: Published, language: str) -> str:
    own = next((name for code, name in one.names if code == language), "")
    return own or one.fields["name"]
