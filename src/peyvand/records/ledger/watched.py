"""Tables beside the ledger's own that only grow; rooms that stand above the ledger name theirs here at start."""

from __future__ import annotations

from peyvand.adapters.engines import AppendOnly

_watched: list[AppendOnly] = []


def watch(*guards: AppendOnly) -> None:
    """Keep these tables guarded as the ledger's are. Naming one twice changes nothing."""
    _watched.extend(guard for guard in guards if guard not in _watched)


def watched() -> tuple[AppendOnly, ...]:
    """The guards that were named so far."""
    return tuple(_watched)
