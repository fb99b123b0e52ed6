"""Contacts taken out for other programs, and taken in from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.adapters.addresses import Card
from peyvand.lexicon.asking import places_named
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.accounts.scopes import rows_seen
from peyvand.records.contacts.actions import Facts, keep
from peyvand.records.contacts.models import Contact, Kind
from peyvand.records.contacts.queries import named
from peyvand.records.history.keeping import CannotKeep
from peyvand.records.ledger.actions import writing

# What a card and a contact call alike.
_SAME = ("name", "role", "body", "phone", "mail", "address", "language", "note")


@dataclass(frozen=True, slots=True)
class Taken:
    """How many contacts were new, and how many were there already."""

    new: int
    known: int


def cards_of(member: Member) -> list[Card]:
    """All contacts that a member may see, by name. Raises `NotAllowed`."""
    allow(member, "contact.export")
    rows = Contact.objects.filter(rows_seen(member, places=("place",)), merged_into=None, erased_at=None)
    return [_card(row) for row in rows.order_by("folded", "pk")]


def take_in(cards: Iterable[Card], *, by: Member) -> Taken:
    """Keep the contacts of an address book, all of them or none. Whoever is there already, by name and by mail or
    phone, is passed over. Raises `NotAllowed`, or `CannotKeep` with the name of whom it is about."""
    allow(by, "contact.keep")
    new = known = 0
    with writing():
        for card in cards:
            if _is_known(card, by):
                known += 1
                continue
            try:
                keep(_facts(card), by=by)
            except CannotKeep as fault:
                raise CannotKeep(_("%(name)s: %(fault)s") % {"name": card.name, "fault": fault}) from fault
            new += 1
    return Taken(new, known)


def _is_known(card: Card, by: Member) -> bool:
    others = named(card.name, by)
    same = (one for one in others if one.mail.casefold() == card.mail.casefold() and one.phone == card.phone)
    return any(same)


def _card(row: Contact) -> Card:
    names = tuple((language, name) for language, name in row.names)
    same = {field: getattr(row, field) for field in _SAME}
    return Card(is_office=row.kind == Kind.OFFICE, names=names, place=row.place, **same)


def _facts(card: Card) -> Facts:
    kind = Kind.OFFICE if card.is_office else Kind.PERSON
    same = {field: getattr(card, field) for field in _SAME}
    return Facts(kind=kind, names=card.names, place=_place(card.place), **same)


def _place(words: str) -> str:
    """The id of a place; none for a name that several places bear, or nobody knows."""
    gazetteer = lexicon.gazetteer()
    if not words or gazetteer.place(words):
        return words
    found = places_named(words, gazetteer)
    return found[0].id if len(found) == 1 else ""
