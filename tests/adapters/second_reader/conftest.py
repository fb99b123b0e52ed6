"""A small server of the chat protocol on this machine, which says what a test wants it to say."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from peyvand.adapters.second_reader import Server


@dataclass
class Speaker:
    """What is said next: each reply is a status and a body; the last one is said again and again."""

    replies: list[tuple[int, bytes]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def says(self, content: object, **choice: object) -> None:
        words = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
        message = {"role": "assistant", "content": words} if content is not None else {"refusal": "no"}
        self.replies.append((200, json.dumps({"choices": [{"message": message, **choice}]}).encode()))

    def next(self) -> tuple[int, bytes]:
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]


@dataclass(frozen=True)
class Running:
    speaker: Speaker
    server: Server


def _handler(speaker: Speaker) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            speaker.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            speaker.keys.append(self.headers["Authorization"])
            status, body = speaker.next()
            self.send_response(status)
            if status in (301, 302, 307):
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing of it belongs into a test's output."""

    return Handler


@pytest.fixture
def running() -> Iterator[Running]:
    speaker = Speaker()
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _handler(speaker))
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Running(speaker, Server(f"http://127.0.0.1:{httpd.server_port}/v1", "small", "secret"))
    httpd.shutdown()
    httpd.server_close()
