"""A site of our own on this machine, which fetchers of the tests take for a public one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from peyvand.adapters.web.dialing import Dialer
from peyvand.adapters.web.fetching import Fetcher, Manners

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """Answers by path; ``asked`` are the paths that were asked for, ``fields`` the last question's fields."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    port: int = 0

    def fetcher(self, addresses: Sequence[str] = ("93.184.216.34",), **manners: float) -> Fetcher:
        """A fetcher for which every host has these addresses, all of which lead here."""
        return Fetcher(
            Manners(**{"pause": 0.0, **manners}),  # type: ignore[arg-type]
            resolve=lambda _host, _port: addresses,
            sleep=lambda _seconds: None,
        )


def answer(body: bytes = b"", status: int = 200, **fields: str) -> Answer:
    """An answer with these fields, dashes of whose names are written as underscores."""

    def give(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in fields.items():
            handler.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in fields:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return give


def drip(handler: BaseHTTPRequestHandler) -> None:
    """Never done, and never silent for long."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.05)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            made.fields = {name.lower(): value for name, value in self.headers.items()}
            try:
                made.answers.get(self.path, answer(status=404))(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    _lead_here(monkeypatch, made.port)
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def _lead_here(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """Whatever address was allowed, the connection goes to the tests' own site."""
    made = Dialer.__init__

    def init(self: Dialer, *arguments: object) -> None:
        made(self, *arguments)  # type: ignore[arg-type]
        connect = self.inner.connect_tcp
        monkeypatch.setattr(self.inner, "connect_tcp", lambda _host, _port, *rest: connect("127.0.0.1", port, *rest))

    monkeypatch.setattr(Dialer, "__init__", init)
