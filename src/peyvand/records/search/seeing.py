"""What a member may find: the rule of `accounts.scopes`, as words that the index itself answers."""

from __future__ import annotations

from peyvand.core.search import marks
from peyvand.core.search.expression import But, Expression, all_of, any_of, word
from peyvand.records.accounts.grants import HasRole, Scope, scope_of
from peyvand.records.accounts.permissions import may
from peyvand.records.search.seen import NEEDED, NEEDED_ANYWHERE, Seen


def visible(member: HasRole | None) -> Expression:
    """The condition on an item that this member (None: a visitor) may see it."""
    anywhere = [seen for seen, permission in NEEDED_ANYWHERE.items() if may(member, permission)]
    public = marks.one_of(marks.seen(seen) for seen in (Seen.PUBLIC, *anywhere))
    outside = word(marks.seen(Seen.OUTSIDE))
    classes = [seen for seen, permission in NEEDED.items() if may(member, permission)]
    scope = scope_of(member)
    if not classes or not (scope.whole or scope.cities or scope.bonds):
        return any_of(public, outside)
    within = _within(scope)
    own = marks.one_of(map(marks.seen, classes))
    if within is not None:
        own = all_of(own, within)
    if Seen.INTERNAL not in classes:
        return any_of(public, outside, own)
    # Of a bond of which the office knows more, its member does not see what everybody else does beside it.
    return any_of(public, own) if within is None else any_of(public, own, But(outside, within))


def _within(scope: Scope) -> Expression | None:
    """That an item concerns a city, or is of a bond, that is open to the member; None where all is."""
    if scope.whole:
        return None
    cities = [marks.about(place) for place in sorted(scope.cities)]
    return marks.one_of([*cities, *sorted(marks.pair(bond) for bond in scope.bonds)])
