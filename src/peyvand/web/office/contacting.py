"""What members type into the forms of a contact, and contacts for the eye."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from peyvand.records.accounts.scopes import Visibility
from peyvand.records.contacts.actions import PUBLISHED, Facts
from peyvand.records.contacts.models import Consent, Contact, Kind, Term
from peyvand.records.contacts.queries import ContactView
from peyvand.records.contacts.reading import PeopleRead, Proposed
from peyvand.web.office.filled import Filled
from peyvand.web.office.paperbook import ChangeShown, changes_shown
from peyvand.web.shared.dates import When, day, not_said, when
from peyvand.web.shared.direction import spell_controls
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.papers import ContactShown, contact_lines, language_name
from peyvand.web.telling.paperwords import FIELDS as FIELD_WORDS
from peyvand.web.telling.paperwords import KINDS, VISIBILITIES

FIELDS = (
    "kind", "name", "names", "role", "body", "place", "place_place", "phone", "mail", "address", "language", "note",
    "visibility",
)  # fmt: skip
TERM_FIELDS = ("role", "body", "place", "place_place", "starts", "ends")
# What the address of the form of a new contact may say already.
KNOWN = ("name", "role", "body", "language")
_WITH_LANGUAGE = re.compile(r"([a-z]{2,3})\s*:\s*(.+)")
Choice = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermShown:
    """A time in office."""

    number: int
    role: str
    where: tuple[str, ...]
    starts: When | None
    ends: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentShown:
    """Consent to publish, or its withdrawal: by which document, as its key, where one shows it."""

    given: bool
    fields: str
    on: str
    document: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """One contact."""

    line: ContactShown
    key: int
    kind: str
    names: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    mail: str
    visibility: str
    terms: tuple[TermShown, ...]
    consent: ConsentShown | None
    consents: tuple[ConsentShown, ...]
    doubles: tuple[ContactShown, ...]
    alike: tuple[ContactShown, ...]
    changes: tuple[ChangeShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRead:
    """Somebody whom a source names: what the form of a new contact would say, and contacts of that name."""

    name: str
    facts: tuple[str, ...]
    quote: str
    query: str
    known: tuple[ContactShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Who held an office on a day, as far as is known: each with the term of it."""

    day: When
    lines: tuple[tuple[ContactShown, TermShown], ...]


def held_on(day_asked: date, terms: Iterable[Term], naming: Naming) -> Held:
    """Who held an office on a day."""
    found = [(one.contact.merged_into or one.contact, one) for one in terms]
    lines = ((contact_lines([contact], naming)[0], _term(term, naming)) for contact, term in found)
    return Held(day=day(day_asked, naming.language), lines=tuple(lines))


def contact_choices() -> dict[str, tuple[Choice, ...]]:
    """What the fields are chosen from."""
    return {
        "kinds": tuple((str(code), _(words)) for code, words in KINDS.items()),
        "visibilities": tuple((str(code), _(VISIBILITIES[code])) for code in Visibility if code != Visibility.PUBLIC),
        "published": tuple((name, str(FIELD_WORDS[name])) for name in PUBLISHED),
    }


def blank(known: Mapping[str, str]) -> Filled:
    """The form of a new contact, with what is known of it."""
    return Filled(values={"kind": Kind.PERSON, "visibility": Visibility.INTERNAL, **known})


def filled_of(contact: Contact, naming: Naming) -> Filled:
    """The form of a contact that is kept."""
    names = "\n".join(f"{language}: {name}" if language else name for language, name in contact.names)
    plain = ("kind", "name", "role", "body", "phone", "mail", "address", "language", "note", "visibility")
    return Filled(
        values={name: str(getattr(contact, name)) for name in plain}
        | {"names": names, "place": naming.place(contact.place) if contact.place else ""}
        | {"place_place": contact.place, "version": str(contact.version)}
    )


def facts_of(form: Filled) -> Facts:
    """What the form says of a contact; to be asked only where there are no faults."""
    return Facts(
        name=form["name"].strip(),
        kind=form["kind"],
        names=tuple(_name_of(line) for line in form["names"].splitlines() if line.strip()),
        role=form["role"].strip(),
        body=form["body"].strip(),
        place=form["place_place"],
        phone=form["phone"].strip(),
        mail=form["mail"].strip(),
        address=form["address"].replace("\r\n", "\n").strip(),
        language=form["language"],
        note=form["note"].replace("\r\n", "\n").strip(),
        visibility=form["visibility"],
    )


def contact_page(view: ContactView, naming: Naming) -> ContactPage:
    """All of a contact's page."""
    contact = view.contact
    consents = tuple(_consent(one) for one in view.consents)
    return ContactPage(
        line=contact_lines([contact], naming)[0],
        key=contact.pk,
        kind=_(KINDS[Kind(contact.kind)]),
        names=tuple((language_name(language), spell_controls(name)) for language, name in contact.names),
        facts=tuple(_facts(contact, naming)),
        mail=contact.mail,
        visibility=_(VISIBILITIES[contact.visibility]),
        terms=tuple(_term(one, naming) for one in view.terms),
        consent=consents[0] if view.consent else None,
        consents=consents,
        doubles=tuple(contact_lines(view.doubles, naming)),
        alike=tuple(contact_lines(view.alike, naming)),
        changes=tuple(changes_shown(view.changes, naming)),
    )


def people_lines(read: PeopleRead, naming: Naming) -> list[PersonRead]:
    """The people of a source, each with the way into the form of a new contact."""
    return [_person(one, read, naming) for one in read.people]


def _person(one: Proposed, read: PeopleRead, naming: Naming) -> PersonRead:
    person = one.person
    known = {"name": person.name, "role": person.role_text, "body": person.body or "", "language": read.language}
    return PersonRead(
        name=spell_controls(person.name),
        facts=tuple(filter(None, (person.role_text, person.body or ""))),
        quote=spell_controls(person.evidence.text),
        query=urlencode({name: words for name, words in known.items() if words}),
        known=tuple(contact_lines(one.known, naming)),
    )


def _facts(contact: Contact, naming: Naming) -> list[tuple[str, str]]:
    told = [
        ("role", contact.role),
        ("body", contact.body),
        ("place", naming.place(contact.place) if contact.place else ""),
        ("phone", contact.phone),
        ("address", contact.address),
        ("language", language_name(contact.language)),
        ("note", contact.note),
    ]
    return [(str(FIELD_WORDS[name]), spell_controls(words)) for name, words in told if words]


def _term(term: Term, naming: Naming) -> TermShown:
    where = (spell_controls(term.body), naming.place(term.place) if term.place else "")
    return TermShown(
        number=term.pk,
        role=spell_controls(term.role),
        where=tuple(filter(None, where)),
        starts=when(term.starts, naming.language) if term.starts else None,
        ends=when(term.ends, naming.language) if term.ends else None,
    )


def _consent(one: Consent) -> ConsentShown:
    comma = _(", ")
    return ConsentShown(
        given=one.given,
        fields=comma.join(str(FIELD_WORDS[name]) for name in PUBLISHED if name in one.fields),
        on=spell_controls(one.on_said) or not_said(),
        document=one.document,
        by=str(one.member),
    )


def _name_of(line: str) -> tuple[str, str]:
    """A name with the language that it is in, where the line says so: ``ru: Ильсур Метшин``."""
    told = _WITH_LANGUAGE.fullmatch(line.strip())
    return (told[1], told[2].strip()) if told else ("", line.strip())
