"""People that a source names, proposed to be kept: nobody is a contact because a machine has read a name."""

from __future__ import annotations

from dataclasses import dataclass

from peyvand.adapters.readers import read_text
from peyvand.core.reading import SourceFacts
from peyvand.core.reading.model import Person
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.contacts.models import Contact
from peyvand.records.contacts.naming import folded_name
from peyvand.records.contacts.queries import named
from peyvand.records.register.queries import source as source_shown
from peyvand.records.register.reach import is_open
from peyvand.records.register.shown import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Somebody whom a source names, with the words that do; ``known`` are the contacts of that name."""

    person: Person
    known: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRead:
    """The people of a source, each once."""

    capture: str
    title: str
    language: str
    people: tuple[Proposed, ...]


def people_read(capture: str, member: Member) -> PeopleRead | None:
    """The people whom the rules find in a source that the member may see; None for any other. Raises `NotAllowed`."""
    allow(member, "contact.keep")
    view = source_shown(capture, audience=Audience.OFFICE if is_open(member, capture) else Audience.PUBLIC)
    if view is None:
        return None
    source = view.source
    reading = read_text(view.text, SourceFacts(path=source.name, title=source.title or None), source.published)
    once: dict[str, Person] = {}
    for person in reading.people:
        once.setdefault(folded_name(person.name), person)
    return PeopleRead(
        capture=capture,
        title=source.title or source.name,
        language=reading.source.language or "",
        people=tuple(Proposed(person=one, known=tuple(named(one.name, member))) for one in once.values()),
    )
