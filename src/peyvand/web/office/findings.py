"""All findings of the register, for those who see to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from django.urls import reverse
from django.utils.translation import gettext_lazy

from peyvand.core.text import fold_words
from peyvand.records.accounts.models import Member
from peyvand.records.ledger.queries import head
from peyvand.records.register.audit import Audited, audit, is_open_to, settled_on
from peyvand.records.register.queries import said, today
from peyvand.web.shared.dates import day
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.words import Words
from peyvand.web.telling.findings import finding_note, finding_title
from peyvand.web.telling.pages import FindingNote
from peyvand.web.telling.said import Shelf

STATES: Mapping[str, Words] = {
    "open": gettext_lazy("open"),
    "reopened": gettext_lazy("settled before, and back"),
    "settled": gettext_lazy("settled"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which findings a member wants to see; what is empty asks for nothing."""

    code: str = ""
    city: str = ""
    state: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """One finding where it is. ``on`` are the places that it is settled on; ``settled`` says by whom, when and why, and
    ``decision`` is the key by which that is taken back."""

    note: FindingNote
    where: str
    href: str
    on: tuple[str, ...]
    reopened: bool
    settled: tuple[str, ...] = ()
    decision: str = ""


class _Kept:
    """The findings of one ledger on one day: to fold a page's fifty, all of them are looked at."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._of: tuple[object, ...] = ()
        self._found: tuple[Audited, ...] = ()

    def all(self) -> tuple[Audited, ...]:
        now = (head(), today())
        with self._lock:
            if self._of != now:
                self._found, self._of = tuple(audit(every=True)), now
            return self._found


_kept = _Kept()


def found(wanted: Wanted, naming: Naming, member: Member) -> list[Audited]:
    """The findings that are wanted, of those that are open to a member; those that came back first."""
    city = fold_words(wanted.city).casefold()
    fitting = [
        one
        for one in _open_to(member)
        if (not wanted.code or one.found.finding.code == wanted.code)
        and _state(one, wanted.state)
        and (not city or any(city in fold_words(name).casefold() for name in _names(one, naming)))
    ]
    return sorted(fitting, key=lambda one: not one.reopened)


def kinds(member: Member) -> list[tuple[str, str, int]]:
    """The codes of findings open to a member with their headings, and how many of each are open; the most first."""
    every = _open_to(member)
    still_open = Counter(one.found.finding.code for one in every if one.settled is None)
    codes = {one.found.finding.code for one in every}
    return sorted(((code, finding_title(code), still_open[code]) for code in codes), key=lambda one: (-one[2], one[1]))


def _open_to(member: Member) -> list[Audited]:
    return [one for one in _kept.all() if is_open_to(one, member)]


def lines(some: Sequence[Audited], naming: Naming) -> list[FindingLine]:
    """Findings as the page shows them, with the words that show each."""
    evidence = said(key for one in some for key in one.found.finding.statements[:4])
    shelf = Shelf(statements=evidence.statements, claims=evidence.claims, sources=evidence.sources, texts={})
    return [_line(one, shelf, naming) for one in some]


def _line(one: Audited, shelf: Shelf, naming: Naming) -> FindingLine:
    settled = one.settled
    told = (settled.by, day(settled.at.date(), naming.language).main, settled.reason) if settled else ()
    return FindingLine(
        note=finding_note(one.found.finding, shelf, naming),
        where=_where(one, naming),
        href=_address(one),
        on=settled_on(one.found),
        reopened=one.reopened,
        settled=tuple(filter(None, told)),
        decision=one.found.finding.settled_by or "",
    )


def _state(one: Audited, state: str) -> bool:
    if state == "all":
        return True
    if state == "settled":
        return one.settled is not None
    return one.settled is None and (state == "open" or one.reopened)


def _where(one: Audited, naming: Naming) -> str:
    places = [shown.place.id for shown in one.found.places]
    listed = naming.listed(tuple(places[:3]))
    return f"{listed} …" if len(places) > 3 else listed


def _address(one: Audited) -> str:
    if one.found.slug:
        return reverse("portal:bond", args=[one.found.slug])
    slug = one.found.places[0].slug if len(one.found.places) == 1 else ""
    return reverse("portal:city", args=[slug]) if slug else ""


def _names(one: Audited, naming: Naming) -> Iterable[str]:
    for shown in one.found.places:
        yield from (naming.gazetteer.name(shown.place.id, "fa"), shown.place.name, shown.slug)
