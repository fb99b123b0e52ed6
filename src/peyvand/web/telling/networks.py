"""Networks: in a list, on a city's page, and on their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.core.ledger.networks import Network, NetworkMember
from peyvand.records.register.networks import NetworkView
from peyvand.web.shared.dates import when
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming
from peyvand.web.telling.colophon import colophon
from peyvand.web.telling.pages import MemberLine, NetworkLine, NetworkPage
from peyvand.web.telling.said import Shelf, quote


def network_lines(networks: Iterable[Network], naming: Naming) -> tuple[NetworkLine, ...]:
    """Every network with the number of its members."""
    return tuple(
        NetworkLine(
            name=one.name(naming.language),
            href=reverse("portal:network", args=[one.network]),
            facts=(_members(len(one.places), naming),),
        )
        for one in networks
    )


def own_network_lines(networks: Iterable[Network], naming: Naming) -> tuple[NetworkLine, ...]:
    """The networks of one place, each with its own membership alone."""
    return tuple(
        NetworkLine(
            name=one.name(naming.language),
            href=reverse("portal:network", args=[one.network]),
            facts=tuple(fact for member in one.members for fact in _times(member, naming)),
        )
        for one in networks
    )


def network_page(view: NetworkView, texts: Mapping[str, str], naming: Naming) -> NetworkPage:
    """Everything the page of a network shows."""
    network = view.network
    shelf = Shelf(statements={}, claims={}, sources=view.sources, texts=texts)
    lines = [(member.now, _member(member, view, shelf, naming)) for member in network.members]
    return NetworkPage(
        word=network.network,
        name=network.name(naming.language),
        other_names=tuple((language, name) for language, name in network.names if language != naming.language),
        sentences=(
            _members(len(network.places), naming),
            _("A network is one agreement of many: it makes no bond of any two of its members."),
        ),
        members=tuple(line for now, line in lines if now),
        former=tuple(line for now, line in lines if not now),
        colophon=colophon(len(view.evidence), len(view.sources), view.when.head, naming.language),
    )


def _member(member: NetworkMember, view: NetworkView, shelf: Shelf, naming: Naming) -> MemberLine:
    shown = view.places[member.place]
    evidence = [view.evidence[key] for key in member.shown_by if key in view.evidence]
    return MemberLine(
        name=naming.place(member.place),
        country=naming.country(shown.place.country),
        href=reverse("portal:city", args=[shown.slug]) if shown.slug else "",
        facts=tuple(_times(member, naming)),
        quotes=tuple(quote(one.capture, one.span, one.quote, shelf, naming) for one in evidence),
    )


def _times(member: NetworkMember, naming: Naming) -> Iterator[str]:
    if member.joined:
        yield _("joined {date}").format(date=when(member.joined, naming.language).main)
    if not member.now:
        yield _("left {date}").format(date=when(member.left, naming.language).main) if member.left else _("has left")


def _members(n: int, naming: Naming) -> str:
    return ngettext("{n} member", "{n} members", n).format(n=in_language(n, naming.language))
