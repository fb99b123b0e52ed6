"""How a source was read, and the second reader, on the pages."""

from __future__ import annotations

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.adapters.second_reader.conftest import Running, running

from peyvand.adapters.readers import read_capture
from peyvand.adapters.sources import capture_text
from peyvand.records.accounts.models import Member
from peyvand.records.intake.actions import propose

__all__ = ["running"]
TEXT = """یزد و ایروان خواهرخوانده شدند

پیمان خواهرخواندگی یزد و ایروان دیروز به امضای شهرداران دو شهر رسید.
خواهرخواندگی شهرها مفهومی کهن است."""


@pytest.fixture
def capture(officer: Member) -> str:
    captured = capture_text(TEXT, "news.txt")
    return propose(captured, read_capture(captured), by=officer).source


@pytest.fixture
def mina(officer: Member) -> Client:
    client = Client()
    client.force_login(officer)
    return client


def words(answer: HttpResponse) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def test_each_statement_tells_which_words_led_to_it(mina: Client, capture: str) -> None:
    told = words(mina.get(f"/en/office/inbox/{capture}/how/"))

    assert "how it is said a finished past form" in told
    assert "which two cities both are named there" in told
    assert "خواهرخواندگی شهرها مفهومی کهن است no word tells a step" in told
    assert "Ask the second reader" not in told


def test_the_second_reader_is_asked_from_the_page(
    mina: Client, capture: str, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEYVAND_LLM_URL", running.server.url)
    monkeypatch.setenv("PEYVAND_LLM_MODEL", "small")
    quote = "پیمان خواهرخواندگی یزد و ایروان دیروز به امضای شهرداران دو شهر رسید"
    running.speaker.says(
        {"events": [{"event": "signing", "modality": "planned", "quote": quote, "cities": ["یزد", "ایروان"]}]}
    )
    assert "Ask the second reader" in words(mina.get(f"/en/office/inbox/{capture}/how/"))
    assert mina.post(f"/en/office/inbox/{capture}/second/").status_code == 302

    shown = words(mina.get(f"/en/office/inbox/{capture}/how/"))
    assert "llm:small" in shown
    assert "they differ in: how it is said" in shown


def test_a_dead_server_is_told_and_changes_nothing(
    mina: Client, capture: str, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEYVAND_LLM_URL", running.server.url)
    monkeypatch.setenv("PEYVAND_LLM_MODEL", "small")
    running.speaker.replies.append((500, b""))
    answer = mina.post(f"/en/office/inbox/{capture}/second/")

    assert (answer.status_code, "busy or out of order" in words(answer)) == (502, True)


def test_what_is_not_there_is_missing(mina: Client, capture: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PEYVAND_LLM_URL", raising=False)

    assert mina.get(f"/en/office/inbox/{'0' * 64}/how/").status_code == 404
    assert mina.post(f"/en/office/inbox/{capture}/second/").status_code == 404
