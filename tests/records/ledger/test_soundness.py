from __future__ import annotations

import pytest
from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.leaves import Entered
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import written_time
from peyvand.records.ledger.soundness import sound_leaf


@pytest.fixture
def entries(officer: Member) -> list[Entered]:
    accept_reading(*source(SIGNED, claimed=16, areas=["tourism"]), by=officer)
    return [Entered(*row) for row in Entry.objects.order_by("number").values_list(*Entered._fields)]


def of_kind(entries: list[Entered], kind: str) -> Entered:
    return next(entry for entry in entries if entry.kind == kind)


@pytest.mark.parametrize("kind", ["source", "statement", "resolution", "claim", "area", "verdict"])
def test_entry_as_it_was_entered_is_sound(kind: str, entries: list[Entered]) -> None:
    entry = of_kind(entries, kind)

    leaf = sound_leaf(entry, written_time(entry.recorded_at))

    assert leaf is not None
    assert leaf.hex() == entry.leaf


@pytest.mark.parametrize("kind", ["source", "statement", "resolution", "verdict"])
@pytest.mark.parametrize(
    "change",
    [
        {"key": "0" * 64},
        {"subject": 'a","subject":"b'},
        {"body": "{}"},
        {"leaf": "0" * 64},
        {"member_id": 99},
        {"place_a": "local:1"},
    ],
)
def test_changed_entry_is_not(kind: str, change: dict[str, object], entries: list[Entered]) -> None:
    entry = of_kind(entries, kind)._replace(**change)

    assert sound_leaf(entry, written_time(entry.recorded_at)) is None


def test_quotation_that_looks_like_what_is_said_is_none_of_it(entries: list[Entered]) -> None:
    entry = of_kind(entries, "statement")
    said = entry.body[entry.body.index('"said":') + 7 : -1]
    body = f'{{"quote":"\\",\\"said\\":{{","said":{said}}}'

    assert sound_leaf(entry._replace(body=body), written_time(entry.recorded_at)) is None
