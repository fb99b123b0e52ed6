"""The desk's pages beside plain Django ones over the same store, in turns in one process, by processor time.

``PEYVAND_HOME=… python -m benchmarks.desk.pages [--rounds N] [--json FILE]``, after `benchmarks.desk.store`.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.desk.settings"

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from benchmarks.desk.plain.models import Tie  # noqa: E402
from benchmarks.ledger.entering import member  # noqa: E402
from peyvand.records.casework.models import Case  # noqa: E402

_SEED, _ASKED = 3, 40
Addresses = Iterator[str]


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page: its addresses, each asked for in turn; of ours or of the anchor's."""

    name: str
    addresses: Callable[[], list[str]]


class Browser:
    """Asks the application itself, without a network; signed in."""

    def __init__(self) -> None:
        self._handler = WSGIHandler()
        self._cookie = f"{settings.SESSION_COOKIE_NAME}={_session()}"

    def get(self, address: str) -> bytes:
        """The page's bytes. A page that is none stops the run."""
        path, _, asked = address.partition("?")
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": asked,
            "SERVER_NAME": "localhost", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": BytesIO(),
            "wsgi.version": (1, 0), "HTTP_COOKIE": self._cookie, "HTTP_HOST": "localhost", "SCRIPT_NAME": "",
        }  # fmt: skip
        status: list[str] = []
        body = b"".join(self._handler(environ, lambda told, _headers, *_: status.append(told)))  # type: ignore[arg-type]
        if not status[0].startswith("200"):
            raise SystemExit(f"{address}: {status[0]}")
        return body


def _session() -> str:
    client = Client()
    client.force_login(member())
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def _asking(base: str, words: list[str], more: str = "") -> list[str]:
    return [f"{base}?q={quote(one)}{more}" for one in words]


def pages() -> list[Page]:
    """What is measured, in the order of each round."""
    random = Random(_SEED)
    rows = random.sample(list(Tie.objects.values_list("city", "partner")), _ASKED)
    pairs = [f"{city} {partner}" for city, partner in rows]
    # Cities with at least a page of bonds, which are some hundredths of a per cent of all.
    many = Tie.objects.values("city").annotate(n=Count("id")).filter(n__range=(20, 60)).order_by("city")
    cities = random.sample([row["city"] for row in many], _ASKED)
    quoted = [" ".join(f'"{word}"' for word in one.split()) for one in cities]
    broad = ["پیمان", "خواهرخواندگی", "شورای شهر", "شهردار", "همکاری", "تفاهم‌نامه", "هیئت", "امضا"]
    cases = list(Case.objects.order_by("pk").values_list("pk", flat=True)[:_ASKED])
    return [
        Page("plain list", lambda: ["/plain/", *(f"/plain/?page={at}" for at in range(2, 20))]),
        Page("plain FTS broad", lambda: _asking("/plain/search/", ["signing", "visit", "renewal"])),
        Page("plain FTS narrow", lambda: _asking("/plain/search/", quoted)),
        Page("work list", lambda: ["/fa/office/agenda/", "/fa/office/agenda/?page=3"]),
        Page("cases", lambda: ["/fa/office/cases/"]),
        Page("case", lambda: [f"/fa/office/cases/{pk}/" for pk in cases]),
        Page("search broad", lambda: _asking("/fa/office/search/", broad)),
        Page("search narrow", lambda: _asking("/fa/office/search/", cities)),
        Page("search a pair", lambda: _asking("/fa/office/search/", pairs)),
        Page("search narrowed", lambda: _asking("/fa/office/search/", broad, "&kind=statement&year=1390")),
        Page("search near", lambda: _asking("/fa/office/search/", [f"{city[:2]}x{city[2:]}" for city, _ in rows])),
        Page("suggestions", lambda: _asking("/fa/office/search/suggest/", [city[:3] for city, _ in rows])),
    ]


def measure(rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds of the processor for each kind of page, medians and means; bytes; questions asked of the store."""
    browser, known = Browser(), pages()
    addresses = {page.name: page.addresses() for page in known}
    spent: dict[str, list[float]] = {page.name: [] for page in known}
    for _ in range(2):
        for page in known:
            browser.get(addresses[page.name][0])
    for at in range(rounds):
        for page in known:
            asked = addresses[page.name][at % len(addresses[page.name])]
            begun = time.process_time()
            browser.get(asked)
            spent[page.name].append(1000 * (time.process_time() - begun))
    return {name: _figures(browser, addresses[name][0], times) for name, times in spent.items()}


def _figures(browser: Browser, address: str, times: list[float]) -> dict[str, float]:
    with CaptureQueriesContext(connection) as asked:
        size = len(browser.get(address))
    ordered = sorted(times)
    return {
        "median_ms": statistics.median(times),
        "mean_ms": statistics.fmean(times),
        "p95_ms": ordered[int(len(ordered) * 0.95)],
        "bytes": size,
        "queries": len(asked),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.desk.pages")
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found: dict[str, Any] = measure(options.rounds)
    anchor = found["plain list"]["median_ms"]
    for name, figures in found.items():
        told = "  ".join(f"{key} {value:,.4g}" for key, value in figures.items())
        print(f"{name:18} {figures['median_ms'] / anchor:5.2f}  {told}")  # noqa: T201 - the table
    if options.json:
        options.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
