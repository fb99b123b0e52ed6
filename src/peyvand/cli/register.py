"""The register's answers as the JSON of contracts, or as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from peyvand.cli.biography import biography
from peyvand.cli.city import CityAnswer, city_answer
from peyvand.cli.messages import _
from peyvand.cli.places import place_json, place_named
from peyvand.cli.status import Status, Stopped
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.as_json import bond_json
from peyvand.records.register import queries
from peyvand.records.register.shown import AsOf, Audience, BondView

When = tuple[date | None, datetime | None]


@dataclass(frozen=True)
class Shown:
    """One place, its bonds (or the one asked for), and its counts where all its bonds were asked for."""

    place: Place
    when: AsOf
    bonds: tuple[BondView, ...]
    city: CityAnswer | None = None

    def json(self) -> dict[str, object]:
        """The object of ``show --format json``."""
        return {
            "place": place_json(self.place.id),
            "as_of": self.when.as_of.isoformat(),
            "known_at": self.when.known_at.isoformat() if self.when.known_at else None,
            "ledger": {"size": self.when.head.size, "root": self.when.head.root},
            "counts": [],
            "bonds": [bond_json(view.bond, place_json, slug=view.slug) for view in self.bonds],
            "findings": [],
            **(self.city.json() if self.city else {}),
        }

    def text(self) -> str:
        """The same for people."""
        told = "\n\n".join(biography(view) for view in self.bonds)
        return f"{self.city.text()}\n\n{told}" if self.city else told


def shown(place_words: str, partner_words: str | None, when: When) -> Shown:
    """The answer on a place, or on a place and a partner."""
    place = place_named(place_words)
    if partner_words is None:
        return _city(place, when)
    partner = place_named(partner_words)
    found = queries.bond((place.id, partner.id), as_of=when[0], known_at=when[1], audience=Audience.OFFICE)
    if found is None:
        raise Stopped(Status.SOME_FAILED, _("Nothing is known of a bond of these two."))
    return Shown(place, found.when, (found,))


def _city(place: Place, when: When) -> Shown:
    view = queries.city(place.id, as_of=when[0], known_at=when[1], audience=Audience.OFFICE)
    if view is None:
        raise Stopped(Status.SOME_FAILED, _("The register knows no bond of %s.") % place.name)
    bonds = (
        queries.bond(brief.slug, as_of=when[0], known_at=when[1], audience=Audience.OFFICE) for brief in view.bonds
    )
    return Shown(place, view.when, tuple(bond for bond in bonds if bond), city_answer(view, when))
