"""What of letters, documents and contacts belongs to a bond or a case, for the page of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar
from urllib.parse import urlencode

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import may
from peyvand.records.contacts import queries as contacts
from peyvand.records.documents import queries as documents
from peyvand.records.documents.models import Document
from peyvand.records.documents.ties import bond_ref, gate_ref
from peyvand.records.letters import queries as letters
from peyvand.records.letters.queries import LetterLine
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.papers import Papers, contact_lines, document_lines, letter_lines, person_lines

T = TypeVar("T")
Gate = tuple[int, str]


def papers_of_bond(
    places: tuple[str, str], statements: Collection[str], member: Member | None, naming: Naming, today: date
) -> Papers:
    """What belongs to a bond and to the statements (keys) that speak of it, as a member (None: a visitor) may see it:
    for a visitor the public papers, and of persons what they consented to."""
    ref, inside = bond_ref(places), may(member, "letter.see")
    sheets = [
        *documents.of_pair(*places, member),
        *_all(documents.belonging_to("bond", [ref], member)),
        *_all(documents.belonging_to("statement", statements, member)),
    ]
    written = [*letters.of_pair(*places, member), *_all(letters.belonging_to("statement", statements, member))]
    found = {line.letter.pk: line for line in written}.values()
    return Papers(
        inside=inside,
        letters=tuple(letter_lines(found, naming, today, inside=inside, contacts=may(member, "contact.see"))),
        documents=tuple(document_lines({one.pk: one for one in sheets}.values(), naming, inside=inside)),
        contacts=tuple(contact_lines(contacts.of_places(places, member), naming)) if member else (),
        persons=tuple(person_lines(contacts.published(places, today), naming)),
        add=urlencode({"kind": "bond", "ref": ref}) if may(member, "letter.keep", places=places) else "",
    )


def papers_of_case(
    case: int, places: tuple[str, str], gates: Iterable[Gate], member: Member, naming: Naming, today: date
) -> tuple[Papers, dict[Gate, Papers]]:
    """What belongs to a case as a whole, and to each of its gates (side and step). Asked for all gates at once."""
    refs = {gate: gate_ref(case, *gate) for gate in gates}
    sheets = documents.belonging_to("gate", refs.values(), member)
    written = letters.belonging_to("gate", refs.values(), member)
    of_gates = {
        gate: _papers("gate", ref, written.get(ref, []), sheets.get(ref, []), member, places, naming, today)
        for gate, ref in refs.items()
    }
    ref = str(case)
    own_sheets = documents.belonging_to("case", [ref], member).get(ref, [])
    own_letters = letters.belonging_to("case", [ref], member).get(ref, [])
    whole = _papers("case", ref, own_letters, own_sheets, member, places, naming, today)
    return replace(whole, contacts=tuple(contact_lines(contacts.of_places(places, member), naming))), of_gates


def _papers(
    kind: str,
    ref: str,
    written: Iterable[LetterLine],
    sheets: Iterable[Document],
    member: Member,
    places: tuple[str, str],
    naming: Naming,
    today: date,
) -> Papers:
    return Papers(
        inside=True,
        letters=tuple(letter_lines(written, naming, today, contacts=may(member, "contact.see"))),
        documents=tuple(document_lines(sheets, naming)),
        add=urlencode({"kind": kind, "ref": ref}) if may(member, "letter.keep", places=places) else "",
    )


def _all(found: Mapping[str, Iterable[T]]) -> list[T]:
    """What belongs to any of some things."""
    return [one for those in found.values() for one in those]
