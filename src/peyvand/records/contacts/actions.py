"""Contacts are kept, changed, merged and erased; their consent is noted. The one door for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand.adapters.engines.forgetting import forget
from peyvand.lexicon.said_dates import SaidDate, said_date
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.scopes import Visibility
from peyvand.records.contacts.models import LONGEST, Consent, Contact, Kind, Term
from peyvand.records.contacts.naming import folded_names
from peyvand.records.history.actions import erase_history, note
from peyvand.records.history.keeping import CannotKeep, ChangedMeanwhile, check_places, put
from peyvand.records.ledger.actions import writing

HISTORY = "contact"
# What may be published of a contact, field by field.
PUBLISHED = ("name", "role", "body", "phone", "mail", "address")
_LONGEST_TEXT = 5_000
_MOST_NAMES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of a contact; ``names`` are other names as pairs of a language and a name."""

    name: str
    kind: str = Kind.PERSON
    names: tuple[tuple[str, str], ...] = ()
    role: str = ""
    body: str = ""
    place: str = ""
    phone: str = ""
    mail: str = ""
    address: str = ""
    language: str = ""
    note: str = ""
    visibility: str = Visibility.INTERNAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A person's time in an office, its dates as they were said; empty where they were not."""

    role: str
    body: str = ""
    place: str = ""
    starts: str = ""
    ends: str = ""


def keep(facts: Facts, *, by: Member) -> Contact:
    """Keep a new contact. Raises `NotAllowed` or `CannotKeep`."""
    allow(by, "contact.keep", places=_places(facts.place))
    _check(facts)
    with writing() as moment:
        contact = Contact(member=by, at=moment, version=0)
        values = _put(contact, facts, moment)
        contact.save()
        _note(contact, "kept", values, by)
        return contact


def change(contact: Contact, facts: Facts, *, follows: int, by: Member) -> Contact:
    """Change a contact; ``follows`` is the version that the member saw. Raises `NotAllowed`, `CannotKeep` or
    `ChangedMeanwhile`."""
    with writing() as moment:
        found = _standing(contact.pk, by)
        allow(by, "contact.keep", places=_places(facts.place))
        _check(facts)
        if found.version != follows:
            raise ChangedMeanwhile(found)
        values = _put(found, facts, moment)
        if values:
            found.version += 1
            found.save()
            _note(found, "changed", values, by)
        return found


def hold_office(contact: Contact, office: Office, *, by: Member) -> Term:
    """Note that a person held an office, from a day to another. Raises `NotAllowed` or `CannotKeep`."""
    with writing() as moment:
        found = _standing(contact.pk, by)
        starts, ends = _said(office.starts, by, "starts"), _said(office.ends, by, "ends")
        if not office.role.strip():
            raise CannotKeep(_("Say which office it was."), "role")
        if starts and ends and starts.first > ends.last:
            raise CannotKeep(_("It ended before it began."), "ends")
        check_places(_places(office.place), "place")
        term = Term.objects.create(
            contact=found, role=office.role.strip()[:LONGEST], body=office.body.strip()[:LONGEST], place=office.place,
            starts_said=starts.text if starts else "", starts=starts.edtf if starts else "",
            first_day=starts.first if starts else None,
            ends_said=ends.text if ends else "", ends=ends.edtf if ends else "", last_day=ends.last if ends else None,
        )  # fmt: skip
        _touch(found, moment)
        _note(found, "held", {"term": (None, asdict(office))}, by)
        return term


def take_office_back(term: Term, *, by: Member) -> None:
    """Take away a time in office that was noted by mistake. Raises `NotAllowed` or `CannotKeep`."""
    with writing() as moment:
        found = _standing(term.contact_id, by)
        told = Office(role=term.role, body=term.body, place=term.place, starts=term.starts_said, ends=term.ends_said)
        _note(found, "not_held", {"term": (asdict(told), None)}, by)
        _touch(found, moment)
        term.delete()


def consent(
    contact: Contact, fields: tuple[str, ...], *, on: str, by: Member, document: str = "", words: str = ""
) -> Consent:
    """Note what a person consented to have published, on which day (as said), and what shows it: the key of a document,
    or words. Raises `NotAllowed` or `CannotKeep`."""
    if not fields or not set(fields) <= set(PUBLISHED):
        raise CannotKeep(_("Say which fields may be published."), "fields")
    if not document and not words.strip():
        raise CannotKeep(_("Say what shows the consent: a document, or in words."), "words")
    return _consented(contact, fields, on, by, document=document, words=words)


def withdraw_consent(contact: Contact, *, on: str, by: Member, words: str = "") -> Consent:
    """Note that a person took the consent back; from now on nothing of them is published. As `consent`."""
    return _consented(contact, (), on, by, words=words)


def merge(kept: Contact, double: Contact, *, by: Member) -> None:
    """Two contacts are one: ``double`` is shown as ``kept`` from now on. What was consented to for the double counts no
    more, since it named another row. Raises `NotAllowed` or `CannotKeep`."""
    with writing() as moment:
        first, second = _standing(kept.pk, by), _standing(double.pk, by)
        if first.pk == second.pk:
            raise CannotKeep(_("These are one contact already."), "double")
        Contact.objects.filter(Q(pk=second.pk) | Q(merged_into=second)).update(merged_into=first, changed_at=moment)
        _touch(first, moment)
        _note(first, "merged", {"double": (None, second.pk)}, by)
        _note(second, "merged", {"merged_into": (None, first.pk)}, by)


def part(double: Contact, *, by: Member) -> None:
    """A merger was a mistake: the double is a contact of its own again. What was consented to before is asked for
    anew, since it may have been taken back meanwhile. Raises `NotAllowed` or `CannotKeep`."""
    with writing() as moment:
        found = Contact.objects.filter(pk=double.pk, merged_into__isnull=False, erased_at=None).first()
        if found is None:
            raise CannotKeep(_("There is no such contact."))
        allow(by, "contact.keep", places=_places(found.place))
        _note(found, "parted", {"merged_into": (found.merged_into_id, None)}, by)
        Contact.objects.filter(pk=found.pk).update(merged_into=None, changed_at=moment)
        _end_consent(found, moment, by)


def erase(contact: Contact, *, by: Member) -> None:
    """Erase all that is known of a person, for good: names, terms, and the words of every change; and of the doubles.

    That there was somebody, and who consented to what when, stays; whoever holds an older backup still has the rest.
    Raises `NotAllowed` or `CannotKeep`.
    """
    allow(by, "personal.erase")
    with writing() as moment:
        found = _standing(contact.pk, by)
        for one in Contact.objects.filter(Q(pk=found.pk) | Q(merged_into=found)):
            _note(one, "erased", {}, by)
            Term.objects.filter(contact=one).delete()
            _put(one, Facts(name="", kind=one.kind), moment)
            one.version, one.erased_at = one.version + 1, moment
            one.save()
            erase_history(HISTORY, one.pk, by=by)
        for table in (Contact._meta.db_table, Term._meta.db_table):
            transaction.on_commit(partial(forget, connection, table))


def _consented(
    contact: Contact, fields: tuple[str, ...], on: str, by: Member, *, document: str = "", words: str = ""
) -> Consent:
    with writing() as moment:
        found = _standing(contact.pk, by)
        day = _said(on, by, "on")
        if day is None:
            raise CannotKeep(_("Say on which day."), "on")
        if day.first > timezone.localdate():
            raise CannotKeep(_("This day lies ahead."), "on")
        last = Consent.objects.filter(contact=found).aggregate(last=Max("number"))["last"]
        what = "consented" if fields else "withdrew"
        _note(found, what, {"words": (None, words.strip()[:_LONGEST_TEXT])}, by)
        _touch(found, moment)
        return Consent.objects.create(
            contact=found, number=0 if last is None else last + 1, given=bool(fields), fields=sorted(fields),
            on=day.edtf, on_said=day.text, document=document[:64], member=by, at=moment,
        )  # fmt: skip


def _end_consent(contact: Contact, moment: datetime, by: Member) -> None:
    last = Consent.objects.filter(contact=contact).order_by("-number").first()
    if last and last.given:
        today = timezone.localdate(moment).isoformat()
        Consent.objects.create(
            contact=contact, number=last.number + 1, given=False, on=today, on_said=today, member=by, at=moment
        )


def _standing(number: int, by: Member) -> Contact:
    """The contact as it stands, for a member who may keep it. To be called inside `writing`."""
    found = Contact.objects.filter(pk=number, merged_into=None, erased_at=None).first()
    if found is None:
        raise CannotKeep(_("There is no such contact."))
    allow(by, "contact.keep", places=_places(found.place))
    return found


def _put(contact: Contact, facts: Facts, moment: datetime) -> dict[str, tuple[object, object]]:
    """Put the facts into the row; what differs from before."""
    told = {name: words.strip() if isinstance(words, str) else words for name, words in asdict(facts).items()}
    values = put(contact, told | {"names": [list(pair) for pair in facts.names if pair[1].strip()]})
    contact.folded = folded_names([contact.name, *(name for _language, name in contact.names)])
    contact.changed_at = moment
    return values


def _note(contact: Contact, what: str, values: Mapping[str, tuple[object, object]], by: Member) -> None:
    note(HISTORY, contact.pk, what, values, by=by, places=_places(contact.place))


def _touch(contact: Contact, moment: datetime) -> None:
    Contact.objects.filter(pk=contact.pk).update(changed_at=moment)


def _check(facts: Facts) -> None:
    if not facts.name.strip():
        raise CannotKeep(_("A contact needs a name."), "name")
    if facts.kind not in Kind.values or facts.visibility not in (Visibility.INTERNAL, Visibility.PARTNER):
        raise CannotKeep(_("Choose one of the list."), "kind")
    short = (("name", facts.name), ("role", facts.role), ("body", facts.body), ("phone", facts.phone))
    if len(facts.language) > 10 or len(facts.mail) > 254:
        raise CannotKeep(_("This is too long."), "mail" if len(facts.mail) > 254 else "language")
    long = (("address", facts.address), ("note", facts.note))
    for field, words in (*short, *long, *(("names", name) for _language, name in facts.names)):
        most = _LONGEST_TEXT if field in dict(long) else 100 if field == "phone" else LONGEST
        if len(words) > most:
            raise CannotKeep(_("This is too long."), field)
    if len(facts.names) > _MOST_NAMES:
        raise CannotKeep(_("These are too many names."), "names")
    check_places(_places(facts.place), "place")
    if facts.mail:
        try:
            validate_email(facts.mail)
        except ValidationError as fault:
            raise CannotKeep(_("This is no e-mail address."), "mail") from fault


def _said(words: str, by: Member, field: str) -> SaidDate | None:
    if not words.strip():
        return None
    found = said_date(words, by.language)
    if found is None:
        raise CannotKeep(_("This is no date."), field)
    return found


def _places(place: str) -> tuple[str, ...]:
    return (place,) if place else ()
