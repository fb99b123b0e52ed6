"""What one sentence tells of persons: roles beside names, and subjects whose role is told elsewhere."""

from __future__ import annotations

from tests.core.reading.persons.test_people import people, places_in

from peyvand.core.reading.persons.scan import PeopleScan
from peyvand.core.reading.wordline import word_line
from peyvand.core.text import fold
from peyvand.lexicon.people import people_words


def scanned(text: str) -> tuple[list[tuple[str, str | None]], list[str]]:
    folded = fold(text)
    line = word_line(folded.text)
    scan = PeopleScan(line, people_words("fa"), places_in(folded))
    scan.read(line.clauses(range(len(line))))
    names = [
        (line.span(s.name.first, s.name.stop).of(line.text), s.role.code if s.role else None) for s in scan.sightings
    ]
    return names, [line.span(r.first, r.stop).of(line.text) for r in scan.unnamed_roles()]


def test_roles_without_a_name_wait_for_one() -> None:
    text = "شهردار بم گفت: بله. کامران پیشرو افزود: شاید. مریم ستوده، سخنگوی شورا، خندید."

    assert scanned(text) == ([("کامران پیشرو", None), ("مریم ستوده", "council_speaker")], ["شهردار بم"])


def test_a_role_that_a_name_holds_waits_no_more() -> None:
    assert scanned("شهردار بم گفت: بله. مریم ستوده، شهردار بم، خندید.") == ([("مریم ستوده", "mayor")], [])


def test_counterparts_are_mayors_of_a_place_not_said() -> None:
    (person,) = people("او از همتای خود، لاشا کوبالیا، خواست که بیاید.")

    assert (person.name, person.role, person.role_text, person.body) == ("لاشا کوبالیا", "mayor", "همتای خود", None)
