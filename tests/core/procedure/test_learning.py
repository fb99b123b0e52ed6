from __future__ import annotations

from datetime import date, timedelta

from tests.factories.procedures import done

from peyvand.core.procedure.facts import Gate, Outcome
from peyvand.core.procedure.learning import learned_from
from peyvand.core.procedure.track import Learned

ASKED = date(2025, 1, 1)


def taking(days: int) -> Gate:
    return done("permit", ASKED + timedelta(days=days), ASKED)


def test_the_median_of_past_cases_is_learned_with_their_number() -> None:
    assert learned_from([taking(229), taking(81), taking(91), taking(90)]) == {"permit": Learned(90, 4)}


def test_what_was_skipped_or_began_on_no_known_day_teaches_nothing() -> None:
    skipped = Gate(step="permit", asked_on=ASKED, closed_on=ASKED, outcome=Outcome.SKIPPED)

    assert learned_from([skipped, done("permit", ASKED), Gate(step="permit", asked_on=ASKED)]) == {}
