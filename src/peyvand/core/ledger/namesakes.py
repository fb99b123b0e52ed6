"""Two partners of one place that bear the same name: one of them is likely to have been meant for the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from peyvand.core.gazetteer.names import name_key
from peyvand.core.ledger.bond import Bond, Finding
from peyvand.core.ledger.words import Event, Modality

_TIES = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


def of_one_name(partners: Iterable[str], name_of: Callable[[str], str]) -> set[str]:
    """Those partners that share their plain name (``name_of`` a place id) with another."""
    named: dict[str, set[str]] = defaultdict(set)
    for partner in partners:
        named[name_key(name_of(partner))].add(partner)
    return {partner for alike in named.values() if len(alike) > 1 for partner in alike}


def namesakes(place: str, bonds: Iterable[Bond], name_of: Callable[[str], str]) -> Iterator[Finding]:
    """A ``namesake_suspected`` finding for partners of ``place`` with one plain name (``name_of`` a place id)."""
    named: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for bond in bonds:
        if place in bond.places and (statements := _ties(bond)):
            partner = bond.places[1 - bond.places.index(place)]
            named[name_key(name_of(partner))][partner] = statements
    for _, partners in sorted(named.items()):
        if len(partners) > 1:
            statements = tuple(sorted({key for keys in partners.values() for key in keys}))
            details = (("partners", " ".join(sorted(partners))),)
            yield Finding(code="namesake_suspected", statements=statements, details=details)


def _ties(bond: Bond) -> tuple[str, ...]:
    return tuple(
        witness.statement
        for event in bond.events
        if event.event in _TIES and event.modality is Modality.DONE
        for witness in event.witnesses
    )
