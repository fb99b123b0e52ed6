from __future__ import annotations

from tests.factories.readings import SIGNED, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import accept_reading
from peyvand.records.ledger.leaves import Entered
from peyvand.records.ledger.models import Entry
from peyvand.records.ledger.rows import written_time
from peyvand.records.ledger.soundness import sound_leaf


def statement(by: Member) -> Entered:
    accept_reading(*source(SIGNED), by=by)
    row = Entry.objects.filter(kind="statement").values_list(*Entered._fields).get()
    return Entered(*row)


def test_an_entry_as_it_was_entered_gives_its_leaf(head_of_office: Member) -> None:
    entry = statement(head_of_office)

    leaf = sound_leaf(entry, written_time(entry.recorded_at))

    assert leaf is not None
    assert leaf.hex() == entry.leaf


def test_a_changed_body_gives_none(head_of_office: Member) -> None:
    entry = statement(head_of_office)

    assert (
        sound_leaf(entry._replace(body=entry.body.replace("signing", "renewal")), written_time(entry.recorded_at))
        is None
    )
