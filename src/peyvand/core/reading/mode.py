"""How a clause says a thing: whether it happened, is planned, wished or denied, and how surely the words say so."""

from __future__ import annotations

from enum import IntEnum

from peyvand.core.ledger.words import Modality
from peyvand.core.reading.verbs import Verb
from peyvand.core.text.value import value

# Labels of words that make what follows or precedes them a wish.
WISHES = ("hope", "ready", "need", "wants", "may")
ATTITUDES = frozenset((*WISHES, "plan"))
# Verbs whose present form tells of what is, and not of what will be.
LASTING = frozenset(("be", "have", "stay"))


class Force(IntEnum):
    """How surely the words say so: only named, under a word that tells, or by their own predicate."""

    MENTIONED = 0
    GOVERNED = 1
    STATED = 2


@value()
class Mode:
    """A modality, how surely it is said, the predicate it rests on, and a code for the rule that told."""

    modality: Modality
    force: Force
    verb: Verb | None = None
    why: str = ""


def stated(modality: Modality, verb: Verb | None, why: str) -> Mode:
    """A mode that the words say outright."""
    return Mode(modality, Force.STATED, verb, why)


def governed(modality: Modality, verb: Verb | None, why: str) -> Mode:
    """A mode that a word beside the thing tells."""
    return Mode(modality, Force.GOVERNED, verb, why)


def mentioned(modality: Modality, verb: Verb | None, why: str) -> Mode:
    """A mode of something that is only named on the way."""
    return Mode(modality, Force.MENTIONED, verb, why)
