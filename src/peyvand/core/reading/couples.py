"""Couples in one list: «میان الف و ب، پ و ت و ث و ج» names three ties and not one of six cities."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from peyvand.core.reading.cast import Pair
from peyvand.core.reading.parties import Party
from peyvand.core.reading.sentence import Sentence

# Two couples.
_LEAST = 4
_COMMAS = frozenset("،,؛;")


def couples_of(parties: Sequence[Party], sentence: Sentence) -> tuple[Pair, ...]:
    """The couples of a list in which «و» ties every second name to the one before, and commas part them; else nothing.

    The last two couples may be parted by «و» alone.
    """
    if len(parties) < _LEAST or len(parties) % 2:
        return ()
    parted = [_is_parted(one, other, sentence) for one, other in pairwise(parties)]
    if any(parted[::2]) or not any(parted[1::2]):
        return ()
    return tuple((parties[at], parties[at + 1]) for at in range(0, len(parties), 2))


def _is_parted(one: Party, other: Party, sentence: Sentence) -> bool:
    return any(sentence.line.sign(at) in _COMMAS for at in range(one.stop, other.first + 1))
