"""A step between two cities as a clause names it, before it is known which cities they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.modality import Force, Mode
from peyvand.core.reading.sentence import TIES, Clause, Sentence
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom

SISTER = ("sister", "sister_city")


@dataclass(frozen=True, slots=True)
class Trigger:
    """``head`` is the word that names the step. ``is_known``: words like «این پیمان» are enough to know the pair."""

    event: Event
    head: Atom
    clause: Clause
    sentence: Sentence
    mode: Mode
    is_known: bool = True
    instrument: Instrument | None = None
    why: str = ""

    @property
    def modality(self) -> Modality:
        """How the step is said to be."""
        return self.mode.modality

    @property
    def is_weak(self) -> bool:
        """Whether the step is only mentioned."""
        return self.mode.force is Force.MENTIONED


def stated(modality: Modality, verb: Verb | None, why: str) -> Mode:
    """A mode that the words say outright."""
    return Mode(modality, Force.STATED, verb, why)


def words_between(first: Atom, second: Atom) -> int:
    """How many words lie between two atoms."""
    return max(0, max(first.first, second.first) - min(first.stop, second.stop))


def nearest(head: Atom, clause: Clause, *labels: str) -> Atom | None:
    """The atom with one of the labels that stands nearest to ``head``."""
    others = [atom for atom in clause.all(*labels) if atom is not head]
    return min(others, key=lambda atom: words_between(head, atom), default=None)


def is_short(head: Atom, clause: Clause) -> bool:
    """Whether a clause says little more than its predicate, so that its subject is that of the clause before."""
    known = sum(atom.stop - atom.first for atom in clause.atoms if atom.first < head.first)
    return head.first - clause.first - known <= 3


def has_tie(head: Atom, clause: Clause, sentence: Sentence) -> bool:
    """Whether the clause speaks of a tie between cities, or leaves it out because the clause before has named it."""
    if clause.has(*TIES):
        return True
    return (sentence.has("draft", *TIES) or sentence.follows_tie) and is_short(head, clause)


def earlier_clause(clause: Clause, sentence: Sentence) -> Clause | None:
    """The clause before, if any."""
    return sentence.clauses[clause.at - 1] if clause.at > 0 else None


def next_verb(head: Atom, sentence: Sentence) -> Verb | None:
    """The first predicate that ends after ``head`` begins and does not lie before it."""
    later = [verb for verb in sentence.verbs if verb.first >= head.first]
    return next((verb for verb in later if verb.finite), later[0] if later else None)


def each(*found: Trigger | None) -> Iterator[Trigger]:
    """Those that are there."""
    return (trigger for trigger in found if trigger is not None)
