from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.factories.procedures import DRAFT, LEAVE, SIGNING, done, step

from peyvand.core.procedure.facts import Asked, Gate, Outcome, Side
from peyvand.core.procedure.pack import Condition, Effect, Proof, Step
from peyvand.core.procedure.track import Learned, Setting, Station, Where, binds, track

TODAY = date(2025, 12, 1)  # a Monday
SILENCE = step("silence", Effect.SILENCE, "draft", days=30, proofs=(Proof.DATE,))
NOTICE = step("notice", Effect.NOTICE, "draft", days=45)


def setting(**learned: Learned) -> Setting:
    side = Side(country="AA")
    return Setting(
        own=side, partner=Side(country="BB"), instrument=None, today=TODAY, is_open=lambda day: day.weekday() < 5,
        learned=learned,
    )  # fmt: skip


def stations(*steps: Step, gates: tuple[Gate, ...] = (), **learned: Learned) -> dict[str, Station]:
    found = track(steps, {gate.step: gate for gate in gates}, setting(**learned))
    return {station.step.key: station for station in found}


def where(*steps: Step, gates: tuple[Gate, ...] = ()) -> dict[str, Where]:
    return {key: station.where for key, station in stations(*steps, gates=gates).items()}


def test_a_step_waits_for_those_before_it() -> None:
    assert where(DRAFT, LEAVE) == {"draft": Where.READY, "leave": Where.WAITING}
    assert where(DRAFT, LEAVE, gates=(done("draft", TODAY),)) == {"draft": Where.DONE, "leave": Where.READY}


def test_a_clock_runs_from_the_day_of_asking() -> None:
    asked = Gate(step="silence", asked_on=TODAY - timedelta(days=10))
    found = stations(DRAFT, SILENCE, gates=(done("draft", TODAY), asked))["silence"]

    assert (found.where, found.earliest) == (Where.RUNNING, TODAY + timedelta(days=20))


def test_silence_is_consent_when_its_days_have_run_out_and_not_before() -> None:
    def at(days: int) -> Where:
        asked = Gate(step="silence", asked_on=TODAY - timedelta(days))
        return where(DRAFT, SILENCE, gates=(done("draft", TODAY), asked))["silence"]

    assert [at(29), at(30)] == [Where.RUNNING, Where.AGREED_BY_SILENCE]


def test_a_notice_given_still_holds_the_signature_back_for_its_term() -> None:
    given = done("notice", TODAY)
    found = stations(DRAFT, NOTICE, gates=(done("draft", TODAY), given))["notice"]

    assert (found.where, found.earliest, found.allows) == (Where.DONE, TODAY, TODAY + timedelta(days=45))


def test_a_step_that_is_not_asked_for_holds_nothing_back() -> None:
    elsewhere = replace(LEAVE, when=Condition(partners=("CC",)))
    found = stations(DRAFT, elsewhere)["leave"]

    assert (found.where, found.asked, binds(found)) == (Where.NOT_ASKED, Asked.NO, False)


def test_what_such_steps_took_before_makes_a_day_likely_and_no_other_lawful() -> None:
    found = stations(DRAFT, LEAVE, leave=Learned(90, 4), gates=(done("draft", TODAY),))["leave"]

    assert (found.earliest, found.likely, found.seen) == (TODAY, TODAY + timedelta(days=90), 4)


def test_likely_days_add_up_along_the_way() -> None:
    found = stations(DRAFT, LEAVE, draft=Learned(10, 1), leave=Learned(90, 4))["leave"]

    assert (found.earliest, found.likely) == (TODAY, TODAY + timedelta(days=100))


def test_a_refusal_stays_open_and_a_step_without_its_proof_says_so() -> None:
    refused = Gate(step="leave", closed_on=TODAY, outcome=Outcome.REFUSED)
    bare = done("leave", TODAY)

    assert stations(DRAFT, LEAVE, gates=(refused,))["leave"].is_open
    assert stations(DRAFT, LEAVE, gates=(bare,))["leave"].lacks == (Proof.NUMBER,)


def test_duties_and_the_signature_itself_bind_no_signature() -> None:
    duty = step("owed", Effect.DUTY, "signing")

    assert list(stations(DRAFT, replace(SIGNING, after=("draft",)), duty)) == ["draft", "signing"]
    assert not binds(stations(DRAFT, SIGNING)["signing"])
