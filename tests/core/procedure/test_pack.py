from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories.procedures import DRAFT, LEAVE, NAMES, SIGNING, pack, step

from peyvand.core.ledger.words import Event
from peyvand.core.procedure.pack import Ban, Effect, PackFault, Purpose, Step, check, event_of, pack_on


def test_a_pack_that_leads_to_a_signature_passes() -> None:
    check(pack(DRAFT, LEAVE, SIGNING))


@pytest.mark.parametrize(
    ("steps", "fault"),
    [
        ((DRAFT, DRAFT, SIGNING), "two steps have one key"),
        ((LEAVE, DRAFT, SIGNING), "leave comes after draft"),
        ((DRAFT,), "one signing"),
        ((step("told", Effect.NOTICE), SIGNING), "told has no term"),
        ((step("told", Effect.NOTICE, days=-1), SIGNING), "below nothing"),
        ((step("owed", Effect.DUTY, yearly="02-30"), SIGNING), "no day of the year"),
        ((step("vote", Effect.DECISION), SIGNING), "no proof"),
    ],
)
def test_a_pack_that_cannot_be_followed_is_refused(steps: tuple[Step, ...], fault: str) -> None:
    alone = tuple(replace(one, after=()) if fault != "leave comes after draft" else one for one in steps)
    with pytest.raises(PackFault, match=fault):
        check(pack(*alone))


def test_the_newest_version_that_holds_on_a_day_is_the_law() -> None:
    old, new = pack(SIGNING, until=date(2020, 1, 1)), pack(SIGNING, since=date(2020, 1, 1))

    assert pack_on((old, new), date(2019, 12, 31)) is old
    assert pack_on((old, new), date(2020, 1, 1)) is new
    assert pack_on((old,), date(2020, 1, 1)) is None


def test_a_procedure_that_a_pack_lacks_has_no_steps() -> None:
    assert pack(SIGNING).steps(Purpose.END) == ()


def test_a_ban_binds_its_countries_where_and_while_it_holds() -> None:
    ban = Ban(against=("CN",), region="US-TX", since=date(2025, 9, 1), until=date(2030, 1, 1), law=NAMES)
    days = (date(2025, 8, 31), date(2025, 9, 1), date(2030, 1, 1))

    assert [ban.binds("CN", "US-TX", day) for day in days] == [False, True, False]
    assert (ban.binds("FR", "US-TX", days[1]), ban.binds("CN", "US-CA", days[1])) == (False, False)


def test_the_ledger_hears_what_a_step_means_for_the_bond() -> None:
    vote = step("vote", Effect.DECISION)

    assert [event_of(vote, purpose) for purpose in (Purpose.CONCLUDE, Purpose.END, Purpose.SUSPEND)] == [
        Event.APPROVAL,
        Event.TERMINATION,
        Event.SUSPENSION,
    ]
    assert [event_of(SIGNING, purpose) for purpose in (Purpose.CONCLUDE, Purpose.RENEW)] == [
        Event.SIGNING,
        Event.RENEWAL,
    ]
    assert event_of(step("draft", Effect.ACT, event=Event.DRAFTING), Purpose.CONCLUDE) is Event.DRAFTING
    assert event_of(DRAFT, Purpose.CONCLUDE) is None
