from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.factories.procedures import DRAFT, LEAVE, NAMES, SIGNING, done, pack, step

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.facts import Gate, Outcome, Side
from peyvand.core.procedure.pack import Ban, Condition, Effect, Pack, Proof, Purpose
from peyvand.core.procedure.plan import Against, Objection, Party, Plan, due_by, plan
from peyvand.core.procedure.track import Learned

TODAY = date(2025, 12, 1)
SILENT = step("notice", Effect.SILENCE, "draft", days=30, proofs=(Proof.DATE,))
SIGNED = replace(SIGNING, after=("draft",))
BY_LEAVE = pack(DRAFT, LEAVE, SIGNED)
BY_SILENCE = pack(DRAFT, SILENT, SIGNED)


def party(law: Pack | None, *gates: Gate, country: str = "AA", **more: object) -> Party:
    return Party(side=Side(country=country), pack=law, gates={gate.step: gate for gate in gates}, **more)  # type: ignore[arg-type]


def planned(first: Party, second: Party) -> Plan:
    return plan(first, second, instrument=Instrument.SISTER_CITY, today=TODAY)


def test_the_longest_path_of_two_laws_gives_the_day() -> None:
    found = planned(party(BY_LEAVE), party(BY_SILENCE, country="BB"))

    assert found.earliest == TODAY + timedelta(days=30)
    assert found.path == ((1, "draft"), (1, "notice"))
    assert not found.may_sign


def test_nobody_signs_on_a_day_when_one_of_the_offices_is_closed() -> None:
    found = planned(
        party(BY_LEAVE, is_open=lambda day: day != TODAY), party(BY_LEAVE, is_open=lambda day: day.day != 2)
    )

    assert found.earliest == date(2025, 12, 3)


def test_when_all_that_binds_is_done_the_signature_is_lawful() -> None:
    gates = (done("draft", TODAY), done("leave", TODAY, number="12"))
    found = planned(party(BY_LEAVE, *gates), party(BY_LEAVE, *gates))

    assert (found.earliest, found.may_sign, found.against) == (TODAY, True, ())


def test_a_refusal_and_a_ban_leave_no_lawful_day() -> None:
    refused = Gate(step="leave", closed_on=TODAY, outcome=Outcome.REFUSED)
    ban = Ban(against=("BB",), since=TODAY, law=NAMES)

    assert planned(party(BY_LEAVE, refused), party(BY_LEAVE)).earliest is None
    banned = planned(party(replace(BY_LEAVE, bans=(ban,))), party(BY_LEAVE, country="BB"))
    assert (banned.earliest, banned.against[0]) == (None, Against(Objection.BANNED, 0, ban=ban))


def test_what_weakens_the_day_is_named() -> None:
    skipped = Gate(step="leave", closed_on=TODAY, outcome=Outcome.SKIPPED)
    open_condition = replace(LEAVE, when=Condition(ranks=("mayor",)))
    ours = party(replace(BY_LEAVE, verified=False), skipped)
    theirs = party(pack(DRAFT, open_condition, SIGNED), country="BB")

    assert planned(ours, theirs).against == (
        Against(Objection.UNVERIFIED, 0),
        Against(Objection.SKIPPED, 0, "leave"),
        Against(Objection.UNDECIDED, 1, "leave"),
        Against(Objection.NO_TERM, 1, "leave"),
    )
    assert Against(Objection.NO_PROCEDURE, 1) in planned(ours, party(None)).against


def test_past_cases_take_the_place_of_a_term_that_no_law_sets() -> None:
    found = planned(party(BY_LEAVE, learned={"leave": Learned(90, 4)}), party(BY_SILENCE))

    assert found.against == ()
    assert (found.earliest, found.likely) == (TODAY + timedelta(days=30), date(2026, 3, 2))


def test_duties_come_after_the_signature() -> None:
    report = step("report", Effect.DUTY, "signing", yearly="01-15")
    entry = step("entry", Effect.DUTY, "signing", days=14)
    found = planned(party(pack(SIGNING, report, entry), done("signing", TODAY)), party(BY_LEAVE))

    assert [(duty.side, duty.step.key, duty.by) for duty in found.duties] == [
        (0, "report", date(2026, 1, 15)),
        (0, "entry", date(2025, 12, 15)),
    ]


def test_a_yearly_duty_is_due_on_its_next_day() -> None:
    yearly = step("report", Effect.DUTY, yearly="01-15")

    assert due_by(yearly, date(2026, 1, 14)) == date(2026, 1, 15)
    assert due_by(yearly, date(2026, 1, 15)) == date(2027, 1, 15)
    assert due_by(step("entry", Effect.DUTY), TODAY) is None


@given(st.integers(0, 60), st.integers(0, 60))
def test_no_order_of_the_sides_and_no_longer_term_gives_an_earlier_day(ours: int, theirs: int) -> None:
    def law(days: int) -> Pack:
        return pack(DRAFT, replace(SILENT, days=days), SIGNED)

    day = planned(party(law(ours)), party(law(theirs))).earliest
    longer = planned(party(law(ours + 1)), party(law(theirs))).earliest
    assert day is not None
    assert longer is not None
    assert day == planned(party(law(theirs)), party(law(ours))).earliest
    assert TODAY + timedelta(days=max(ours, theirs)) <= day <= longer


def test_a_purpose_without_a_rule_goes_by_the_nearest_and_says_so() -> None:
    found = plan(party(BY_LEAVE), party(BY_LEAVE), instrument=None, today=TODAY, purpose=Purpose.CHANGE)

    assert [one.step.key for one in found.tracks[0]] == ["draft", "leave", "signing"]
    assert Against(Objection.BORROWED, 0) in found.against


def test_where_no_procedure_is_known_nothing_is_called_lawful() -> None:
    found = plan(party(BY_LEAVE), party(BY_LEAVE), instrument=None, today=TODAY, purpose=Purpose.END)

    assert (found.tracks, found.may_sign) == (((), ()), False)
    assert found.against == (Against(Objection.NO_PROCEDURE, 0), Against(Objection.NO_PROCEDURE, 1))
