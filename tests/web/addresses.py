"""Every address of the site, read from the URL table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Address:
    path: str
    name: str
    view: Any

    def __str__(self) -> str:
        return self.path


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
            yield Address(prefix + _filled(str(pattern.pattern)), f"{namespace}{pattern.name}", pattern.callback)


def _filled(route: str) -> str:
    for name, value in ARGUMENTS.items():
        for converter in ("slug", "str", "int"):
            route = route.replace(f"<{converter}:{name}>", value)
    return route


ADDRESSES_TO_TRY = sorted(
    {*(str(address) for address in addresses()), "/", "/office/", "/en/", "/fa/nothing", "/static/x"}
)
