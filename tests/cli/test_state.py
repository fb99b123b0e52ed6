"""Freiburg and Isfahan, told by hand: each side's own standing in each channel, on any day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member

from peyvand.records.accounts.permissions import Role

pytestmark = pytest.mark.django_db

CHRONICLE = (
    "Im Oktober 2000 unterzeichneten Freiburg und Isfahan die Partnerschaft. 2005 fror Freiburg die Kontakte ein. "
    "2014 nahm Freiburg sie wieder auf."
)
RESOLUTION = (
    "Der Gemeinderat beschließt am 31. Januar 2023: keine offiziellen politischen Kontakte bis auf Weiteres. "
    "Die Kontakte der Bürgerinnen und Bürger werden ausdrücklich gewünscht."
)
LIST = "فرایبورگ آلمان خواهرخواندهٔ اصفهان است."


@pytest.fixture
def told(peyvand: Run, tmp_path: Path) -> Run:
    """The whole story, entered statement by statement."""
    member("mina", role=Role.HEAD)
    files = {"chronicle": CHRONICLE, "resolution": RESOLUTION, "list": LIST}
    for name, text in files.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")

    def say(name: str, quote: str, event: str, *more: str) -> None:
        about = ("--between", "Freiburg", "Isfahan", "--event", event, "--quote", quote)
        status, _, why = peyvand("state", "--file", tmp_path / f"{name}.txt", *about, *more)
        assert status == 0, why

    old = ("--published", "2015-05-01")
    say("chronicle", "unterzeichneten", "signing", "--date", "2000-10", "--instrument", "sister_city",
        "--word", "Partnerschaft", *old)  # fmt: skip
    say("chronicle", "fror", "suspension", "--date", "2005", "--side", "Freiburg", "--acts", "Freiburg", *old)
    say("chronicle", "nahm Freiburg sie wieder auf", "resumption", "--date", "2014", "--side", "Freiburg", *old)
    council = ("--kind", "resolution", "--speaks-for", "Freiburg", "--published", "2023-01-31", "--date", "2023-01-31")
    say("resolution", "keine offiziellen politischen Kontakte", "suspension", "--side", "Freiburg", "--acts",
        "Freiburg", "--authority", "city_council", "--code", "END4", *council)  # fmt: skip
    say("list", "خواهرخواندهٔ", "standing", "--side", "Isfahan", "--instrument", "sister_city", "--word", "خواهرخواندهٔ",
        "--speaks-for", "Isfahan", "--published", "2023-05-24")  # fmt: skip
    return peyvand


def standings(peyvand: Run, *when: str) -> dict[str, list[str]]:
    _, out, _ = peyvand("show", "Freiburg", "Isfahan", *when, "--format", "json")
    return {
        side["place"]["name"]: [
            f"{one['channel']} {one['state']}" for one in (side["standing"], *side["other_channels"])
        ]
        for side in json.loads(out)["bonds"][0]["sides"]
    }


def test_each_year_has_its_answer_for_each_side(told: Run) -> None:
    states = {day: standings(told, "--as-of", day) for day in ("2003-01-01", "2008-01-01", "2016-01-01", "2023-02-01")}

    in_force = ["official in_force"]
    assert states == {
        "2003-01-01": {"Freiburg": in_force, "Isfahan": in_force},
        "2008-01-01": {"Freiburg": ["official suspended"], "Isfahan": in_force},
        "2016-01-01": {"Freiburg": in_force, "Isfahan": in_force},
        "2023-02-01": {"Freiburg": ["official citizens_only", "citizens in_force"], "Isfahan": in_force},
    }
    assert standings(told) == states["2023-02-01"]


def test_each_side_has_its_own_word_and_its_channels_in_the_terminal(told: Run) -> None:
    _, out, _ = told("show", "Freiburg", "Isfahan")

    assert "  Freiburg: sister_city citizens_only since 2023-01-31 (documented)" in out
    assert "    citizens: - in_force since 2023-01-31 (documented)" in out
    assert "  Isfahan: sister_city in_force since 2000-10 (reported) «Partnerschaft, خواهرخواندهٔ»" in out


def test_what_is_no_word_of_the_source_is_refused(told: Run, tmp_path: Path) -> None:
    words = ("--between", "Freiburg", "Isfahan", "--event", "signing")

    assert told("state", "--file", tmp_path / "list.txt", *words, "--quote", "never said")[0] == 2
    assert told("state", "--source", "ffff", *words, "--quote", "x")[0] == 2
    assert told("state", "--file", tmp_path / "list.txt", *words, "--quote", LIST, "--side", "Kazan")[0] == 2


def test_what_was_judged_is_not_entered_again(told: Run, tmp_path: Path) -> None:
    again = (
        "state", "--file", tmp_path / "list.txt", "--between", "Freiburg", "Isfahan", "--event", "standing",
        "--quote", "خواهرخواندهٔ", "--side", "Isfahan", "--instrument", "sister_city", "--word", "خواهرخواندهٔ",
    )  # fmt: skip

    assert told(*again)[0] == 2


def test_the_end_of_a_term_is_entered_and_runs_out_by_itself(told: Run, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Diese Vereinbarung gilt bis zum 1. Mai 2024.", "utf-8")
    told("state", "--file", text, "--kind", "signed_text", "--published", "2000-10-27", "--between", "Freiburg",
         "Isfahan", "--event", "termination", "--modality", "planned", "--code", "END6", "--date", "2024-05-01",
         "--side", "Isfahan", "--quote", "gilt bis zum 1. Mai 2024")  # fmt: skip

    assert standings(told, "--as-of", "2024-05-01")["Isfahan"] == ["official in_force"]
    assert standings(told, "--as-of", "2024-05-02")["Isfahan"] == ["official expired"]
