"""What an index is asked: terms, and how they go together. Every engine answers the same expression alike."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after another; ``begins``: the last one is how a word begins."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    options: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class But:
    """What the first finds and the second does not."""

    found: Expression
    without: Expression


Expression = Term | AnyOf | AllOf | But


def any_of(*options: Expression) -> Expression:
    """One of these, each once; one alone is itself."""
    kept = tuple(dict.fromkeys(options))
    return kept[0] if len(kept) == 1 else AnyOf(kept)


def all_of(*parts: Expression) -> Expression:
    """All of these; one alone is itself."""
    kept = tuple(dict.fromkeys(parts))
    return kept[0] if len(kept) == 1 else AllOf(kept)


def word(term: str) -> Term:
    """A term of one word."""
    return Term((term,))
