"""The first pass over an archive: which pages cannot matter, told without reading them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from peyvand.core.reading.cast import ACTING
from peyvand.core.reading.vocabulary import Vocabulary
from peyvand.core.text import skeleton

_HAMZA = "ء"


def bond_words(vocabulary: Vocabulary, labels: Iterable[str] = ACTING) -> tuple[str, ...]:
    """What `may_matter` looks for, to be made once for a language: the least runs of letters without which no word
    with one of some labels is written.

    Unless told otherwise the labels are those of which a page must have one to give any statement.
    """
    asked = frozenset(labels)
    rows = ("".join(words) for words, sense in vocabulary.senses.items() if not asked.isdisjoint(sense.labels))
    return _least(row.replace(_HAMZA, "").lower() for row in rows)


def may_matter(text: str, words: Sequence[str]) -> bool:
    """Whether a page (its text as decoded, unfolded, with or without its furniture) may speak of cities and their ties.

    ``words`` are those of `bond_words`. False is sure: reading such a page gives no statement. True is not: a page may
    name a municipality and no bond. Linear, at more than thirty megabytes of Persian UTF-8 in a second.
    """
    letters = skeleton(text)
    return any(word in letters for word in words)


def _least(words: Iterable[str]) -> tuple[str, ...]:
    """Those that hold no other, the shortest first, since they are found most often."""
    kept: list[str] = []
    for word in sorted(set(words), key=lambda word: (len(word), word)):
        if not any(known in word for known in kept):
            kept.append(word)
    return tuple(kept)
