"""What members decide, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Run
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, SIGNED, Said, source

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake.actions import accept_reading

pytestmark = pytest.mark.django_db
LATER = Said(words="پیمان خواهرخواندگی اصفهان و کازان ۲۵ فروردین امضا شد.", date="2025-04-14")


@pytest.fixture(autouse=True)
def head_of_office() -> Member:
    return member("mina", role=Role.HEAD)


@pytest.fixture
def two_days(head_of_office: Member) -> tuple[str, str]:
    """Two sources that name different days for one signing; the keys of their statements."""
    first = accept_reading(*source(SIGNED, title="نخست"), by=head_of_office)
    second = accept_reading(*source(LATER, title="دوم", published="2025-04-15"), by=head_of_office)
    return first.keys[0], second.keys[0]


def events(peyvand: Run) -> list[int]:
    _, out, _ = peyvand("show", "Isfahan", "Kazan", "--format", "json")
    return sorted(len(event["witnesses"]) for event in json.loads(out)["bonds"][0]["events"])


def entered(peyvand: Run, *arguments: str | Path) -> str:
    """Decide as the only member there is; the key of the decision."""
    status, _, told = peyvand("decide", *arguments)
    assert status == 0, told
    return told.split()[1]


def test_events_are_put_together_and_apart_by_the_beginnings_of_keys(peyvand: Run, two_days: tuple[str, str]) -> None:
    decision = entered(peyvand, "merge", two_days[0][:12], two_days[1][:12], "--reason", "یک مراسم")
    assert events(peyvand) == [2]

    entered(peyvand, "split", two_days[0][:12])
    assert events(peyvand) == [1, 1]

    _, listed, _ = peyvand("decide", "list", "Kazan", "Isfahan")
    assert [line.split(" · ")[1] for line in listed.splitlines()] == ["split_event", "merge_events"]
    assert "یک مراسم" in listed

    entered(peyvand, "revoke", decision[:12])
    assert events(peyvand) == [1, 1]
    _, listed, _ = peyvand("decide", "list", "--format", "json")
    assert [json.loads(line)["act"] for line in listed.splitlines()] == ["split_event"]


def test_a_settled_finding_is_shown_only_when_all_is_asked_for(peyvand: Run, two_days: tuple[str, str]) -> None:
    _, out, _ = peyvand("audit", "--format", "json")
    found = {one["code"]: one["mark"] for one in map(json.loads, out.splitlines())}
    assert peyvand("decide", "settle", found["dates_disagree"])[0] == 2

    for code in sorted(found):
        entered(peyvand, "settle", found[code], "--reason", f"دیده شد: {code}")

    assert peyvand("audit")[:2] == (0, "")
    status, out, _ = peyvand("audit", "--all", "--format", "json")
    settled = {one["code"]: one["settled"]["reason"] for one in map(json.loads, out.splitlines())}
    assert (status, settled) == (0, {code: f"دیده شد: {code}" for code in found})
    assert "settled by mina: دیده شد" in peyvand("audit", "Kazan", "--all")[1]


def test_places_are_one_followed_and_renamed(peyvand: Run, two_days: tuple[str, str]) -> None:
    entered(peyvand, "same", "Kazan", "Istanbul")
    entered(peyvand, "successor", "Istanbul", "Freiburg", "--on", "1384")
    entered(peyvand, "renamed", "Istanbul", "قسطنطنیه", "--until", "1930-03")

    _, out, _ = peyvand("show", "Istanbul", "--format", "json")
    answer = json.loads(out)
    assert [bond["id"] for bond in answer["bonds"]] == ["isfahan--istanbul"]
    assert answer["history"] == {
        "same_as": [KAZAN.id],
        "former_names": [{"name": "قسطنطنیه", "language": "fa", "until": "1930-03"}],
        "successions": [
            {
                "place": {"id": ISTANBUL.id, "name": "Istanbul", "country": "TR"},
                "by": {"id": "geonames:2925177", "name": "Freiburg", "country": "DE"},
                "on": "2005-03-21/2006-03-20",
            }
        ],
    }
    assert "formerly قسطنطنیه (fa) – 1930-03" in peyvand("show", "Istanbul")[1]


def test_a_network_has_members_and_no_bonds(peyvand: Run, two_days: tuple[str, str], tmp_path: Path) -> None:
    charter = tmp_path / "charter.txt"
    charter.write_text("Isfahan and Kazan joined in 1990. Isfahan left in 2001.", "utf-8")
    entered(peyvand, "network", "--en", "Cities on Lakes", "--fa", "شهرهای دریاچه‌ای")
    entered(
        peyvand,
        "join",
        "cities-on-lakes",
        "Isfahan",
        "--file",
        charter,
        "--quote",
        "Isfahan and Kazan joined",
        "--on",
        "1990",
    )
    entered(
        peyvand, "leave", "cities-on-lakes", "Isfahan", "--file", charter, "--quote", "Isfahan left", "--on", "2001"
    )

    _, now, _ = peyvand("show", "Isfahan", "--format", "json")
    _, then, _ = peyvand("show", "Isfahan", "--as-of", "1999-01-01", "--format", "json")

    place = {"id": ISFAHAN.id, "name": "Isfahan", "country": "IR"}
    names = {"en": "Cities on Lakes", "fa": "شهرهای دریاچه‌ای"}
    left = {"place": place, "joined": "1990", "left": "2001", "now": False}
    assert json.loads(now)["networks"] == [{"id": "cities-on-lakes", "names": names, "members": [left]}]
    assert json.loads(then)["networks"][0]["members"] == [left | {"left": None, "now": True}]
    assert peyvand("decide", "join", "cities-on-lakes", "Kazan", "--file", charter, "--quote", "never said")[0] == 2


def test_a_law_bars_a_tie_from_its_day_on(peyvand: Run, two_days: tuple[str, str]) -> None:
    entered(peyvand, "bar", "ru", "ir", "--since", "2025-09-01", "--law", "An Act")

    def states(*when: str) -> dict[str, str]:
        _, out, _ = peyvand("show", "Isfahan", "Kazan", *when, "--format", "json")
        return {side["place"]["name"]: side["standing"]["state"] for side in json.loads(out)["bonds"][0]["sides"]}

    assert states("--as-of", "2025-08-31") == {"Isfahan": "in_force", "Kazan": "in_force"}
    assert states("--as-of", "2025-09-01") == {"Isfahan": "in_force", "Kazan": "barred"}
    entered(peyvand, "unbar", "An Act")
    assert states("--as-of", "2025-09-01") == {"Isfahan": "in_force", "Kazan": "in_force"}
    assert peyvand("decide", "unbar", "An Act")[0] == 2


def test_those_who_may_not_decide_are_told_so(peyvand: Run, two_days: tuple[str, str]) -> None:
    member("sara", role=Role.AUDITOR)

    assert peyvand("decide", "merge", *two_days, "--as", "sara")[0] == 2
    assert peyvand("decide", "merge", *two_days, "--as", "nobody")[0] == 2
    assert peyvand("decide", "merge", "ffffffff", two_days[0])[0] == 2
