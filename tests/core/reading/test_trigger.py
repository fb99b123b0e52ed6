from __future__ import annotations

from tests.factories.towns import hits

from peyvand.core.reading.trigger import Trigger


def triggers(text: str) -> list[Trigger]:
    return [hit.trigger for hit in hits(text)]


def test_a_step_stands_in_the_sentence_of_its_clause() -> None:
    (trigger,) = triggers("کاشمر و اوش خواهرخوانده شدند.")

    assert trigger.sentence is trigger.clause.sentence
    assert (trigger.event, trigger.modality, trigger.is_weak) == ("signing", "done", False)


def test_a_predicate_of_travel_is_a_visit() -> None:
    assert [one.event for one in triggers("هیئت شهرداری کاشمر به اوش رفت.")] == ["visit"]


def test_a_clause_that_says_nothing_of_a_word_gives_no_step() -> None:
    assert triggers("موزه کاشمر و اوش دیدنی است.") == []
