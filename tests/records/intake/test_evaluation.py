from __future__ import annotations

from datetime import date

import pytest
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, VISIT, source

from peyvand.core.ledger.words import SourceKind
from peyvand.core.reading import Reading, SourceFacts
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.intake.actions import accept, accept_reading, propose, reject
from peyvand.records.intake.evaluation import evaluate, judged_sources

pytestmark = pytest.mark.django_db


def test_each_judged_source_is_read_anew_and_held_against_its_verdicts(officer: Member) -> None:
    first, second = source(SIGNED, VISIT), source(PLANNED, SIGNED)
    one, other = propose(*first, by=officer), propose(*second, by=officer)
    accept(one.keys[0], by=officer)
    reject(one.keys[1], by=officer)
    accept(other.keys[1], by=officer)
    asked: list[tuple[str, date | None]] = []

    def reads(text: str, facts: SourceFacts, published: date | None) -> Reading:
        asked.append((text, published))
        return first[1] if text == first[1].text else second[1]

    last = list(evaluate(reads, by=officer))[-1]

    assert [text for text, _ in asked] == [first[1].text, second[1].text]
    assert (last.sources, last.unjudged) == (2, 1)
    assert (last.events.right, last.events.wrong, last.events.missed) == (2, 1, 0)


def test_lists_and_unjudged_sources_say_nothing_of_the_reader(officer: Member) -> None:
    propose(*source(SIGNED), by=officer)
    accept_reading(*source(VISIT, kind=SourceKind.DATASET_ROW), by=officer)

    assert judged_sources() == []


def test_who_may_not_see_internal_sources_may_not_measure_on_them() -> None:
    def reads(text: str, facts: SourceFacts, published: date | None) -> Reading:
        raise AssertionError

    with pytest.raises(NotAllowed):
        list(evaluate(reads, by=member("guest", role=Role.PARTNER)))
