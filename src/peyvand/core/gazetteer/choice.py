"""Which of several places of one name is meant: the country said beside it, then what is known and near, then size."""

from __future__ import annotations

from collections.abc import Sequence, Set
from math import log10

from peyvand.core.gazetteer.names import Rank
from peyvand.core.gazetteer.place import Place
from peyvand.core.text.value import value

Ranked = tuple[Place, Rank]

# Weights in points. A country said beside the name outweighs all else; one shared along a list or told anywhere in the
# text goes before fame, as does a place that the text names by another spelling; a spelling that is only guessed needs
# such help against a name that is spelled so; ten times the inhabitants are worth half of being at home.
_SAID, _SHARED, _NAMED, _NEAR = 200.0, 40.0, 30.0, 25.0
_KNOWN, _GUESSED, _HOME, _TENFOLD = 20.0, -20.0, 12.0, 6.0
_WELL_KNOWN = 100_000


@value()
class Evidence:
    """What the text says of the country: right beside the name, along its list, anywhere; and the country at home."""

    said: str | None = None
    said_close: bool = False
    shared: str | None = None
    near: Set[str] = frozenset()
    home: str = ""
    # Identities that the text names elsewhere, beyond doubt.
    named: Set[str] = frozenset()


@value()
class Choice:
    """The place chosen, or None where the text says a country that has no such place; and why, as a code."""

    place: Place | None
    reason: str


def choose(candidates: Sequence[Ranked], evidence: Evidence) -> Choice:
    """The most likely of the candidates (at least one)."""
    best = (
        candidates[0]
        if len(candidates) == 1
        else max(candidates, key=lambda ranked: (_points(ranked, evidence), ranked[0].id))
    )
    place, rank = best
    if evidence.said is not None and place.country != evidence.said:
        if evidence.said_close and not (rank is Rank.OWN or place.population >= _WELL_KNOWN):
            return Choice(None, "country_differs")
        return Choice(place, "country_differs" if evidence.said_close else _reason(best, candidates, evidence))
    return Choice(place, _reason(best, candidates, evidence))


def _points(ranked: Ranked, evidence: Evidence) -> float:
    place, rank = ranked
    return (
        _SAID * (place.country == evidence.said)
        + _SHARED * (place.country == evidence.shared)
        + _KNOWN * (rank is Rank.OWN)
        + _NAMED * (place.id in evidence.named)
        + _GUESSED * (rank is Rank.GUESSED)
        + _NEAR * (place.country in evidence.near)
        + _HOME * (place.country == evidence.home)
        + _TENFOLD * log10(place.population + 1)
    )


def _reason(best: Ranked, candidates: Sequence[Ranked], evidence: Evidence) -> str:
    place, rank = best
    if place.country == evidence.said:
        return "country_said"
    if place.country == evidence.shared:
        return "country_shared"
    others = [other for other in candidates if other[0] != place]
    if not others:
        return "only"
    if place.id in evidence.named:
        return "named"
    if rank is Rank.OWN and all(other_rank is not Rank.OWN for _, other_rank in others):
        return "known_name"
    if place.country in evidence.near and all(other.country not in evidence.near for other, _ in others):
        return "country_near"
    if place.country == evidence.home and all(other.country != evidence.home for other, _ in others):
        return "home"
    return "population"
