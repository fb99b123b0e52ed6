"""Who acts or speaks in a text: named persons with their roles and the bodies they act for."""

from __future__ import annotations

from collections.abc import Sequence

from peyvand.core.gazetteer import Place, PlaceMention
from peyvand.core.reading.model import Evidence, Person
from peyvand.core.reading.people_bodies import body_of
from peyvand.core.reading.people_names import Name
from peyvand.core.reading.people_roles import RolePhrase
from peyvand.core.reading.people_scan import PeopleScan, Sighting
from peyvand.core.reading.people_words import PeopleWords
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import Folded, Span


def find_people(
    folded: Folded,
    words: PeopleWords,
    places: Sequence[PlaceMention],
    blocks: Sequence[Span],
    home: Place | None = None,
) -> tuple[Person, ...]:
    """The named persons of a text who act or speak, each once, in the order of their first full mention.

    ``blocks`` are folded spans of title, lead and body; ``home`` is the city whose office writes, for roles that
    name none («عضو شورا»). A surname alone belongs to the full name that the text gives elsewhere.
    """
    line = word_line(folded.text)
    scan = PeopleScan(line, words, places)
    for block in blocks:
        for clause in line.clauses(line.inside(block)):
            scan.read(clause)
    return tuple(
        _person(folded, line, sighting, scan.role_for(sighting), home) for sighting in _distinct(line, scan.sightings)
    )


def _distinct(line: WordLine, sightings: Sequence[Sighting]) -> list[Sighting]:
    """One sighting per person: the first full name, with a role if any sighting of the person has one."""
    persons: list[tuple[str, Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: (-s.name.size, s.name.first)):
        key = "".join(line.words[sighting.name.first : sighting.name.stop])
        same = next((at for at, (other, _) in enumerate(persons) if _is_same(key, other)), None)
        if same is None:
            persons.append((key, sighting))
        else:
            persons[same] = (persons[same][0], _joined(persons[same][1], sighting))
    return sorted((sighting for _, sighting in persons), key=lambda s: s.name.first)


def _is_same(shorter: str, longer: str) -> bool:
    return longer.endswith(shorter) or longer.startswith(shorter)


def _joined(kept: Sighting, other: Sighting) -> Sighting:
    """Two sightings of one person as one: the earlier full name, and whichever role there is."""
    full = kept.name if kept.name.size > other.name.size or kept.name.first < other.name.first else other.name
    if other.name.size == 1:
        full = kept.name
    return Sighting(full, kept.role or other.role)


def _person(folded: Folded, line: WordLine, sighting: Sighting, role: RolePhrase | None, home: Place | None) -> Person:
    name = line.span(sighting.name.first, sighting.name.stop)
    span = name
    if sighting.role and _is_beside(sighting.name, sighting.role):
        said = line.span(sighting.role.first, sighting.role.stop)
        span = Span(min(name.start, said.start), max(name.stop, said.stop))
    return Person(
        name=folded.quote(name),
        role=role.code if role else "other",
        role_text=folded.quote(line.span(role.first, role.stop)) if role else "",
        body=body_of(role, home) if role else None,
        evidence=Evidence(folded.back(span), folded.quote(span)),
    )


def _is_beside(name: Name, role: RolePhrase) -> bool:
    return role.first == name.stop or role.stop == name.first
