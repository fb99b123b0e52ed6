"""A live endpoint on this machine, which only these tests may take for a public one."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from tests.factories.tables import WORLD

from peyvand.adapters.imports import wikidata
from peyvand.adapters.imports.composing import Setting, compose
from peyvand.adapters.imports.endpoint import Endpoint, Patience
from peyvand.adapters.imports.opening import read_table
from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.dialing import Dialer
from peyvand.lexicon.tables import table_words

AT = "http://query.example.org/sparql"
ENTITY = "http://www.wikidata.org/entity/"


@dataclass
class Service:
    """Answers each query in turn with a status and a body; ``asked`` are the queries."""

    answers: list[tuple[int, bytes]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    slept: list[float] = field(default_factory=list)

    def endpoint(self, written: str = AT, address: str = "93.184.216.34", **patience: float) -> Endpoint:
        return Endpoint(
            written,
            Patience(**patience),  # type: ignore[arg-type]
            resolve=lambda _host, _port: (address,),
            sleep=self.slept.append,
        )


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    made = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            made.asked.append(parse_qs(body.decode())["query"][0])
            made.fields = {name.lower(): value for name, value in self.headers.items()}
            status, answer = made.answers.pop(0)
            self.send_response(status)
            if status == 429:
                self.send_header("Retry-After", "7")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    _lead_here(monkeypatch, server.server_address[1])
    yield made
    server.shutdown()
    thread.join()
    server.server_close()


def _lead_here(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """The one permission: what was allowed as public is dialled here."""
    first: Callable[..., None] = Dialer.__init__

    def init(self: Dialer, *arguments: object) -> None:
        first(self, *arguments)
        dial = self.inner.connect_tcp
        monkeypatch.setattr(self.inner, "connect_tcp", lambda _host, _port, *rest: dial("127.0.0.1", port, *rest))

    monkeypatch.setattr(Dialer, "__init__", init)


def result(*ties: tuple[str, str, str]) -> bytes:
    """Ties of an item with a partner, by its item, name and GeoNames number."""
    bindings = [
        {
            "tie": {"type": "uri", "value": f"{ENTITY}statement/{item}"},
            "item": {"type": "uri", "value": f"{ENTITY}Q42053"},
            "itemLabel": {"type": "literal", "value": "Isfahan"},
            "itemGeonames": {"type": "literal", "value": "418863"},
            "partner": {"type": "uri", "value": ENTITY + item},
            "partnerLabel": {"type": "literal", "value": name},
            "partnerGeonames": {"type": "literal", "value": number},
        }
        for item, name, number in ties
    ]
    variables = [
        "tie",
        "item",
        "itemLabel",
        "itemGeonames",
        "partner",
        "partnerLabel",
        "partnerGeonames",
        "start",
        "end",
    ]
    return json.dumps({"head": {"vars": variables}, "results": {"bindings": bindings}}).encode()


KAZAN, FREIBURG = ("Q900", "Kazan", "551487"), ("Q2833", "Freiburg", "2925177")


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(UnreadableSource) as refused:
        act()
    return refused.value.code


def test_pages_are_put_together_until_one_is_short(service: Service) -> None:
    service.answers = [(200, result(KAZAN)), (200, result(FREIBURG)), (200, result())]
    told: list[int] = []

    data = service.endpoint(page=1).twins("geonames:418863", told.append)

    table = read_table(data, "query.example.org")
    batch = compose(table, wikidata.KIND, Setting(words=table_words(), gazetteer=WORLD))
    assert [(item.meant.places if item.meant else None) for item in batch.items] == [  # type: ignore[union-attr]
        ("geonames:418863", "geonames:551487"),
        ("geonames:418863", "geonames:2925177"),
    ]
    assert told == [1, 2, 2]
    assert ['wdt:P1566 "418863"' in query for query in service.asked] == [True] * 3
    assert ["OFFSET 0" in service.asked[0], "OFFSET 2" in service.asked[2]] == [True, True]
    assert service.fields["accept"] == "application/sparql-results+json"


def test_all_is_asked_for_where_no_place_is_named(service: Service) -> None:
    service.answers = [(200, result(KAZAN))]
    service.endpoint().twins()

    assert 'P1566 "' not in service.asked[0]


def test_a_busy_endpoint_is_waited_for(service: Service) -> None:
    service.answers = [(429, b""), (503, b""), (200, result(KAZAN))]

    assert b"Kazan" in service.endpoint().twins()
    assert service.slept == [7.0, 10.0]


def test_what_goes_wrong_is_told(service: Service) -> None:
    service.answers = [(500, b""), (503, b""), (200, b"<html>"), (200, b'{"head": 1}'), (200, result(KAZAN))]
    endpoint = service.endpoint()

    assert refusal(endpoint.twins) == "answered"
    assert refusal(service.endpoint(tries=1).twins) == "answered"
    assert [refusal(endpoint.twins) for _ in range(2)] == ["broken_document"] * 2
    assert refusal(service.endpoint(bytes=10).twins) == "too_large"


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "::1", "169.254.169.254"])
def test_hosts_that_are_not_public_are_never_asked(service: Service, address: str) -> None:
    assert refusal(service.endpoint(address=address).twins) == "not_public"
    assert service.asked == []


@pytest.mark.parametrize(
    "written", ["http://localhost/sparql", "http://127.0.0.1/", "http://example.org:8080/", "file:///x"]
)
def test_addresses_that_mean_something_else_are_refused(written: str) -> None:
    assert refusal(lambda: Endpoint(written)) in ("not_public", "bad_address")
