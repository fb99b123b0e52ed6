"""The city page: its counts with the lists they were counted from, and its bonds by standing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.bond import Side, State
from peyvand.core.ledger.counts import Counted
from peyvand.core.ledger.identity import PlaceHistory
from peyvand.core.ledger.networks import Network
from peyvand.core.ledger.words import Instrument, SourceKind
from peyvand.records.register.shown import BondBrief, CityView
from peyvand.web.shared.dates import when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.saying import claim_words
from peyvand.web.shared.words import TIES, word
from peyvand.web.telling.claims import explained
from peyvand.web.telling.colophon import colophon
from peyvand.web.telling.findings import DIFFERS, finding_note, finding_notes, finding_words
from peyvand.web.telling.histories import history_lines
from peyvand.web.telling.networks import own_network_lines
from peyvand.web.telling.pages import BondLine, CityPage, Claim, CountBlock, Group
from peyvand.web.telling.said import Shelf, quote
from peyvand.web.telling.sides import cord, standing_words
from peyvand.web.telling.words import COUNT_REASONS, RULES

_NOT_IN_FORCE = frozenset({State.SUSPENDED, State.CITIZENS_ONLY, State.DORMANT})
_OVER = frozenset({State.ENDED, State.EXPIRED, State.BARRED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a city's bonds: what it was, and the networks that it is in."""

    history: PlaceHistory
    networks: tuple[Network, ...]


def city_page(view: CityView, texts: Mapping[str, str], naming: Naming, beside: Beside | None = None) -> CityPage:
    """Everything the city page shows."""
    beside = beside or Beside(history=PlaceHistory(), networks=())
    place = view.place.place
    name = naming.place(place.id)
    lines = {brief.other.place.id: bond_line(brief, naming) for brief in view.bonds}
    shelf = Shelf(statements={}, claims={claim.key: claim for claim in view.claims}, sources=view.sources, texts=texts)
    counts = tuple(count_block(counted, lines, naming) for counted in view.counts)
    witnesses = [w for brief in view.bonds for event in brief.bond.events for w in event.witnesses]
    return CityPage(
        name=name,
        country=naming.country(place.country),
        slug=view.place.slug,
        sentences=tuple(summary(name, counts, len(view.bonds), naming.language)),
        counts=counts,
        claims=tuple(_claims(view, shelf, naming)),
        groups=tuple(groups(view.bonds, lines)),
        findings=finding_notes((one for one in view.findings if one.code != DIFFERS), shelf, naming),
        colophon=colophon(
            len({witness.statement for witness in witnesses}),
            len({witness.capture for witness in witnesses}),
            view.when.head,
            naming.language,
        ),
        history=tuple(history_lines(place, beside.history, naming)),
        networks=own_network_lines(beside.networks, naming),
        has_lists=any(source.kind is SourceKind.DATASET_ROW for source in view.sources.values()),
    )


def summary(name: str, counts: tuple[CountBlock, ...], bonds: int, language: str) -> Iterator[str]:
    """The first sentences on a city: its count by the first rule, and how many bonds are on record."""
    if counts:
        yield ngettext(
            "{city} has {n} sister city by the rule “{rule}”.",
            "{city} has {n} sister cities by the rule “{rule}”.",
            counts[0].number,
        ).format(city=name, n=in_language(counts[0].number, language), rule=counts[0].rule)
    yield ngettext("{n} bond is on record.", "{n} bonds are on record.", bonds).format(n=in_language(bonds, language))


def count_block(counted: Counted, lines: Mapping[str, BondLine], naming: Naming) -> CountBlock:
    """A count with the partners that count, and those that do not with the reason."""
    rule, explained = RULES[counted.rule]
    left_out = [
        (naming.place(member.place), word(COUNT_REASONS, member.reason))
        for member in counted.members
        if not member.counts
    ]
    return CountBlock(
        number=counted.n,
        unit=ngettext("sister city", "sister cities", counted.n),
        rule=str(rule),
        explained=str(explained),
        counted=tuple(lines[place] for place in counted.places if place in lines),
        left_out=tuple(left_out),
    )


def bond_line(brief: BondBrief, naming: Naming) -> BondLine:
    """One bond in a list, from the side of the page's city."""
    own, other = standing_words(brief.own_side), standing_words(brief.other_side)
    since = brief.own_side.standing.since
    place = brief.other.place
    return BondLine(
        partner=naming.place(place.id),
        country=naming.country(place.country),
        href=reverse("portal:bond", args=[brief.slug]),
        cords=(cord(brief.own_side), cord(brief.other_side)),
        standing=own,
        other_side="" if own == other else _("the other side: {standing}").format(standing=other),
        when=when(since, naming.language) if since else None,
    )


def groups(briefs: Iterable[BondBrief], lines: Mapping[str, BondLine]) -> Iterator[Group]:
    """Bonds by the standing of the page's own side, the strongest first."""
    sorted_in: dict[str, list[BondLine]] = {title: [] for title in _titles()}
    for brief in briefs:
        sorted_in[_title(brief.own_side)].append(lines[brief.other.place.id])
    for title, members in sorted_in.items():
        if members:
            yield Group(title=title, lines=tuple(sorted(members, key=lambda line: line.partner)))


def _titles() -> list[str]:
    in_force = [word(TIES, instrument) for instrument in reversed(Instrument)]
    return [*in_force, _("On the way"), _("Suspended or dormant"), _("Ended"), _("Contacts and wishes")]


def _title(side: Side) -> str:
    standing = side.standing
    if standing.state is State.IN_FORCE and standing.instrument:
        return word(TIES, standing.instrument)
    if standing.state in _NOT_IN_FORCE:
        return _("Suspended or dormant")
    if standing.state in _OVER:
        return _("Ended")
    return _("On the way") if side.progress else _("Contacts and wishes")


def _claims(view: CityView, shelf: Shelf, naming: Naming) -> Iterator[Claim]:
    told = (*view.findings, *view.settled)
    differ = {key: finding for finding in told for key in finding.statements if finding.code == DIFFERS}
    for claim in view.claims:
        finding = differ.get(claim.key)
        yield Claim(
            words=claim_words(claim, naming),
            quote=quote(claim.capture, claim.span, claim.quote, shelf, naming),
            verdict=finding_words(finding, naming) if finding else _("The register counts the same."),
            agrees=finding is None,
            explained=explained((one for one in view.differences if one.claim == claim.key), naming),
            finding=finding_note(finding, shelf, naming) if finding in view.findings and finding else None,
        )
