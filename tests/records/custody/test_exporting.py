from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from tests.factories.readings import PLANNED, SIGNED, VISIT, source
from tests.records.custody.conftest import emptied, everything

from peyvand.records.accounts.models import Member
from peyvand.records.custody.exporting import ledger_lines
from peyvand.records.custody.importing import import_ledger
from peyvand.records.custody.verification import verify
from peyvand.records.intake.actions import JudgedMeanwhile, accept, propose, reject, withdraw
from peyvand.records.ledger.queries import head
from peyvand.records.register.gathering import rulings_on
from tools import verify_ledger as second


def exported() -> list[str]:
    return [json.dumps(line, ensure_ascii=False) for line in ledger_lines()]


@pytest.mark.django_db
def test_empty_ledger_is_one_line() -> None:
    assert list(ledger_lines()) == [{"peyvand": "ledger/1", "size": 0, "root": head().root}]


@pytest.mark.usefixtures("office")
def test_members_and_texts_stand_before_what_needs_them() -> None:
    seen: set[object] = set()

    for line in ledger_lines():
        if "entry" in line:
            assert line["entry"]["member"] in seen
            assert line["entry"]["kind"] != "source" or line["entry"]["key"] in seen
        seen |= {one.get("id", one.get("capture")) for one in line.values() if isinstance(one, dict)}


@pytest.mark.usefixtures("office")
def test_what_comes_in_elsewhere_is_what_went_out() -> None:
    before, lines = everything(), exported()
    emptied()

    came_in = import_ledger(lines)

    assert everything() == before
    assert (came_in, verify().faults) == (head(), ())
    assert exported() == lines


@pytest.mark.parametrize("seed", range(6))
def test_any_history_comes_in_as_it_went_out(seed: int, officer: Member, head_of_office: Member) -> None:
    random = Random(seed)
    for turn in range(12):
        said = random.sample([SIGNED, VISIT, PLANNED], random.randrange(1, 4))
        texts = source(*said, name=f"{turn}", title=f"خبر {random.randrange(5)}", claimed=random.choice([None, 7, 16]))
        for key in propose(*texts, by=officer, public=random.choice([None, True, False])).keys:
            judge(key, random, random.choice([officer, head_of_office]))
    before, lines = everything(), exported()
    emptied()

    import_ledger(lines)

    assert everything() == before


def judge(key: str, random: Random, by: Member) -> None:
    """Any verdict that the moment allows."""
    heads = rulings_on([key])[key].heads
    follows = heads[-1].key if heads and random.random() < 0.9 else None
    act = random.choice([accept, reject, withdraw] if heads else [accept, reject])
    with suppress(JudgedMeanwhile):
        act(key, by=by, follows=follows, reason=random.choice(["", "دلیل"]))


@pytest.mark.usefixtures("office")
def test_second_verifier_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger.jsonl"
    path.write_text("\n".join(exported()) + "\n", "utf-8")

    assert list(second.faults_of(second.exported(path), [(head().size, bytes.fromhex(head().root))])) == []
    assert len(list(second.faults_of(second.exported(path), [(head().size, bytes(32))]))) == 1
