"""What a member may find: the rule of `accounts.scopes`, as words that the index itself answers."""

from __future__ import annotations

from peyvand.core.search import marks
from peyvand.core.search.expression import But, Expression, all_of, any_of
from peyvand.records.accounts.grants import HasRole, Scope, scope_of
from peyvand.records.accounts.permissions import may
from peyvand.records.search.seen import NEEDED, NEEDED_ANYWHERE, Seen


def within(wanted: Expression, member: HasRole | None) -> Expression:
    """Of what is wanted that which this member (None: a visitor) may see."""
    everywhere, own = _classes(member)
    scope = scope_of(member)
    if own and scope.whole:
        return _of_classes(wanted, everywhere | own)
    if not own or not (scope.cities or scope.bonds):
        return _of_classes(wanted, everywhere | {Seen.OUTSIDE})
    part = _part(scope)
    seen = [_any(everywhere), all_of(_any(own), part)]
    # Of a bond of which the office knows more, its member does not see what everybody else does beside it.
    outside = _any({Seen.OUTSIDE})
    seen.append(But(outside, part) if Seen.INTERNAL in own else outside)
    return all_of(wanted, any_of(*seen))


def _classes(member: HasRole | None) -> tuple[set[Seen], set[Seen]]:
    """The classes that a member sees wherever they are, and those where their places are open to the member."""
    everywhere = {seen for seen, permission in NEEDED_ANYWHERE.items() if may(member, permission)}
    return everywhere | {Seen.PUBLIC}, {seen for seen, permission in NEEDED.items() if may(member, permission)}


def _of_classes(wanted: Expression, seen: set[Seen]) -> Expression:
    """What is wanted of some classes. Every item has one: the fewer are named, the sooner it is found."""
    if Seen.INTERNAL not in seen:
        seen = seen | {Seen.OUTSIDE}
    hidden = set(Seen) - seen
    return But(wanted, _any(hidden)) if len(hidden) < len(seen) else all_of(wanted, _any(seen))


def _any(seen: set[Seen]) -> Expression:
    return marks.one_of(map(marks.seen, sorted(seen)))


def _part(scope: Scope) -> Expression:
    """That an item concerns a city, or is of a bond, that is open to the member."""
    cities = [marks.about(place) for place in sorted(scope.cities)]
    return marks.one_of([*cities, *sorted(marks.pair(bond) for bond in scope.bonds)])
