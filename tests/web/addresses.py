"""Every address of the site, read from the URL table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

# Something for each argument; nothing stands there.
ARGUMENTS: dict[str, str] = {
    "slug": "nowhere",
    "capture": "0" * 64,
    "key": "1" * 64,
    "form": "csv",
    "number": "7",
    "secret": "none",
    "grant": "7",
}
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


@dataclass(frozen=True, slots=True)
class Address:
    path: str
    name: str
    view: Any
    route: str

    def __str__(self) -> str:
        return self.path

    def paths(self, arguments: Mapping[str, Sequence[str]]) -> list[str]:
        """The address with each of these in the place of its arguments; those that are not given stay as they were."""
        names = _ARGUMENT.findall(self.route)
        choices = [arguments.get(name, (ARGUMENTS[name],)) for name in names]
        return [_filled(self.route, dict(zip(names, chosen, strict=True))) for chosen in product(*choices)]


def addresses() -> list[Address]:
    """All of them, under Persian where they have a language."""
    return list(_walk(get_resolver().url_patterns, "/", ""))


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, namespace: str) -> Iterator[Address]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            route = "fa/" if isinstance(pattern.pattern, LocalePrefixPattern) else str(pattern.pattern)
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, prefix + route, inner)
        else:
            route = prefix + str(pattern.pattern)
            yield Address(_filled(route, ARGUMENTS), f"{namespace}{pattern.name}", pattern.callback, route)


def _filled(route: str, arguments: Mapping[str, str]) -> str:
    return _ARGUMENT.sub(lambda found: arguments[found[1]], route)


ADDRESSES_TO_TRY = sorted(
    {*(str(address) for address in addresses()), "/", "/office/", "/en/", "/fa/nothing", "/static/x"}
)
