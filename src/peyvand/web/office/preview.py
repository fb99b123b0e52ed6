"""What a decision would change of the pages of places: counts, bonds and findings, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.bond import Bond
from peyvand.records.register import queries
from peyvand.records.register.networks import networks_of
from peyvand.records.register.shown import Audience, BondBrief
from peyvand.records.register.taken import history
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.rendering import page
from peyvand.web.shared.words import EVENTS, word
from peyvand.web.telling.findings import finding_title
from peyvand.web.telling.histories import history_lines
from peyvand.web.telling.sides import standing_words
from peyvand.web.telling.words import RULES

_MOST_LINES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that would be otherwise; ``before`` or ``after`` is empty where there was, or will be, nothing."""

    what: str
    before: str
    after: str


def snapshot(places: Iterable[str], naming: Naming) -> dict[str, str]:
    """What the pages of these places say, by what it is about."""
    return {what: told for place in dict.fromkeys(places) for what, told in _lines(place, naming)}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Where two snapshots differ."""
    differing = (
        Change(what=what, before=before.get(what, ""), after=after.get(what, ""))
        for what in dict.fromkeys([*before, *after])
        if before.get(what) != after.get(what)
    )
    return tuple(differing)[:_MOST_LINES]


def show_preview(
    request: HttpRequest, action: str, back: str, found: tuple[Change, ...], *, looked_at: int = 0
) -> HttpResponse:
    """The page of what would change, with what was typed kept for the decision itself. ``looked_at``: bonds that were
    folded to see it, where not all were."""
    kept = [(name, value) for name in request.POST for value in request.POST.getlist(name)]
    context = {
        "action": action,
        "back": back,
        "changes": found,
        "looked_at": looked_at,
        "kept": [(name, value) for name, value in kept if name not in ("csrfmiddlewaretoken", "preview")],
    }
    return page(request, "office/preview.html", context)


def _lines(place: str, naming: Naming) -> Iterator[tuple[str, str]]:
    view = queries.city(place, audience=Audience.OFFICE)
    if view is None:
        return
    # An id that is another place by now has that one's page.
    name = naming.place(view.place.place.id)
    for counted in view.counts:
        about = _("{city}: by the rule “{rule}”").format(city=name, rule=RULES[counted.rule][0])
        yield about, in_language(counted.n, naming.language)
    for brief in view.bonds:
        yield from _bond(name, brief, naming)
    for finding in view.findings:
        yield _("{city}: finding").format(city=name) + f" {finding.mark}", finding_title(finding.code)
    for line in history_lines(view.place.place, history(place), naming):
        yield _("{city}: what it is").format(city=name) + f" {line}", line
    for network in networks_of(place, audience=Audience.OFFICE):
        of_old = "" if place in network.places else _("no longer")
        yield _("{city}: network").format(city=name), f"{network.name(naming.language)} {of_old}".rstrip()


def _bond(name: str, brief: BondBrief, naming: Naming) -> Iterator[tuple[str, str]]:
    pair = _("{city} and {other}").format(city=name, other=naming.place(brief.other.place.id))
    sides = _("{own}; the other side: {other}").format(
        own=standing_words(brief.own_side), other=standing_words(brief.other_side)
    )
    yield pair, sides
    yield _("{pair}: events").format(pair=pair), _events(brief.bond, naming)
    found = sorted({finding_title(finding.code) for finding in brief.bond.findings})
    if found:
        yield _("{pair}: findings").format(pair=pair), _joined(found, naming)


def _events(bond: Bond, naming: Naming) -> str:
    told = []
    for event in bond.events:
        n = len(event.witnesses)
        witnesses = ngettext("{n} witness", "{n} witnesses", n).format(n=in_language(n, naming.language))
        told.append(f"{word(EVENTS, event.event)} ({witnesses})")
    return _joined(told, naming)


def _joined(words: Iterable[str], naming: Naming) -> str:
    return ("، " if naming.language == "fa" else ", ").join(words)
