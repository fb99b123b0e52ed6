"""A step between two cities as a clause names it, before it is known which cities they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from peyvand.core.gazetteer import Level
from peyvand.core.ledger.words import Event, Modality
from peyvand.core.reading.modality import mode_of, mode_of_verb
from peyvand.core.reading.mode import Force, Mode, governed
from peyvand.core.reading.sentence import SISTER, TIES, Clause, Sentence
from peyvand.core.reading.verbs import Verb
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text.value import value

_WITH_REACH = 2
_PARTNERED = (
    "with", "between", "two_cities", "this", "it", "they", "counterpart", "friends", "each_other", "joint", "that_city",
    "ceremony", "draft", "text",
)  # fmt: skip


@value()
class Trigger:
    """``head`` is the word that names the step. ``is_known``: words like «این پیمان» are enough to know the pair."""

    event: Event
    head: Atom
    clause: Clause
    mode: Mode
    is_known: bool = True
    why: str = ""

    @property
    def sentence(self) -> Sentence:
        """The sentence in which it stands."""
        return self.clause.sentence

    @property
    def modality(self) -> Modality:
        """How the step is said to be."""
        return self.mode.modality

    @property
    def is_weak(self) -> bool:
        """Whether the step is only mentioned."""
        return self.mode.force is Force.MENTIONED


def named(event: Event, head: Atom, clause: Clause) -> Iterator[Trigger]:
    """The step that a word names, with the mode its clause gives it; none where the clause says nothing of it."""
    mode = mode_of(head, clause)
    if mode is not None:
        yield Trigger(event, head, clause, mode, why=mode.why)


def contact(event: Event, head: Atom | Verb, clause: Clause) -> Iterator[Trigger]:
    """What cities do with each other, as a word or a predicate names it; what a text provides for is to come."""
    if isinstance(head, Verb):
        mode = mode_of_verb(head, clause)
        if mode is not None and head.finite:
            yield Trigger(event, as_head(head, "travel"), clause, mode, why="moves")
        return
    for trigger in named(event, head, clause):
        mode = trigger.mode
        if event is not Event.VISIT and _is_talked_of(mode, head, clause):
            continue
        if only_judged(mode) and not clause.has("provided", "text", "aim"):
            continue
        agreed = clause.has("provided", "text") or (event is not Event.VISIT and clause.has("aim"))
        provided = mode.modality is Modality.DONE and mode.force is not Force.STATED and agreed
        yield replace(trigger, mode=governed(Modality.PLANNED, mode.verb, "provided")) if provided else trigger


def only_judged(mode: Mode) -> bool:
    """«برگزاری همایش‌ها فرصت خوبی است» says nothing of one that is held, but «… برپاست» does."""
    if mode.why != "lasting" or mode.force is not Force.MENTIONED or mode.verb is None:
        return False
    return mode.verb.kind == "be" and "happen" not in mode.verb.labels


def _is_talked_of(mode: Mode, head: Atom, clause: Clause) -> bool:
    """«درباره تبادل استادان گفت‌وگو کردند»: nothing else is said of it."""
    if mode.verb is None or mode.force is not Force.MENTIONED:
        return False
    return any(atom.has("talk") and head.stop <= atom.first and atom.stop == mode.verb.first for atom in clause.atoms)


def as_head(verb: Verb, label: str) -> Atom:
    """A predicate as the word that names a step."""
    return Atom(verb.first, verb.stop, verb.span, frozenset((label,)))


def offices_acting(clause: Clause) -> list[Atom]:
    """The words for mayors, municipalities and delegations that act, and not «به گزارش روابط عمومی شهرداری»."""
    return [atom for atom in clause.all("municipality", "delegation") if not clause.has_before(atom, 0, "media")]


def means_tie(clause: Clause) -> bool:
    """Whether «این موضوع», «این کار» is a tie: its sentence has named one, or those before it, and no other matter."""
    if not clause.has("matter"):
        return False
    sentence = clause.sentence
    first = clause.all("matter")[0].first
    if any(atom.first < first and atom.has(*SISTER) for atom in sentence.atoms):
        return True
    others = (atom for atom in sentence.atoms if atom.has("bill", "festival", "travel", "propose"))
    return sentence.follows_tie and not any(atom.first < first for atom in others)


def is_of_one(clause: Clause) -> bool:
    """«شهردار الف قرارداد ساخت مترو را امضا کرد»: a paper with no partner beside one city is none of a tie."""
    if clause.has(*SISTER) or not clause.has("document"):
        return False
    if any(clause.has_before(body, _WITH_REACH, "with") for body in clause.all("institution", "bodies")):
        # «با مدیرعامل شرکتی از ب قرارداد بست»
        return True
    if clause.has("friendship", "memorandum", "pact", *_PARTNERED):
        return False
    return len({place.name for place in clause.places if place.level is Level.CITY}) == 1


def has_tie(head: Atom, clause: Clause) -> bool:
    """Whether the clause speaks of a tie between cities, or leaves it out because the clause before has named it."""
    return clause.has(*TIES) or (clause.goes_on and clause.is_short(head))
