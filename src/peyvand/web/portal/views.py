"""The public pages: each asks the register once and shows what it answers."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse

from peyvand.core.text import fold_words
from peyvand.records.places.queries import place_of
from peyvand.records.register import queries as register
from peyvand.records.register.shown import CityView
from peyvand.web.portal.pages import CityLine, SearchPage
from peyvand.web.portal.present.bond import bond_page
from peyvand.web.portal.present.city import city_page
from peyvand.web.portal.present.home import city_line, home_page
from peyvand.web.portal.present.source import source_page
from peyvand.web.portal.times import PARAMS, Times
from peyvand.web.shared.parts import parts_of
from peyvand.web.shared.policy import audience_of, public
from peyvand.web.shared.rendering import language_now, naming_now, page


@public(cached=True)
def home(request: HttpRequest) -> HttpResponse:
    """What Peyvand says as of today."""
    audience = audience_of(request)
    view = register.home(audience=audience)
    first = register.city(view.cities[0].place.place.id, audience=audience) if view.cities else None
    context = {"page": home_page(view, first, naming_now()), "as_of": Times(None, None).shown(language_now())}
    return page(request, "portal/home.html", context, place="home")


@public(params=("q",), cached=True)
def cities(request: HttpRequest) -> HttpResponse:
    """Every city with a bond, or those whose name holds the words of ``?q=``."""
    words = request.GET.get("q", "").strip()[:100]
    naming = naming_now()
    found = [city_line(brief, naming) for brief in register.cities(audience=audience_of(request))]
    if words:
        found = [line for line in found if _named(line, words)]
    context = {"page": SearchPage(query=words, cities=tuple(found))}
    return page(request, "portal/cities.html", context, place="cities", params=("q",))


@public(params=PARAMS, cached=True)
def city(request: HttpRequest, slug: str) -> HttpResponse:
    """A city's counts and bonds, for the two times asked for."""
    times = Times.asked(request.GET)
    place = place_of(slug)
    view = place and register.city(place, as_of=times.as_of, known_at=times.known_at, audience=audience_of(request))
    if not view:
        raise Http404
    shown = city_page(view, _texts(_claimed(view)), naming_now())
    context = {"page": shown, "as_of": times.shown(language_now())}
    return page(request, "portal/city.html", context, place="cities", params=PARAMS)


@public(params=PARAMS, cached=True)
def bond(request: HttpRequest, slug: str) -> HttpResponse:
    """One bond's biography, for the two times asked for."""
    times = Times.asked(request.GET)
    view = register.bond(slug, as_of=times.as_of, known_at=times.known_at, audience=audience_of(request))
    if view is None:
        raise Http404
    shown = bond_page(view, _texts(view.sources), naming_now())
    context = {"page": shown, "as_of": times.shown(language_now())}
    return page(request, "portal/bond.html", context, params=PARAMS)


@public(cached=True)
def source(request: HttpRequest, capture: str) -> HttpResponse:
    """A source's text with the quoted words marked."""
    view = register.source(capture, audience=audience_of(request))
    if view is None:
        raise Http404
    shown = source_page(view, parts_of(view.text, view.source.language), naming_now())
    return page(request, "portal/source.html", {"page": shown})


@public(cached=True)
def how(request: HttpRequest) -> HttpResponse:
    """How Peyvand knows what it says."""
    return page(request, "portal/how.html", {}, place="how")


def _texts(captures: Iterable[str]) -> dict[str, str]:
    return register.texts(captures)


def _claimed(view: CityView) -> set[str]:
    return {claim.capture for claim in view.claims}


def _named(line: CityLine, words: str) -> bool:
    return fold_words(words).casefold() in fold_words(line.name).casefold()
