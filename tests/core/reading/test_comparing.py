from __future__ import annotations

from dataclasses import replace

from tests.factories.towns import reading

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.comparing import Compared, compare
from peyvand.core.reading.model import Proposal, Reading

NEWS = """کاشمر و اوش خواهرخوانده شدند

پیمان خواهرخواندگی کاشمر و اوش دیروز امضا شد. شهردار کاشمر به باتومی سفر کرد."""


def told(compared: tuple[Compared[Proposal], ...]) -> list[tuple[bool, bool, tuple[str, ...]]]:
    return [(pair.first is not None, pair.second is not None, pair.differs) for pair in compared]


def other(one: Proposal, modality: Modality) -> Proposal:
    return replace(one, statement=replace(one.statement, modality=modality))


def without(found: Reading, at: int) -> Reading:
    return replace(found, statements=found.statements[:at] + found.statements[at + 1 :])


def test_a_reading_agrees_with_itself() -> None:
    found = reading(NEWS)

    assert len(found.statements) > 1
    assert all(pair.agrees for pair in compare(found.statements, found.statements))


def test_what_only_one_of_them_says_stands_alone() -> None:
    found = reading(NEWS)

    assert told(compare(found.statements, without(found, 0).statements))[0] == (True, False, ())
    assert told(compare(without(found, 0).statements, found.statements))[0] == (False, True, ())


def test_what_they_tell_otherwise_is_named() -> None:
    found = reading(NEWS)
    changed = replace(found, statements=(other(found.statements[0], Modality.DENIED), *found.statements[1:]))

    assert told(compare(found.statements, changed.statements))[0] == (True, True, ("modality",))
