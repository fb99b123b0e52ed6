"""From the accepted statements of one pair to their bond: a pure function, whatever the order of arrival."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from peyvand.core.ledger.bond import Bond, Fact
from peyvand.core.ledger.policy import USUAL, Policies


def fold_bond(
    facts: Iterable[Fact],
    *,
    places: tuple[str, str],
    countries: tuple[str, str],
    as_of: date,
    policies: Policies = USUAL,
    areas: Iterable[str] = (),
    forked: Iterable[str] = (),
) -> Bond:
    """The bond of ``places`` on the day ``as_of``, from every accepted fact on the pair (known_at is the caller's cut).

    ``countries`` are the places' ISO 3166-1 codes in the same order; ``areas`` the codes of the accepted area claims;
    ``forked`` the keys of statements on this pair whose verdicts stand against each other.
    Raises ValueError for a fact of another pair.
    """
    raise NotImplementedError
