"""One question to the server, one answer back, within limits of time and size; and a reason where there is none."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2
import msgspec

# Seconds for one answer, and for the first sign that anybody is there.
ANSWER_SECONDS = 120.0
_CONNECT_SECONDS = 5.0
_LARGEST = 4 * 1024 * 1024
_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})

# Why there is no answer, by code. Texts are keys of the catalogue of messages.
REASONS: Mapping[str, str] = {
    "unreachable": "The second reader’s server cannot be reached.",
    "slow": "The second reader did not answer in time.",
    "busy": "The second reader’s server is busy or out of order (status {status}).",
    "denied": "The second reader’s server does not accept the request (status {status}): check address, model and key.",
    "too_large": "The second reader’s answer is longer than anything it was asked for.",
    "refused": "The second reader refuses to read this text.",
    "cut": "The second reader’s answer breaks off.",
    "broken": "The second reader’s answer is not what was asked for.",
    "too_long": "The text is longer than the second reader is asked to read.",
    "language": "The text is in no language that can be checked.",
}


class NoAnswer(Exception):
    """The second reader has not answered. ``code`` is a key of `REASONS`, ``details`` fill its text."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(REASONS[code].format(**details))
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Server:
    """Where to ask: ``url`` is the base of the interface (``http://localhost:8080/v1``). The key is never shown."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = ANSWER_SECONDS


def server_of(environment: Mapping[str, str]) -> Server | None:
    """The server that the environment names, or None: both address and model must be there."""
    url, model = environment.get("PEYVAND_LLM_URL", "").rstrip("/"), environment.get("PEYVAND_LLM_MODEL", "")
    return Server(url, model, environment.get("PEYVAND_LLM_KEY", "")) if url and model else None


def chat(server: Server, messages: Sequence[Mapping[str, str]]) -> str:
    """The content of the server's reply to a conversation. Raises `NoAnswer`."""
    question = {
        "model": server.model,
        "messages": list(messages),
        "temperature": 0,
        "response_format": {"type": "json_object"},
    }
    return _content(_posted(server, msgspec.json.encode(question)))


def _posted(server: Server, question: bytes) -> bytes:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {server.key}"} if server.key else {})
    limits = httpx2.Timeout(server.seconds, connect=min(_CONNECT_SECONDS, server.seconds))
    until = time.monotonic() + server.seconds
    try:
        # Only the server that is named is asked: no proxy of the environment, no redirect.
        with (
            httpx2.Client(timeout=limits, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", f"{server.url}/chat/completions", content=question, headers=headers) as reply,
        ):
            if reply.status_code != httpx2.codes.OK:
                raise NoAnswer("busy" if reply.status_code in _BUSY else "denied", status=reply.status_code)
            return _body(reply, until)
    except httpx2.TimeoutException as fault:
        raise NoAnswer("slow") from fault
    except (httpx2.HTTPError, httpx2.InvalidURL) as fault:
        raise NoAnswer("unreachable") from fault


def _body(reply: httpx2.Response, until: float) -> bytes:
    """The whole reply. A server that drips would never run into the limit of one read."""
    body = bytearray()
    for piece in reply.iter_bytes():
        body += piece
        if len(body) > _LARGEST:
            raise NoAnswer("too_large")
        if time.monotonic() > until:
            raise NoAnswer("slow")
    return bytes(body)


def _content(body: bytes) -> str:
    try:
        choice: Any = msgspec.json.decode(body)["choices"][0]
        message = choice["message"]
    except (msgspec.DecodeError, LookupError, TypeError) as fault:
        raise NoAnswer("broken") from fault
    if not isinstance(message, dict) or message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise NoAnswer("refused")
    if choice.get("finish_reason") == "length":
        raise NoAnswer("cut")
    content = message.get("content")
    if not isinstance(content, str):
        raise NoAnswer("broken")
    return content
