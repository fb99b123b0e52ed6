"""The public pages: each asks the register once and shows what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone

from peyvand.core.ledger.bond import Finding
from peyvand.core.text import fold_words
from peyvand.core.text.redacting import STRUCK
from peyvand.records.accounts.permissions import may
from peyvand.records.history.queries import mark
from peyvand.records.places.queries import place_of
from peyvand.records.register import networks as network_register
from peyvand.records.register import queries as register
from peyvand.records.register.lists import lists as listed
from peyvand.records.register.reach import inner_scope, is_open
from peyvand.records.register.shown import Audience, CityView
from peyvand.records.register.taken import decisions_taken, history
from peyvand.web.portal.times import PARAMS, Times
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.policy import audience_of, member_of, public
from peyvand.web.shared.rendering import language_now, naming_now, page
from peyvand.web.shared.seeing import about
from peyvand.web.shared.takeaway import downloads
from peyvand.web.telling.belongings import papers_of_bond
from peyvand.web.telling.bond import bond_page
from peyvand.web.telling.city import Beside, city_page
from peyvand.web.telling.decided import deciding
from peyvand.web.telling.home import city_line, home_page
from peyvand.web.telling.lists import lists_page
from peyvand.web.telling.networks import network_lines, network_page
from peyvand.web.telling.pages import CityLine, Deciding, SearchPage
from peyvand.web.telling.papers import Papers
from peyvand.web.telling.source import source_page

_STRUCK = re.compile(f"{STRUCK}+(?:\\s+{STRUCK}+)*")


@public(cached=True)
def home(request: HttpRequest) -> HttpResponse:
    """What Peyvand says as of today."""
    view = register.home(audience=audience_of(request), inner=inner_scope(member_of(request)))
    first = view.cities[0].place.place.id if view.cities else ""
    largest = register.city(first, audience=audience_of(request, (first,))) if first else None
    context = {"page": home_page(view, largest, naming_now()), "as_of": Times(None, None).shown(language_now())}
    return page(request, "portal/home.html", context, place="home")


@public(params=("q",), cached=True)
def cities(request: HttpRequest) -> HttpResponse:
    """Every city with a bond, or those whose name holds the words of ``?q=``."""
    words = request.GET.get("q", "").strip()[:100]
    naming = naming_now()
    briefs = register.cities(audience=audience_of(request), inner=inner_scope(member_of(request)))
    found = [city_line(brief, naming) for brief in briefs]
    if words:
        found = [line for line in found if _named(line, words)]
    context = {"page": SearchPage(query=words, cities=tuple(found))}
    return page(request, "portal/cities.html", context, place="cities", params=("q",))


@public(params=PARAMS, cached=True)
def city(request: HttpRequest, slug: str) -> HttpResponse:
    """A city's counts and bonds, for the two times asked for."""
    times = Times.asked(request.GET)
    place = place_of(slug)
    audience = audience_of(request, (place or "",))
    view = place and register.city(place, as_of=times.as_of, known_at=times.known_at, audience=audience)
    if not view:
        raise Http404
    if view.place.slug != slug:
        return moved(request, "portal:city", view.place.slug)
    about(request, (view.place.place.id,))
    beside = _beside(view.place.place.id, times, audience_of(request))
    shown = city_page(view, _texts(_claimed(view)), naming_now(), beside)
    context = {
        "page": shown,
        "as_of": times.shown(language_now()),
        "downloads": downloads(view.place.slug, times.query, office=audience is Audience.OFFICE),
        "deciding": _deciding(request, ("settle", "identify"), (view.place.place.id,), settled=view.settled),
    }
    return page(request, "portal/city.html", context, place="cities", params=PARAMS)


@public(params=PARAMS, cached=True, depends=mark)
def bond(request: HttpRequest, slug: str) -> HttpResponse:
    """One bond's biography, for the two times asked for."""
    times = Times.asked(request.GET)
    pair = register.pair_at(slug) if member_of(request) else None
    audience = audience_of(request, pair or ())
    view = register.bond(slug, as_of=times.as_of, known_at=times.known_at, audience=audience)
    if view is None:
        raise Http404
    if view.slug != slug:
        return moved(request, "portal:bond", view.slug)
    about(request, view.bond.places)
    shown = bond_page(view, _texts(view.sources), naming_now())
    context = {
        "page": shown,
        "as_of": times.shown(language_now()),
        "deciding": _deciding(request, ("settle", "regroup"), view.bond.places, settled=view.bond.settled),
        "papers": _papers(request, view.bond.places, tuple(view.statements)),
        "may_audit": may(member_of(request), "audit.see"),
    }
    return page(request, "portal/bond.html", context, params=PARAMS)


@public(params=PARAMS, cached=True)
def lists(request: HttpRequest, slug: str) -> HttpResponse:
    """Who lists which partner of a city."""
    times = Times.asked(request.GET)
    place = place_of(slug)
    audience = audience_of(request, (place or "",))
    view = place and listed(place, as_of=times.as_of, known_at=times.known_at, audience=audience)
    if not view or not view.matrix.sources:
        raise Http404
    if view.place.slug != slug:
        return moved(request, "portal:lists", view.place.slug)
    context = {"page": lists_page(view, naming_now()), "as_of": times.shown(language_now())}
    return page(request, "portal/lists.html", context, place="cities", params=PARAMS)


@public(params=PARAMS, cached=True)
def networks(request: HttpRequest) -> HttpResponse:
    """Every network on record."""
    times = Times.asked(request.GET)
    found = network_register.networks(as_of=times.as_of, known_at=times.known_at, audience=audience_of(request))
    context = {
        "lines": network_lines(found, naming_now()),
        "as_of": times.shown(language_now()),
        "deciding": _deciding(request, ("network",), ()),
    }
    return page(request, "portal/networks.html", context, place="networks", params=PARAMS)


@public(params=PARAMS, cached=True)
def network(request: HttpRequest, slug: str) -> HttpResponse:
    """One network with its members and the words that say so."""
    times = Times.asked(request.GET)
    view = network_register.network(slug, as_of=times.as_of, known_at=times.known_at, audience=audience_of(request))
    if view is None:
        raise Http404
    shown = network_page(view, _texts(view.sources), naming_now())
    context = {
        "page": shown,
        "as_of": times.shown(language_now()),
        "deciding": _deciding(request, ("network",), (), network=slug),
    }
    return page(request, "portal/network.html", context, place="networks", params=PARAMS)


def moved(request: HttpRequest, name: str, slug: str) -> HttpResponse:
    """The way from an address of old. It may come to life again, so that no browser should keep the way for good."""
    asked = request.META.get("QUERY_STRING", "")
    way = HttpResponsePermanentRedirect(reverse(name, args=[slug]) + (f"?{asked}" if asked else ""))
    way.headers["Cache-Control"] = "no-cache"
    return way


@public(cached=True)
def source(request: HttpRequest, capture: str) -> HttpResponse:
    """A source's text with the quoted words marked."""
    opened = is_open(member_of(request), capture)
    audience = Audience.OFFICE if opened else Audience.PUBLIC
    proposed = opened and may(member_of(request), "statement.see_proposed")
    view = register.source(capture, audience=audience, proposed=proposed)
    if view is None:
        raise Http404
    shown = source_page(view, parts_of(view.text, view.source.language), naming_now())
    context = {
        "page": shown,
        "struck_out": len(_STRUCK.findall(view.text)),
        "may_redact": may(member_of(request), "personal.erase"),
        "capture": view.source.capture,
    }
    return page(request, "portal/source.html", context)


@public(cached=True)
def how(request: HttpRequest) -> HttpResponse:
    """How Peyvand knows what it says."""
    return page(request, "portal/how.html", {}, place="how")


def _deciding(
    request: HttpRequest,
    kinds: tuple[str, ...],
    places: tuple[str, ...],
    *,
    settled: Iterable[Finding] = (),
    network: str | None = None,
) -> Deciding | None:
    """What a member sees and may do beside the page; nothing for everybody else, nor on a page of another day."""
    member = member_of(request)
    if any(request.GET.get(name) for name in PARAMS) or not may(member, "statement.see_proposed", places=places):
        return None
    assert member is not None
    taken = decisions_taken(member, places=places or None, network=network) if places or network else []
    return deciding(member, kinds, places, taken, naming_now(), settled=settled)


def _papers(request: HttpRequest, places: tuple[str, str], statements: tuple[str, ...]) -> Papers:
    """The papers of a bond as they are now; none on a page of another day, of which they say nothing."""
    if any(request.GET.get(name) for name in PARAMS):
        return Papers()
    return papers_of_bond(places, statements, member_of(request), naming_now(), timezone.localdate())


def _beside(place: str, times: Times, audience: Audience) -> Beside:
    as_of, known_at = times.as_of, times.known_at
    networks = network_register.networks_of(place, as_of=as_of, known_at=known_at, audience=audience)
    return Beside(history=history(place, as_of=as_of, known_at=known_at), networks=networks)


def _texts(captures: Iterable[str]) -> dict[str, str]:
    return register.texts(captures)


def _claimed(view: CityView) -> set[str]:
    return {claim.capture for claim in view.claims}


def _named(line: CityLine, words: str) -> bool:
    return fold_words(words).casefold() in fold_words(line.name).casefold()
