"""What is wrong with a list as a whole, seen from its own rows before anything is entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from peyvand.adapters.imports.batch import Item, Seen
from peyvand.core.gazetteer import Gazetteer
from peyvand.core.gazetteer.names import name_key
from peyvand.core.ledger.claim import CountClaim, CountResolution
from peyvand.core.ledger.clubs import clubs
from peyvand.core.ledger.statement import Resolution, Statement
from peyvand.core.ledger.words import Event, Modality

Pair = tuple[str, str]
_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


def see(items: Sequence[Item], gazetteer: Gazetteer) -> Iterator[Seen]:
    """The findings, by code: club_as_pairs, level_mixed, namesake_suspected, totals_differ, two_names."""
    ties = [
        (item.row, item.said, item.meant.places)
        for item in items
        if isinstance(item.said, Statement) and isinstance(item.meant, Resolution) and _is_tie(item.said)
    ]
    rows: dict[Pair, set[int]] = defaultdict(set)
    for row, _, places in ties:
        rows[_pair(places)].add(row)
    yield from _clubs(rows)
    yield from _levels(rows, gazetteer)
    yield from _namesakes(rows, gazetteer)
    yield from _totals(items, rows)
    yield from _names(ties)


def _is_tie(said: Statement) -> bool:
    return said.event in _TIES and said.modality is Modality.DONE


def _clubs(rows: dict[Pair, set[int]]) -> Iterator[Seen]:
    for club in clubs(rows):
        shown = {row for pair in club.pairs for row in rows[pair]}
        yield _seen("club_as_pairs", shown, members=" ".join(club.places), pairs=str(len(club.pairs)))


def _levels(rows: dict[Pair, set[int]], gazetteer: Gazetteer) -> Iterator[Seen]:
    for pair, shown in sorted(rows.items()):
        levels = [place.level for place in map(gazetteer.place, pair) if place]
        if len({*levels}) > 1:
            yield _seen("level_mixed", shown, places=" ".join(pair), levels=" ".join(levels))


def _namesakes(rows: dict[Pair, set[int]], gazetteer: Gazetteer) -> Iterator[Seen]:
    """Two partners of one place with one name."""
    partners: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(dict)
    for (one, other), shown in rows.items():
        for place, partner in ((one, other), (other, one)):
            partners[place, name_key(gazetteer.name(partner, "en"))][partner] = shown
    for (place, _), named in sorted(partners.items()):
        if len(named) > 1:
            shown = {row for of_partner in named.values() for row in of_partner}
            yield _seen("namesake_suspected", shown, place=place, partners=" ".join(sorted(named)))


def _totals(items: Iterable[Item], rows: dict[Pair, set[int]]) -> Iterator[Seen]:
    for item in items:
        if isinstance(item.said, CountClaim) and isinstance(item.meant, CountResolution):
            listed = sum(item.meant.city in pair for pair in rows)
            if listed != item.said.n:
                yield _seen("totals_differ", {item.row}, claimed=str(item.said.n), listed=str(listed))


def _names(ties: Iterable[tuple[int, Statement, Pair]]) -> Iterator[Seen]:
    named: dict[tuple[Pair, str], dict[str, tuple[str, int]]] = defaultdict(dict)
    for row, said, places in ties:
        for name, place in zip(said.places, places, strict=True):
            named[_pair(places), place].setdefault(name_key(name), (name, row))
    for (_, place), by_name in sorted(named.items()):
        if len(by_name) > 1:
            names = " | ".join(sorted(name for name, _ in by_name.values()))
            yield _seen("two_names", {row for _, row in by_name.values()}, place=place, names=names)


def _seen(code: str, rows: Iterable[int], **details: str) -> Seen:
    return Seen(code=code, rows=tuple(sorted(rows)), details=tuple(details.items()))


def _pair(places: Pair) -> Pair:
    one, other = sorted(places)
    return one, other
