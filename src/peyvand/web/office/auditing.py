"""The audit for the eye, and as a table to take away."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy

from peyvand.core.text.formulas import inert
from peyvand.records.audit.models import Kind, Trace
from peyvand.records.custody.trail import Wanted
from peyvand.records.places.queries import slugs_of
from peyvand.records.register.rows import bond_slug
from peyvand.web.office.membership import moment
from peyvand.web.office.permitwords import permission_words
from peyvand.web.shared.dates import typed_day
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import Words

KINDS: Mapping[str, Words] = {
    Kind.DID: gettext_lazy("did"),
    Kind.SAW: gettext_lazy("saw"),
    Kind.EXPORTED: gettext_lazy("took away"),
    Kind.SIGNED_IN: gettext_lazy("signed in"),
    Kind.SIGNED_OUT: gettext_lazy("signed out"),
    Kind.NOT_SIGNED_IN: gettext_lazy("tried to sign in, in vain"),
    Kind.REFUSED: gettext_lazy("was refused"),
}
# What stands in the audit as ``kind:id``, and the page of it.
_PAGES = {
    "case": "office:case",
    "source": "portal:source",
    "bond": "portal:bond",
    "city": "portal:city",
    "member": "office:member",
    "procedure": "office:procedure",
    "network": "portal:network",
}
_NUMBERED = frozenset({"case", "member"})
_SIGNING = frozenset({Kind.SIGNED_IN, Kind.SIGNED_OUT, Kind.NOT_SIGNED_IN})
_HEADINGS = ("at", "member", "kind", "what", "thing", "place_a", "place_b", "detail")
_LONGEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One line: when, who, what. ``href`` is the page of the thing, where it has one; ``where`` its places in words."""

    when: str
    who: str
    member: int | None
    kind: str
    what: str
    thing: str
    href: str
    where: str
    where_href: str
    detail: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed to find lines, and what it comes to; ``faults`` by field."""

    typed: Mapping[str, str]
    wanted: Wanted
    faults: tuple[str, ...] = ()


def asked(query: Mapping[str, str], **on: object) -> Asked:
    """What a query asks for; ``on`` are what the page itself is on (``member``, ``places``)."""
    typed = {name: query.get(name, "").strip()[:_LONGEST] for name in ("kind", "thing", "since", "until")}
    since, until = typed_day(typed["since"]), typed_day(typed["until"])
    faults = tuple(name for name, day in (("since", since), ("until", until)) if typed[name] and day is None)
    before = query.get("before", "")
    wanted = Wanted(
        kind=typed["kind"],
        thing=typed["thing"],
        since=since,
        until=until,
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
        **on,  # type: ignore[arg-type]
    )
    return Asked(typed, wanted, faults)


def audit_lines(traces: Iterable[Trace], naming: Naming) -> list[AuditLine]:
    """Lines of the audit in words; their places lead to what else was done there."""
    shown = list(traces)
    slugs = slugs_of({place for one in shown for place in (one.place_a, one.place_b) if place})
    return [_line(one, naming, slugs) for one in shown]


def audit_table(traces: Iterable[Trace]) -> Iterator[bytes]:
    """The audit as CSV in UTF-8, in codes, a line each; no cell begins a formula."""
    writer = csv.writer(_Echo())
    yield writer.writerow(_HEADINGS)
    for one in traces:
        who = one.member.username if one.member else ""
        cells = (one.at.isoformat(), who, one.kind, one.what, one.thing, one.place_a, one.place_b, one.detail)
        yield writer.writerow([inert(cell) for cell in cells])


def as_query(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, for addresses that keep it."""
    return {name: value for name, value in typed.items() if value}


class _Echo:
    """What the csv module writes to: gives the line back."""

    def write(self, line: str) -> bytes:
        return line.encode()


def _line(one: Trace, naming: Naming, slugs: dict[str, str]) -> AuditLine:
    places = tuple(place for place in (one.place_a, one.place_b) if place)
    return AuditLine(
        when=moment(one.at, naming.language),
        who=str(one.member or ""),
        member=one.member_id,
        kind=str(KINDS[one.kind]),
        what="" if one.kind in _SIGNING else permission_words(one.what),
        thing=one.thing,
        href=_address(one.thing),
        where=naming.listed(places),
        where_href=_audit_of(places, slugs),
        detail=one.detail,
    )


def _audit_of(places: tuple[str, ...], slugs: dict[str, str]) -> str:
    """The audit of a city or a bond, where it has an address."""
    if not places or not slugs.keys() >= set(places):
        return ""
    if len(places) == 1:
        return reverse("office:audit_of_city", args=[slugs[places[0]]])
    return reverse("office:audit_of_bond", args=[bond_slug((places[0], places[1]), slugs)])


def _address(thing: str) -> str:
    kind, _colon, name = thing.partition(":")
    if kind not in _PAGES or (kind in _NUMBERED and not name.isdecimal()) or "/" in name or not name:
        return ""
    return reverse(_PAGES[kind], args=[name])
