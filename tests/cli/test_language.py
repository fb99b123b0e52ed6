"""The terminal's language decides what the command says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import translation
from tests.factories.members import member
from tests.factories.readings import SIGNED, source

from peyvand.cli.main import COMMANDS, main
from peyvand.cli.messages import spoken
from peyvand.records.intake.actions import accept_reading

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def persian(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Say:
    """Run a command in a Persian terminal."""
    monkeypatch.setenv("LC_ALL", "fa_IR.UTF-8")
    before = translation.get_language()

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        finally:
            translation.activate(before or "fa")
        return status, *capsys.readouterr()

    return run


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ({"LC_ALL": "fa_IR.UTF-8"}, "fa"),
        ({"LC_ALL": "", "LANG": "fa_IR"}, "fa"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "fa_IR"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANGUAGE": "fa"}, "en"),
        ({"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "fa:en"}, "fa"),
        ({"LC_ALL": ""}, "en"),
    ],
)
def test_the_locale_decides(monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], language: str) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, locale.get(name, ""))

    assert spoken() == language


def test_help_is_persian_in_a_persian_terminal(persian: Say) -> None:
    status, out, _ = persian("--help")

    assert status == 0
    assert ("کاربرد: peyvand" in out, "گزینه‌ها" in out) == (True, True)
    assert [summary for summary in COMMANDS.values() if summary in out] == []


@pytest.mark.parametrize(
    "arguments", [("decide", "--help"), ("import", "--help"), ("export", "--help"), ("state", "-h")]
)
def test_help_of_every_kind_is_persian(persian: Say, arguments: tuple[str, ...]) -> None:
    status, out, _ = persian(*arguments)

    lines = [line.strip() for line in out.splitlines() if "  " in line.strip()]
    explained = [line.split("  ", 1)[1].strip() for line in lines]
    assert status == 0
    assert [told for told in explained if told and not any("\u0600" <= letter <= "\u06ff" for letter in told)] == []


def test_what_is_wrong_is_said_in_persian(persian: Say, db: None) -> None:
    member("mina")

    assert "آرگومان‌های زیر لازم است: PLACE" in persian("show")[2]
    assert "روزی مانند" in persian("show", "اصفهان", "--as-of", "فردا")[2]
    # What an action refuses, as well.
    assert "یافته‌ای" in persian("decide", "settle", "0123", "--as", "mina", "--reason", "x")[2]


def test_answers_for_people_are_persian_and_those_for_programs_are_not(persian: Say, db: None) -> None:
    accept_reading(*source(SIGNED), by=member("mina"))

    told = persian("show", "اصفهان", "کازان")[1]
    assert ("اصفهان – کازان" in told, "برقرار" in told, "in_force" in told) == (True, True, False)
    assert "هنوز سندی نیست" in persian("audit")[1]
    bond = json.loads(persian("show", "اصفهان", "کازان", "--format", "json")[1])["bonds"][0]
    assert bond["sides"][0]["standing"]["state"] == "in_force"
