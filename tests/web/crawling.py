"""A crawler that asks for everything: each address with what is hidden in its place, each query, and each link."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from urllib.parse import urlencode, urlsplit

from django.test import Client
from tests.factories.house import COMMON, House
from tests.web.addresses import Address, addresses

from peyvand.adapters.exports.formats import WRITERS

_LINK = re.compile(rb'(?:href|src|action|data-offers|data-ask)="([^"#]+)')
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"')
_PASSING = frozenset({"ETag", "Content-Length"})
_MOST_PAGES = 1_500
# What to ask a page for, by the words of a query that it heeds.
_QUERIES = {
    "q": COMMON,
    "letters": COMMON,
    "as_of": "2030-01-01",
    "known_at": "2030-01-01",
    "internal": "1",
    "state": "all",
    "city": "فرایبورگ",
    "place": "فرایبورگ",
    "page": "2",
    "mine": "1",
    "snoozed": "1",
    "thing": "case:1",
}


def arguments_of(house: House) -> dict[str, tuple[str, ...]]:
    """What may stand in addresses: the numbers and keys of what is there."""
    numbers = {
        house.case.pk,
        house.contact.pk,
        house.registered.pk,
        house.watch.pk,
        house.member.pk,
        house.numbers.invitation,
    }
    return {
        "slug": ("freiburg--isfahan", "freiburg", "isfahan", "isfahan--kazan"),
        "capture": (house.letter, house.proposed, house.upload),
        "key": (*house.keys, house.document.key, house.shared.key),
        "form": tuple(WRITERS),
        "number": tuple(map(str, sorted(numbers))),
        "grant": (str(house.numbers.grant),),
    }


def seeds(house: House) -> list[str]:
    """Every address with the numbers and keys of what is hidden, and with each query by itself."""
    arguments = arguments_of(house)
    return list(_asked(lambda address: address.paths(arguments)))


def _asked(paths: Callable[[Address], Iterable[str]]) -> Iterator[str]:
    for address in addresses():
        policy = address.view.policy
        queries = ["", *(f"?{urlencode({name: _QUERIES[name]})}" for name in policy.params if name in _QUERIES)]
        if "GET" in policy.methods:
            yield from (path + query for path in paths(address) for query in queries)


def lists() -> list[str]:
    """Every address that names no thing, with each query by itself."""
    return list(_asked(lambda address: [] if "<" in address.route else [address.path]))


def crawl(client: Client, first: Iterable[str]) -> dict[str, bytes]:
    """What is answered at each address, and at each that these lead to."""
    waiting, answers = list(first), dict[str, bytes]()
    while waiting and len(answers) < _MOST_PAGES:
        path = waiting.pop()
        if path not in answers and not path.startswith("/static/"):
            answers[path] = asked(client, path)
            waiting += _links(answers[path])
    return answers


def asked(client: Client, path: str) -> bytes:
    """One answer: its status, its headers and its words, without what changes from one asking to the next."""
    answer = client.get(path)
    body = b"".join(getattr(answer, "streaming_content", ())) or getattr(answer, "content", b"")
    kept = {name: value for name, value in answer.headers.items() if name not in _PASSING}
    headers = "\n".join(f"{name}: {value}" for name, value in kept.items())
    return f"{answer.status_code}\n{headers}\n".encode() + _TOKEN.sub(b"", body)


def _links(body: bytes) -> Iterator[str]:
    for found in _LINK.findall(body):
        parts = urlsplit(unescape(found.decode()))
        if not parts.netloc and parts.path.startswith("/") and not parts.path.startswith("/en/"):
            yield parts.path + (f"?{parts.query}" if parts.query else "")
