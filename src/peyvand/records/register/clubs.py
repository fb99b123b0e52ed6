"""Clubs of many cities that lists brought in as pairs: seen over all bonds at once."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand.core.ledger.bond import Finding
from peyvand.core.ledger.clubs import Club, clubs
from peyvand.core.ledger.words import Event, Modality
from peyvand.records.places.queries import places_of, slugs_of
from peyvand.records.register.models import Bond
from peyvand.records.register.rows import read_bond
from peyvand.records.register.shown import Audience, FoundOn, PlaceShown

_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})
_AT_ONCE = 200


def club_findings(place_id: str | None = None, *, audience: Audience = Audience.OFFICE) -> list[FoundOn]:
    """The clubs among all bonds that this audience knows of, or those with one place; the largest first."""
    pairs = Bond.objects.filter(audience=audience).values_list("place_a", "place_b")
    found = [club for club in clubs(pairs.iterator()) if place_id is None or place_id in club.places]
    members = {place for club in found for place in club.places}
    places, slugs = places_of(members), slugs_of(members)
    shown = {member: PlaceShown(place=places[member], slug=slugs.get(member, "")) for member in members}
    return [
        FoundOn(finding=_finding(club, audience), places=tuple(shown[place] for place in club.places), slug=None)
        for club in found
    ]


def _finding(club: Club, audience: Audience) -> Finding:
    rows = _rows(club, audience)
    statements = sorted({key for row in rows for key in _ties(row)})
    return Finding(code="club_as_pairs", statements=tuple(statements), details=(("pairs", str(len(club.pairs))),))


def _rows(club: Club, audience: Audience) -> Iterable[Bond]:
    wanted = set(club.pairs)
    for start in range(0, len(club.places), _AT_ONCE):
        some = club.places[start : start + _AT_ONCE]
        for row in Bond.objects.filter(audience=audience, place_a__in=some):
            if (row.place_a, row.place_b) in wanted:
                yield row


def _ties(row: Bond) -> Iterable[str]:
    for event in read_bond(row).events:
        if event.event in _TIES and event.modality is Modality.DONE:
            yield from (witness.statement for witness in event.witnesses)
