from __future__ import annotations

import socket
from dataclasses import replace

import pytest
from tests.adapters.second_reader.conftest import Running

from peyvand.adapters.second_reader.server import REASONS, NoAnswer, Server, chat, server_of

HELLO = [{"role": "user", "content": "سلام"}]


def code_of(server: Server) -> str:
    with pytest.raises(NoAnswer) as refused:
        chat(server, HELLO)
    assert str(refused.value) == REASONS[refused.value.code].format(**refused.value.details)
    return refused.value.code


def test_it_is_off_unless_address_and_model_are_named() -> None:
    there = {"PEYVAND_LLM_URL": "http://127.0.0.1:1/v1/", "PEYVAND_LLM_MODEL": "small", "PEYVAND_LLM_KEY": "k"}

    assert server_of({}) is None
    assert server_of({"PEYVAND_LLM_URL": "http://127.0.0.1:1"}) is None
    assert server_of(there) == Server("http://127.0.0.1:1/v1", "small", "k")


@pytest.mark.parametrize(
    ("status", "code"), [(500, "busy"), (503, "busy"), (429, "busy"), (401, "denied"), (404, "denied"), (302, "denied")]
)
def test_a_status_tells_what_is_wrong(running: Running, status: int, code: str) -> None:
    running.speaker.replies.append((status, b"{}"))

    assert (code_of(running.server), len(running.speaker.asked)) == (code, 1)


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": 7}}]}', b"\xff"]
)
def test_a_body_of_another_shape_is_broken(running: Running, body: bytes) -> None:
    running.speaker.replies.append((200, body))

    assert code_of(running.server) == "broken"


def test_refusals_and_answers_cut_short_are_none(running: Running) -> None:
    running.speaker.says(None)
    running.speaker.says("{}", finish_reason="content_filter")
    running.speaker.says("{}", finish_reason="length")

    assert [code_of(running.server) for _ in range(3)] == ["refused", "refused", "cut"]


def test_an_endless_answer_is_not_read_to_its_end(running: Running) -> None:
    running.speaker.replies.append((200, b" " * 5_000_000))

    assert code_of(running.server) == "too_large"


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    assert code_of(Server(f"http://127.0.0.1:{port}/v1", "small")) == "unreachable"
    assert code_of(Server("nonsense", "small")) == "unreachable"


def test_a_server_that_is_silent_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = Server(f"http://127.0.0.1:{silent.getsockname()[1]}/v1", "small", seconds=0.1)

        assert code_of(server) == "slow"


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(replace(Server("http://a", "small"), key="secret"))
