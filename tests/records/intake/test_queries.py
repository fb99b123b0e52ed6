from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, PLANNED, SIGNED, VISIT, Said, source

from peyvand.core.ledger.words import SourceKind
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.intake.actions import accept, propose
from peyvand.records.intake.models import Proposal
from peyvand.records.intake.queries import desk, inbox

pytestmark = pytest.mark.django_db


def test_inbox_lists_sources_that_wait_the_oldest_first(officer: Member) -> None:
    first = propose(*source(SIGNED, VISIT, name="a"), by=officer)
    propose(*source(PLANNED, name="b"), by=officer)
    accept(first.keys[0], by=officer)

    found = inbox(officer).lines

    assert [(one.source.name, one.waiting, one.items) for one in found] == [("a", 1, 2), ("b", 1, 1)]
    assert Proposal.objects.count() == 2


def test_source_with_nothing_left_leaves_the_inbox(officer: Member) -> None:
    accept(propose(*source(SIGNED), by=officer).keys[0], by=officer)

    assert (inbox(officer).found, Proposal.objects.count()) == (0, 0)


def test_desk_has_the_text_and_what_was_read_in_it(officer: Member) -> None:
    captured, reading = source(VISIT, SIGNED, claimed=16)

    found = desk(officer, propose(captured, reading, by=officer).source)

    assert found is not None
    assert [captured.text[slice(*view.item.span)] for view in found.proposals] == [
        VISIT.words,
        SIGNED.words,
        "کازان 16مین خواهرشهر اصفهان است.",
    ]
    assert [view.places for view in found.proposals] == [(ISFAHAN, ISTANBUL), (ISFAHAN, KAZAN), (ISFAHAN, KAZAN)]
    assert [view.waits for view in found.proposals] == [True, True, True]


def test_two_readings_of_the_same_words_name_each_other(officer: Member) -> None:
    planned = Said(words=SIGNED.words, modality=PLANNED.modality)
    proposed = propose(*source(SIGNED, planned, VISIT), by=officer)

    found = desk(officer, proposed.source)

    assert found is not None
    replaces = {view.item.key: view.replaces for view in found.proposals}
    first, second, visit = proposed.keys
    assert replaces == {first: (second,), second: (first,), visit: ()}


def test_unknown_source_has_no_desk(officer: Member) -> None:
    assert desk(officer, "0" * 64) is None


@pytest.mark.parametrize("role", [Role.COUNCIL_READER, Role.PARTNER])
def test_proposed_statements_are_not_for_everybody(role: Role) -> None:
    with pytest.raises(NotAllowed):
        inbox(member("guest", role=role))


def test_auditor_sees_letters_too(officer: Member, auditor: Member) -> None:
    letter = propose(*source(SIGNED, kind=SourceKind.LETTER), by=officer)

    assert [one.source.capture for one in inbox(auditor).lines] == [letter.source]
    assert desk(auditor, letter.source) is not None


@pytest.mark.parametrize("how_many", [1, 3])
def test_questions_asked_do_not_grow(how_many: int, officer: Member) -> None:
    said = [SIGNED, VISIT, PLANNED][:how_many]
    captures = [propose(*source(*said, name=name, title=name), by=officer).source for name in "abc"[:how_many]]

    with CaptureQueriesContext(connection) as asked:
        inbox(officer)
        desk(officer, captures[0])

    assert len(asked) == 19
