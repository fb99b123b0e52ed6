"""Which place ids mean one place, who followed whom, and what places were called."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from peyvand.core.ledger.days import days_of
from peyvand.core.ledger.decision import Decision, FormerName, SamePlace, Succession


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceHistory:
    """What members know of one place: ids that mean it too, names of old, and the places before and after it."""

    same_as: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    successions: tuple[Succession, ...] = ()


def kept_places(decisions: Iterable[Decision]) -> dict[str, str]:
    """The place ids that are kept for others: each id that means another place, with the id that is kept for it.

    ``decisions`` stand, in the order in which they were taken; one that would close a ring adds nothing.
    """
    into: dict[str, str] = {}
    for decision in decisions:
        if isinstance(decision.act, SamePlace):
            place, kept = kept_for(into, decision.act.place), kept_for(into, decision.act.into)
            if place != kept:
                into[place] = kept
    return {place: kept_for(into, place) for place in sorted(into)}


def kept_for(into: dict[str, str], place: str) -> str:
    """The id that is kept for a place: its own where it was made one with none."""
    while place in into:
        place = into[place]
    return place


def history_of(place: str, decisions: Iterable[Decision]) -> PlaceHistory:
    """What the decisions that stand say of the place of a kept id, in the order of time."""
    decisions = list(decisions)
    kept = kept_places(decisions)
    acts = [decision.act for decision in decisions]
    names = {act for act in acts if isinstance(act, FormerName) and kept_for(kept, act.place) == place}
    moves = {
        act
        for act in acts
        if isinstance(act, Succession) and place in (kept_for(kept, act.place), kept_for(kept, act.by))
    }
    return PlaceHistory(
        same_as=tuple(other for other, into in kept.items() if into == place),
        former_names=tuple(sorted(names, key=lambda act: (days_of(act.until).last, act.language, act.name))),
        successions=tuple(sorted(moves, key=lambda act: (days_of(act.on), act.place, act.by))),
    )
