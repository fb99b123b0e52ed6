"""Contacts, asked. Each answers a member with what that member may see, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.accounts.scopes import rows_seen
from peyvand.records.contacts.actions import HISTORY
from peyvand.records.contacts.models import Consent, Contact, Kind, Term
from peyvand.records.contacts.naming import folded_name
from peyvand.records.history.queries import Changed, changes_of
from peyvand.records.intake.paging import PAGE, pages_of

_MOST_BESIDE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the list: words of a name, a kind, places (ids; none: any), a page from 1."""

    words: str = ""
    kind: str = ""
    places: Collection[str] = ()
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A page of contacts, and how many there are in all."""

    lines: tuple[Contact, ...]
    found: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact with its terms (the latest first), the consent in force (None without), every consent, doubles that
    were merged into it, others that may be the same, and its changes."""

    contact: Contact
    terms: tuple[Term, ...]
    consent: Consent | None
    consents: tuple[Consent, ...]
    doubles: tuple[Contact, ...]
    alike: tuple[Contact, ...]
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What of a contact everybody may see: only fields that the person consented to, by field."""

    place: str
    fields: Mapping[str, str] = field(default_factory=dict)
    names: tuple[tuple[str, str], ...] = ()


def contacts(member: Member, asked: Asked) -> Listed:
    """A page of the contacts that a member may see, by name. Raises `NotAllowed`."""
    allow(member, "contact.see")
    rows = _seen(member)
    if asked.kind in Kind.values:
        rows = rows.filter(kind=asked.kind)
    if asked.places:
        rows = rows.filter(Q(place__in=asked.places) | Q(terms__place__in=asked.places)).distinct()
    for word in folded_name(asked.words).split():
        rows = rows.filter(folded__contains=word)
    found = rows.count()
    page = min(max(asked.page, 1), pages_of(found))
    lines = tuple(rows.order_by("folded", "pk")[(page - 1) * PAGE : page * PAGE])
    return Listed(lines=lines, found=found, page=page, pages=pages_of(found))


def contact_view(number: int, member: Member) -> ContactView | None:
    """One contact; of a double the contact that it was merged into. None where there is none that the member may see.
    Raises `NotAllowed`."""
    allow(member, "contact.see")
    found = Contact.objects.filter(pk=number).values_list("merged_into", flat=True).first() or number
    contact = Contact.objects.filter(rows_seen(member, places=("place",)), pk=found).select_related("member").first()
    if contact is None:
        return None
    doubles = tuple(Contact.objects.filter(merged_into=contact).order_by("pk"))
    ids = [contact.pk, *(double.pk for double in doubles)]
    consents = tuple(Consent.objects.filter(contact=contact).select_related("member").order_by("-number"))
    return ContactView(
        contact=contact,
        terms=tuple(Term.objects.filter(contact__in=ids).order_by("-first_day", "-pk")),
        consent=consents[0] if consents and consents[0].given else None,
        consents=consents,
        doubles=doubles,
        alike=tuple(alike(contact, member)),
        changes=tuple(changes_of(HISTORY, contact.pk)),
    )


def alike(contact: Contact, member: Member) -> list[Contact]:
    """Other contacts of one of its names, its mail address or its phone: they may be the same."""
    same = Q(pk__in=[])
    for name in contact.folded.split("\n"):
        if name:
            same |= Q(folded__contains=f"\n{name}\n")
    if contact.mail:
        same |= Q(mail__iexact=contact.mail)
    if contact.phone:
        same |= Q(phone=contact.phone)
    return list(_seen(member).filter(same).exclude(pk=contact.pk).order_by("pk")[:_MOST_BESIDE])


def named(words: str, member: Member) -> list[Contact]:
    """The contacts that bear exactly this name, at most a few. Empty for a member who may see none."""
    name = folded_name(words)
    if not name or not may(member, "contact.see"):
        return []
    return list(_seen(member).filter(folded__contains=f"\n{name}\n").order_by("pk")[:_MOST_BESIDE])


def numbered(number: int, member: Member) -> Contact | None:
    """The contact of a number; None for none that the member may see."""
    return _seen(member).filter(pk=number).first() if may(member, "contact.see") else None


def names_to_choose(member: Member) -> list[Contact]:
    """Contacts to complete what is typed, those changed last first."""
    return list(_seen(member).order_by("-changed_at")[: 4 * _MOST_BESIDE]) if may(member, "contact.see") else []


def of_places(places: Collection[str], member: Member) -> list[Contact]:
    """The contacts of some places, for the page of a bond or a case; none for a member who may see none."""
    if not may(member, "contact.see"):
        return []
    return list(_seen(member).filter(place__in=list(places)).order_by("place", "folded", "pk")[:_MOST_BESIDE])


def holders(places: Collection[str], on: date, member: Member) -> list[Term]:
    """Who held an office of some places on a day, as far as is known. Raises `NotAllowed`."""
    allow(member, "contact.see")
    terms = Term.objects.filter(_holding(on), place__in=list(places), contact__in=_seen_with_doubles(member))
    return list(terms.select_related("contact__merged_into").order_by("role", "first_day")[:_MOST_BESIDE])


def published(places: Collection[str], on: date) -> list[Published]:
    """What everybody may see of the contacts of some places: those whose consent stands, and of them no more than it
    names. Who has terms of office is shown for as long as one of them runs."""
    rows = Contact.objects.filter(place__in=list(places), merged_into=None, erased_at=None, consents__isnull=False)
    contacts = list(rows.distinct().order_by("place", "folded", "pk")[:_MOST_BESIDE])
    ids = [contact.pk for contact in contacts]
    last = {one.contact_id: one for one in Consent.objects.filter(contact__in=ids).order_by("number")}
    terms = Term.objects.filter(contact__in=ids).values_list("contact", flat=True)
    serving = set(Term.objects.filter(_holding(on), contact__in=ids).values_list("contact", flat=True))
    gone = set(terms) - serving
    return [
        _published(contact, last[contact.pk])
        for contact in contacts
        if last[contact.pk].given and "name" in last[contact.pk].fields and contact.pk not in gone
    ]


def _seen(member: Member) -> QuerySet[Contact]:
    return Contact.objects.filter(rows_seen(member, places=("place",)), merged_into=None, erased_at=None)


def _seen_with_doubles(member: Member) -> QuerySet[Contact]:
    return Contact.objects.filter(rows_seen(member, places=("place",)), erased_at=None)


def _holding(on: date) -> Q:
    begun = Q(first_day=None) | Q(first_day__lte=on)
    return begun & (Q(last_day=None) | Q(last_day__gte=on))


def _published(contact: Contact, consent: Consent) -> Published:
    fields = {name: words for name in consent.fields if (words := str(getattr(contact, name, "")))}
    names = tuple((language, name) for language, name in contact.names)
    return Published(place=contact.place, fields=fields, names=names)
