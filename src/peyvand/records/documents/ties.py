"""What documents and letters belong to: bonds, cases, gates, statements, contacts, letters. A tie names its thing by a
word that is checked when it is made, so that nothing hangs in the air."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.casework.actions import CannotRecord, step_of
from peyvand.records.casework.models import Case
from peyvand.records.contacts.queries import numbered
from peyvand.records.documents.models import Tie
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.models import Kind as EntryKind
from peyvand.records.register.identity import pair_of

_GATE = re.compile(r"(\d{1,9})/([01])/([\w.-]{1,40})", re.ASCII)
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)


class NoSuchThing(LookupError):
    """A document or letter cannot belong to this; the message says why, for people."""


def bond_ref(places: Iterable[str]) -> str:
    """How a tie names a bond: the ids of its two places, in the one fixed order."""
    return " ".join(pair_of(places))


def gate_ref(case: int, side: int, step: str) -> str:
    """How a tie names a gate: its case, its side (0 or 1) and its step."""
    return f"{case}/{side}/{step}"


def tie_up(thing: str, number: int, kind: str, ref: str, *, by: Member) -> Tie:
    """Tie a document or letter to a thing that is there and open to the member; twice is once.

    To be called by the action of the document or letter. Raises `NoSuchThing` or `NotAllowed`.
    """
    check = _CHECKS.get(kind)
    if check is None:
        raise NoSuchThing(_("Choose one of the list."))
    return fasten(thing, number, kind, check(" ".join(ref.split()), by), by=by)


def fasten(thing: str, number: int, kind: str, known: str, *, by: Member) -> Tie:
    """As `tie_up`, to what the caller has seen to be there."""
    with writing() as moment:
        made, _fresh = Tie.objects.get_or_create(
            kind=kind, ref=known, thing=thing, number=number, defaults={"member": by, "at": moment}
        )
        return made


def untie(thing: str, number: int, kind: str, ref: str) -> bool:
    """Take a tie away; whether there was one."""
    gone, _by_table = Tie.objects.filter(thing=thing, number=number, kind=kind, ref=ref).delete()
    return gone > 0


def tied_to(kind: str, refs: Iterable[str], thing: str) -> dict[int, list[str]]:
    """Which documents or letters (by number) belong to things of a kind, and to which of these."""
    found: dict[int, list[str]] = {}
    rows = Tie.objects.filter(kind=kind, ref__in=list(refs), thing=thing).order_by("pk").values_list("number", "ref")
    for number, ref in rows:
        found.setdefault(number, []).append(ref)
    return found


def ties_of(thing: str, number: int, *, whole: bool) -> list[Tie]:
    """What a document or letter belongs to. Who does not see the ``whole`` of it is told of bonds, for the rest has
    words of what is hidden."""
    rows = Tie.objects.filter(thing=thing, number=number).order_by("pk")
    return list(rows if whole else rows.filter(kind="bond"))


def _bond(ref: str, by: Member) -> str:
    places = ref.split(" ")
    if len(set(places)) != 2 or any(lexicon.gazetteer().place(place) is None for place in places):
        raise NoSuchThing(_("A bond is of two different places."))
    allow(by, "office.enter", places=places)
    return bond_ref(places)


def _case(ref: str, by: Member) -> str:
    return str(_seen_case(ref, by).pk)


def _gate(ref: str, by: Member) -> str:
    told = _GATE.fullmatch(ref)
    if not told:
        raise NoSuchThing(_("There is no such step."))
    case = _seen_case(told[1], by)
    try:
        step = step_of(case, int(told[2]), told[3])
    except CannotRecord as fault:
        raise NoSuchThing(str(fault)) from fault
    return gate_ref(case.pk, int(told[2]), step.key)


def _seen_case(ref: str, by: Member) -> Case:
    found = Case.objects.filter(pk=int(ref)).first() if _NUMBER.fullmatch(ref) else None
    if found is None:
        raise NoSuchThing(_("There is no such case."))
    allow(by, "case.see", places=(found.place_a, found.place_b))
    return found


def _statement(ref: str, by: Member) -> str:
    found = Entry.objects.filter(key=ref, kind=EntryKind.STATEMENT).first()
    if found is None:
        raise NoSuchThing(_("There is no such statement."))
    allow(by, "statement.see_proposed", places=[place for place in (found.place_a, found.place_b) if place])
    return ref


def _contact(ref: str, by: Member) -> str:
    found = numbered(int(ref), by) if _NUMBER.fullmatch(ref) else None
    if found is None:
        raise NoSuchThing(_("There is no such contact."))
    return str(found.pk)


_CHECKS: Mapping[str, Callable[[str, Member], str]] = {
    "bond": _bond,
    "case": _case,
    "gate": _gate,
    "statement": _statement,
    "contact": _contact,
}
