"""Who acts or speaks in a text: named persons with their roles and the bodies they act for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyvand.core.gazetteer import Place, PlaceMention
from peyvand.core.reading.model import Evidence, Person
from peyvand.core.reading.persons.bodies import body_of
from peyvand.core.reading.persons.names import Name
from peyvand.core.reading.persons.roles import RolePhrase
from peyvand.core.reading.persons.scan import PeopleScan, Sighting
from peyvand.core.reading.persons.words import PeopleWords
from peyvand.core.reading.wordline import WordLine, word_line
from peyvand.core.text import Folded, Span

# Letters at the end of two names that agree if they may be one person's.
_ALIKE = 3


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
    scan.read(line.sentences(blocks))
    unnamed = scan.unnamed_roles()
    found = [(one, one.role or scan.role_near(one, unnamed)) for one in _distinct(line, scan.sightings)]
    # A surname alone is no more than a word, unless it stands with a role.
    return tuple(
        _person(folded, line, sighting, role, home)
        for sighting, role in found
        if role or sighting.name.titled or sighting.name.size > 1
    )


def _distinct(line: WordLine, sightings: Sequence[Sighting]) -> list[Sighting]:
    """One sighting per person: the first full name, with a role if any sighting of the person has one."""
    persons: list[tuple[Name, Sighting]] = []
    # Persons by the end of their names, so that a name is compared with few others.
    alike: dict[str, list[int]] = {}
    for sighting in sorted(sightings, key=lambda s: (-s.name.size, s.name.first)):
        glued = _glued(line, sighting.name)
        near = alike.setdefault(glued[-_ALIKE:], [])
        same = next((at for at in near if _ends_in(line, persons[at][0], glued)), None)
        if same is None:
            near.append(len(persons))
            persons.append((sighting.name, sighting))
        else:
            persons[same] = (persons[same][0], _joined(persons[same][1], sighting))
    return sorted((sighting for _, sighting in persons), key=lambda s: s.name.first)


def _glued(line: WordLine, name: Name) -> str:
    return "".join(line.words[name.first : name.stop])


def _ends_in(line: WordLine, full: Name, glued: str) -> bool:
    """Whether a full name ends in the words of another, however those are glued: «قلندرشریف» after «قلندر شریف»."""
    return any(_glued(line, replace(full, first=at)) == glued for at in range(full.first, full.stop))


def _joined(kept: Sighting, other: Sighting) -> Sighting:
    """Two sightings of one person as one: the earlier full name, and whichever role there is."""
    full = kept.name if kept.name.size > other.name.size or kept.name.first < other.name.first else other.name
    if other.name.size == 1:
        full = kept.name
    return Sighting(full, kept.role or other.role, kept.others | other.others, kept.acts or other.acts)


def _person(folded: Folded, line: WordLine, sighting: Sighting, role: RolePhrase | None, home: Place | None) -> Person:
    name = line.span(sighting.name.first, sighting.name.stop)
    span = name
    if sighting.role and _is_beside(sighting.name, sighting.role):
        said = line.span(sighting.role.first, sighting.role.stop)
        span = Span(min(name.start, said.start), max(name.stop, said.stop))
    shown = folded.back(span)
    return Person(
        name=folded.quote(name),
        role=role.code if role else "other",
        role_text=folded.quote(line.span(role.first, role.stop)) if role else "",
        body=body_of(role, home) if role else None,
        evidence=Evidence(shown, shown.of(folded.page)),
    )


def _is_beside(name: Name, role: RolePhrase) -> bool:
    return role.first == name.stop or role.stop == name.first
