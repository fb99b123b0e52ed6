"""The links of a page to its data, for the times and the audience of the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy

from peyvand.adapters.exports.formats import WRITERS
from peyvand.web.shared.words import Words

# By name of the format: what it is called, and what it is for.
FORMATS: Mapping[str, tuple[str, Words]] = {
    "csv": ("CSV", gettext_lazy("a table, one line a bond, in codes")),
    "xlsx": ("XLSX", gettext_lazy("a workbook with sheets of bonds, sources and findings, in the page’s language")),
    "json": ("JSON", gettext_lazy("everything, in one object")),
    "jsonl": ("JSON Lines", gettext_lazy("everything, a line each bond")),
    "jsonld": ("JSON-LD", gettext_lazy("linked data, with the properties of schema.org and Wikidata")),
    "geojson": ("GeoJSON", gettext_lazy("points and lines, for maps")),
    "graphml": ("GraphML", gettext_lazy("a graph of cities, for network analysis")),
}
assert FORMATS.keys() == WRITERS.keys()
INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file to take away. ``internal`` is the address of the same with what only the office sees, empty for those
    who may not."""

    name: str
    use: str
    href: str
    internal: str = ""


def downloads(slug: str = "", times: Mapping[str, str] | None = None, *, office: bool = False) -> tuple[Download, ...]:
    """The files of the city of this address, or of the whole register, for the ``as_of`` and ``known_at`` given."""
    asked = {name: value for name, value in (times or {}).items() if value}
    return tuple(
        Download(
            name=name,
            use=str(use),
            href=_address(slug, form, asked),
            internal=_address(slug, form, {**asked, INTERNAL: "1"}) if office else "",
        )
        for form, (name, use) in FORMATS.items()
    )


def _address(slug: str, form: str, query: Mapping[str, str]) -> str:
    path = reverse("opendata:city", args=[slug, form]) if slug else reverse("opendata:register", args=[form])
    return f"{path}?{urlencode(query)}" if query else path
