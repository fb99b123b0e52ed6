"""Twinned places asked of a live SPARQL endpoint, page by page: only of public hosts, within limits, and with patience
where the endpoint asks for it."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import httpcore2

from peyvand import __version__
from peyvand.adapters.sources import UnreadableSource
from peyvand.adapters.web.addresses import is_public
from peyvand.adapters.web.dialing import Dialer, Resolve, resolved
from peyvand.adapters.web.naming import Address, address_of

_ACCEPT = "application/sparql-results+json"
_WELL = 200
_BUSY = frozenset({429, 502, 503, 504})
_GEONAMES = re.compile(r"geonames:([1-9]\d{0,11})")
_ITEM = re.compile(r"wikidata:(Q[1-9]\d{0,11})")
# One page of ties in the order of their names, so that pages fit together; labels are asked for those alone.
_QUERY = """SELECT ?tie ?item ?itemLabel ?itemGeonames ?partner ?partnerLabel ?partnerGeonames ?start ?end WHERE {{
  {{ SELECT ?item ?partner ?tie WHERE {{ {of}?item p:P190 ?tie . ?tie ps:P190 ?partner . }}
    ORDER BY ?item ?partner ?tie LIMIT {limit} OFFSET {offset} }}
  OPTIONAL {{ ?item wdt:P1566 ?itemGeonames }} OPTIONAL {{ ?partner wdt:P1566 ?partnerGeonames }}
  OPTIONAL {{ ?tie pq:P580 ?start }} OPTIONAL {{ ?tie pq:P582 ?end }}
  SERVICE wikibase:label {{ bd:serviceParam wikibase:language "en" }}
}} ORDER BY ?item ?partner ?tie"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """What is asked of an endpoint and of ourselves: ties of one ``page``, ``ties`` and ``bytes`` in all, ``seconds``
    for one answer, ``tries`` if busy, a ``pause`` between two questions, ``wait`` at most if it asks for one."""

    page: int = 5_000
    ties: int = 200_000
    bytes: int = 50_000_000
    seconds: float = 90.0
    tries: int = 4
    pause: float = 1.0
    wait: float = 60.0


class Endpoint:
    """One endpoint. Tests give it another resolver; nothing else may lift what is refused."""

    def __init__(
        self,
        written: str,
        patience: Patience | None = None,
        *,
        resolve: Resolve = resolved,
        is_allowed: Callable[[str], bool] = is_public,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.address = address_of(written)
        self.patience = patience or Patience()
        self.resolve, self.is_allowed, self.sleep = resolve, is_allowed, sleep

    def twins(self, place: str = "", progress: Callable[[int], object] = lambda _: None) -> bytes:
        """The ties of a place (by its id), or all, as one result in SPARQL's own JSON.

        ``progress`` is told how many have come. Raises `UnreadableSource`.
        """
        of, ties, held = _restriction(place), [], 0
        variables: list[str] = []
        for offset in range(0, self.patience.ties, self.patience.page):
            if offset:
                self.sleep(self.patience.pause)
            data = self.ask(_QUERY.format(of=of, limit=self.patience.page, offset=offset), self.patience.bytes - held)
            held += len(data)
            variables, found = _answers(data, str(self.address))
            ties += found
            progress(len(ties))
            # One tie comes in several answers where it has several beginnings, or a place several numbers.
            if len({json.dumps(one.pop("tie", None)) for one in found}) < self.patience.page:
                break
        variables = [name for name in variables if name != "tie"]
        return json.dumps({"head": {"vars": variables}, "results": {"bindings": ties}}, ensure_ascii=False).encode()

    def ask(self, query: str, most: int) -> bytes:
        """The answer to one query, as bytes; ``most`` of them. Waits where the endpoint is busy. Raises
        `UnreadableSource`."""
        for attempt in range(1, self.patience.tries + 1):
            status, fields, data = self._post(query, most)
            if status == _WELL:
                return data
            if status not in _BUSY or attempt == self.patience.tries:
                raise UnreadableSource(str(self.address), "answered", status=status)
            self.sleep(self._wait(fields, attempt))
        raise AssertionError("the last try has answered or failed")

    def _wait(self, fields: Mapping[str, str], attempt: int) -> float:
        said = fields.get("retry-after", "")
        return min(float(said) if said.isdecimal() else 5.0 * 2 ** (attempt - 1), self.patience.wait)

    def _post(self, query: str, most: int) -> tuple[int, Mapping[str, str], bytes]:
        dialer = Dialer(self.resolve, self.is_allowed, self.patience.seconds)
        try:
            with (
                httpcore2.ConnectionPool(network_backend=dialer, http1=True, http2=False) as pool,
                pool.stream(
                    "POST",
                    str(self.address),
                    headers=_fields(self.address),
                    content=urlencode({"query": query, "format": "json"}).encode(),
                ) as answer,
            ):
                said = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in answer.headers}
                data = _counted(answer.iter_stream(), most, str(self.address)) if answer.status == _WELL else b""
                return answer.status, said, data
        except httpcore2.TimeoutException as fault:
            seconds = f"{self.patience.seconds:g}"
            raise UnreadableSource(str(self.address), "slow_host", host=self.address.host, limit=seconds) from fault
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as fault:
            cause = str(fault)[:200] or type(fault).__name__
            raise UnreadableSource(str(self.address), "unreachable", host=self.address.host, cause=cause) from fault


def _fields(address: Address) -> list[tuple[str, str]]:
    return [
        ("Host", address.site.partition("//")[2]),
        ("User-Agent", f"peyvand/{__version__} (reads ties of cities)"),
        ("Accept", _ACCEPT),
        # Unpacked bytes are the ones that are counted.
        ("Accept-Encoding", "identity"),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Connection", "close"),
    ]


def _counted(chunks: Iterator[bytes], most: int, name: str) -> bytes:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        if len(held) > most:
            raise UnreadableSource(name, "too_large", limit=most)
    return bytes(held)


def _restriction(place: str) -> str:
    """The words of the query that ask for one place alone."""
    if found := _GEONAMES.fullmatch(place):
        return f'?item wdt:P1566 "{found[1]}" . '
    if found := _ITEM.fullmatch(place):
        return f"VALUES ?item {{ wd:{found[1]} }} "
    return ""


def _answers(data: bytes, name: str) -> tuple[list[str], list[dict[str, Any]]]:
    try:
        told = json.loads(data)
        variables, found = list(told["head"]["vars"]), list(told["results"]["bindings"])
    except (ValueError, KeyError, TypeError, RecursionError) as fault:
        cause = f"{type(fault).__name__}: {fault}"[:200]
        raise UnreadableSource(name, "broken_document", cause=cause) from fault
    if not all(isinstance(one, dict) for one in found):
        raise UnreadableSource(name, "broken_document", cause="bindings")
    return variables, found
