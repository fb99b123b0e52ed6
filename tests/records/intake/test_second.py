from __future__ import annotations

import pytest
from tests.adapters.second_reader.conftest import Running, running
from tests.factories.readings import ISFAHAN, ISTANBUL, SIGNED, VISIT, source

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.custody.verification import verify
from peyvand.records.intake import second
from peyvand.records.intake.actions import propose
from peyvand.records.ledger.models import Entry, Kind

__all__ = ["running"]
pytestmark = pytest.mark.django_db


def test_two_readings_stand_beside_each_other(officer: Member) -> None:
    captured, rules = source(SIGNED, VISIT)
    propose(captured, rules, by=officer)
    other = type(rules)(source=rules.source, capture=rules.capture, text=rules.text, statements=rules.statements[:1])

    new = second.note_reading(captured, other, "llm:small", by=officer)
    found = second.beside(rules.capture)

    assert found is not None
    assert (new, found.reader, len(found.compared)) == (0, "llm:small", 2)
    (alone,) = found.differing
    assert alone.second is None
    assert alone.first is not None
    assert alone.first.statement == rules.statements[1].statement
    assert verify().faults == ()


def test_what_only_the_second_reader_found_is_known_for_it(officer: Member) -> None:
    captured, rules = source(SIGNED, VISIT)
    first = type(rules)(source=rules.source, capture=rules.capture, text=rules.text, statements=rules.statements[:1])
    propose(captured, first, by=officer)
    assert second.beside(rules.capture) is None

    assert second.note_reading(captured, rules, "llm:small", by=officer) == 1
    found = second.beside(rules.capture)
    assert found is not None
    assert [(pair.first is None, pair.second is None) for pair in found.differing] == [(True, False)]


def test_a_source_of_the_ledger_is_sent_and_what_comes_back_is_proposed(officer: Member, running: Running) -> None:
    captured, rules = source(VISIT)
    propose(captured, rules, by=officer)
    running.speaker.says(
        {
            "events": [
                {"event": "proposal", "modality": "wished", "quote": VISIT.words, "cities": ["اصفهان", "استانبول"]}
            ]
        }
    )

    assert second.read_again(rules.capture, running.server, by=officer) == 1
    assert Entry.objects.filter(kind=Kind.READING).count() == 1
    resolved = Entry.objects.filter(kind=Kind.RESOLUTION).values_list("place_a", "place_b")
    assert set(map(frozenset, resolved)) == {frozenset({ISFAHAN.id, ISTANBUL.id})}
    with pytest.raises(second.NoSuchSource):
        second.read_again("0" * 64, running.server, by=officer)


def test_who_may_not_propose_may_not_ask(auditor: Member, running: Running) -> None:
    with pytest.raises(NotAllowed):
        second.read_again("0" * 64, running.server, by=auditor)


def test_no_server_is_named_unless_the_environment_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEYVAND_LLM_URL", raising=False)
    assert second.second_server() is None
