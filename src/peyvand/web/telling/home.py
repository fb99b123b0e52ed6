"""The first page, and the list of cities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peyvand.records.register.shown import CityBrief, CityView, Happening, HomeView
from peyvand.web.shared.digits import in_language
from peyvand.web.shared.naming import Naming
from peyvand.web.telling import events as shown
from peyvand.web.telling.city import bond_line, count_block
from peyvand.web.telling.colophon import colophon
from peyvand.web.telling.pages import CityLine, HomePage, NewsLine

_MOST_OF_ONE_BOND = 3


def home_page(view: HomeView, first: CityView | None, naming: Naming) -> HomePage:
    """Everything the first page shows; ``first`` is the city whose count stands in front."""
    count = city = None
    if first:
        lines = {brief.other.place.id: bond_line(brief, naming) for brief in first.bonds}
        count = count_block(first.counts[0], lines, naming) if first.counts else None
        city = CityLine(
            name=naming.place(first.place.place.id),
            country=naming.country(first.place.place.country),
            href=reverse("portal:city", args=[first.place.slug]),
            bonds=len(first.bonds),
        )
    return HomePage(
        sentences=tuple(_sentences(view, naming)),
        city=city,
        count=count,
        cities=tuple(city_line(brief, naming) for brief in view.cities),
        latest=tuple(_news(happening, naming) for happening in _mixed(view.recent)),
        colophon=colophon(view.statements, None, view.when.head, naming.language),
    )


def city_line(brief: CityBrief, naming: Naming) -> CityLine:
    place = brief.place.place
    return CityLine(
        name=naming.place(place.id),
        country=naming.country(place.country),
        href=reverse("portal:city", args=[brief.place.slug]),
        bonds=brief.bonds,
    )


def _mixed(happenings: Iterable[Happening]) -> Iterator[Happening]:
    """The latest, with no bond filling the list alone."""
    seen: Counter[str] = Counter()
    for happening in happenings:
        seen[happening.slug] += 1
        if seen[happening.slug] <= _MOST_OF_ONE_BOND:
            yield happening


def _sentences(view: HomeView, naming: Naming) -> Iterator[str]:
    n, language = view.bonds, naming.language
    if not n:
        yield _("Nothing has been accepted yet: the ledger is waiting for its first source.")
        return
    yield ngettext(
        "{n} bond of cities is on record, with the words that show it.",
        "{n} bonds of cities are on record, each with the words that show it.",
        n,
    ).format(n=in_language(n, language))


def _news(happening: Happening, naming: Naming) -> NewsLine:
    event = happening.event
    first, second = (naming.place(one.place.id) for one in happening.places)
    return NewsLine(
        words=_("{a} and {b}").format(a=first, b=second),
        what=shown.title(event),
        state=shown.state(event),
        state_word=shown.state_word(event),
        href=f"{reverse('portal:bond', args=[happening.slug])}#{shown.anchor(event)}",
        when=shown.dated(event, naming),
    )
