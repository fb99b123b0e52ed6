from __future__ import annotations

from dataclasses import replace

from tests.factories.towns import reading

from peyvand.core.ledger.words import Instrument, Modality
from peyvand.core.reading.measuring import Measured, Said, Score
from peyvand.core.reading.model import Proposal

NEWS = "پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد. شهردار کاشمر به باتومی سفر کرد."
READ = reading(NEWS).statements


def said(one: Proposal, **changed: object) -> Said:
    return Said(replace(one.statement, **changed), one.resolution)  # type: ignore[arg-type]


def counts(score: Score) -> tuple[int, int, int]:
    return score.right, score.wrong, score.missed


def measured(accepted: list[Said], rejected: list[Said]) -> Measured:
    found = Measured()
    found.take(READ, accepted, rejected)
    return found


def test_what_was_accepted_as_read_is_right() -> None:
    found = measured([said(one) for one in READ], [])

    assert counts(found.events) == counts(found.pairs) == (2, 0, 0)
    assert (found.events.f1, counts(found.signings), found.unjudged) == (1.0, (1, 0, 0), 0)


def test_a_correction_makes_the_reading_wrong_and_the_truth_missed() -> None:
    signed = READ[0]
    found = measured([said(signed, modality=Modality.PLANNED)], [said(signed)])

    assert counts(found.events) == (0, 1, 1)
    assert (found.events.precision, found.events.recall, found.events.f1) == (0.0, 0.0, 0.0)
    assert counts(found.pairs) == (1, 0, 0)


def test_what_nobody_judged_is_neither_right_nor_wrong() -> None:
    found = measured([], [])

    assert (counts(found.events), found.unjudged) == ((0, 0, 0), 2)
    assert (found.events.precision, found.events.recall, found.events.f1) == (None, None, None)


def test_fields_are_compared_where_the_event_is_right() -> None:
    found = measured([said(READ[0], instrument=Instrument.MOU), said(READ[1], instrument_word="x")], [])

    assert found.fields["instrument"] == (0, 1)
    assert found.json()["fields"] == {
        "date": {"right": 0, "of": 0}, "instrument": {"right": 0, "of": 1}, "authority": {"right": 0, "of": 0},
    }  # fmt: skip
