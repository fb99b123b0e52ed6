"""Names of contacts as they are found: whatever the spelling of their letters and joiners."""

from __future__ import annotations

from collections.abc import Iterable

from peyvand.core.text import fold_words


def folded_name(name: str) -> str:
    """A name as it is compared."""
    return " ".join(fold_words(name).casefold().split())


def folded_names(names: Iterable[str]) -> str:
    """Names as they are kept to be found: one a line, each between two ends of lines; empty without any."""
    found = dict.fromkeys(filter(None, map(folded_name, names)))
    return f"\n{chr(10).join(found)}\n" if found else ""
