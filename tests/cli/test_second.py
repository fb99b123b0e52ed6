"""The second reader on the command line, against a small server on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.adapters.second_reader.conftest import Running, running
from tests.adapters.second_reader.test_asking import SIGNED, TEXT
from tests.cli.conftest import Run

__all__ = ["running"]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def named(running: Running, monkeypatch: pytest.MonkeyPatch) -> Running:
    monkeypatch.setenv("PEYVAND_LLM_URL", running.server.url)
    monkeypatch.setenv("PEYVAND_LLM_MODEL", "small")
    return running


def test_what_the_second_reader_found_is_printed(peyvand: Run, article: Path, named: Running) -> None:
    named.speaker.says({"events": [SIGNED, SIGNED | {"quote": "پیمان"}, SIGNED | {"quote": "عهد"}]})
    status, out, told = peyvand("read", article, "--reader", "llm")

    assert status == 0
    assert [one["evidence"]["text"] for one in json.loads(out)["statements"]] == ["پیمان", SIGNED["quote"]]
    assert f"{article}: dropped of the answer: not_verbatim 1" in told


def test_a_dead_server_leaves_the_rules_reading(peyvand: Run, article: Path, named: Running) -> None:
    named.speaker.replies.append((500, b""))
    status, out, told = peyvand("read", article, "--reader", "llm")
    plain = peyvand("read", article)[1]

    assert (status, out) == (1, plain)
    assert "busy or out of order (status 500). The rules’ reading is given." in told


def test_it_is_off_where_none_is_named(peyvand: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEYVAND_LLM_URL", raising=False)
    status, out, told = peyvand("read", article, "--reader", "llm")

    assert (status, out) == (2, "")
    assert "PEYVAND_LLM_URL" in told
