"""What is found, told in a line each."""

from __future__ import annotations

from peyvand.records.accounts.grants import HasRole
from peyvand.records.search.queries import Filters, search


def found(typed: str, member: HasRole | None = None, **filters: object) -> list[str]:
    """The kinds of what is found, in order, with the address of what has one."""
    hits = search(typed, member, filters=Filters(**filters)).hits  # type: ignore[arg-type]
    return [f"{hit.kind} {hit.found.slug}".strip() for hit in hits]
