"""Where members say otherwise: events put together that the rules keep apart, and taken apart that they put together.

Decisions name statements, not events, so that they go on meaning the same when a new witness changes what the rules
make of the others. They count in the order in which they were taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peyvand.core.ledger.decision import Decision, MergeEvents, SplitEvent
from peyvand.core.ledger.grouping import Group, Kind, allowed, in_order, precise_first
from peyvand.core.ledger.hearing import Heard
from peyvand.core.ledger.words import INSTRUMENT_RANK


def regroup(groups: Sequence[Group], decisions: Iterable[Decision]) -> list[Group]:
    """The groups after the decisions of members (as `standing_decisions` gives them) on their statements."""
    made = list(groups)
    for decision in decisions:
        if isinstance(decision.act, MergeEvents):
            made = _merge(made, frozenset(decision.act.statements))
        elif isinstance(decision.act, SplitEvent):
            made = _split(made, frozenset(decision.act.statements), decision.key)
    return sorted(made, key=in_order)


def _merge(groups: list[Group], named: frozenset[str]) -> list[Group]:
    """Groups of one type and channel that hold a named statement become one."""
    kept: list[Group] = []
    meant: dict[tuple[object, object], list[Group]] = {}
    for made in groups:
        if any(one.key in named for one in (*made.heard, *made.headlines)):
            meant.setdefault((made.kind.event, made.kind.channel), []).append(made)
        else:
            kept.append(made)
    return kept + [_united(some) if len(some) > 1 else some[0] for some in meant.values()]


def _split(groups: list[Group], named: frozenset[str], by: str) -> list[Group]:
    made: list[Group] = []
    for whole in groups:
        out = [one for one in whole.heard if one.key in named]
        if not out or len(out) == len(whole.heard):
            made.append(whole)
            continue
        stay = [one for one in whole.heard if one.key not in named]
        made.append(_part(whole, stay, [one for one in whole.headlines if one.key not in named], by))
        made.append(_part(whole, out, [one for one in whole.headlines if one.key in named], by))
    return made


def _united(groups: list[Group]) -> Group:
    heard = [one for made in groups for one in made.heard]
    united = _group(_common_kind([made.kind for made in groups]), heard)
    united.headlines = sorted((one for made in groups for one in made.headlines), key=lambda one: one.key)
    united.merged, united.parted = True, frozenset().union(*(made.parted for made in groups))
    return united


def _part(whole: Group, heard: list[Heard], headlines: list[Heard], by: str) -> Group:
    part = _group(whole.kind, heard)
    part.headlines, part.merged, part.parted = headlines, whole.merged, whole.parted | {by}
    return part


def _group(kind: Kind, heard: Iterable[Heard]) -> Group:
    first, *others = sorted(heard, key=precise_first)
    made = Group(kind, allowed(first))
    made.add(first, made.days)
    for one in others:
        made.add(one, allowed(one))
    return made


def _common_kind(kinds: Sequence[Kind]) -> Kind:
    """What several kinds of one type have in common; where they differ, the weaker instrument, and nobody named."""
    named = {kind.instrument for kind in kinds} - {None}
    authorities = sorted({kind.authority for kind in kinds if kind.authority})
    actors = {kind.actors for kind in kinds} - {()}
    return kinds[0]._replace(
        instrument=min(named, key=INSTRUMENT_RANK.__getitem__, default=None),
        authority=authorities[0] if len(authorities) == 1 else None,
        actors=actors.pop() if len(actors) == 1 else (),
    )
