"""Predicates: the verbs of a sentence, with auxiliaries and passives put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from peyvand.core.reading.vocabulary import Atom, Tense
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Span


@dataclass(frozen=True, slots=True)
class Verb:
    """A predicate in words ``first`` to ``stop - 1``. ``finite`` is false for a participle that describes a noun."""

    first: int
    stop: int
    span: Span
    kind: str
    tense: Tense
    negative: bool = False
    plural: bool = False
    first_person: bool = False
    earlier: bool = False
    passive: bool = False
    finite: bool = True
    # Labels of the word that carries the verb («خواهرخوانده‌اند»).
    labels: frozenset[str] = frozenset()

    @property
    def is_past(self) -> bool:
        """Whether it tells of something that has happened."""
        return self.tense in (Tense.PAST, Tense.PARTICIPLE)


def find_verbs(line: WordLine, atoms: Sequence[Atom], joiner: str) -> tuple[Verb, ...]:
    """The predicates among the atoms of a sentence; ``joiner`` is the word that joins two predicates («و»)."""
    found: list[Verb] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        if atom.verb is None or (atom.verb.shy and not _ends(line, atom.stop)):
            at += 1
            continue
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        if _makes_passive(atom, following):
            assert following is not None
            assert following.verb is not None
            found.append(_passive(line, atom, following, joiner))
            at += 2
            continue
        found.append(_plain(line, atom, joiner))
        at += 1
    return tuple(_shared(verb, after) for verb, after in zip(found, [*found[1:], None], strict=False))


_WITHOUT_PASSIVE = frozenset(("become", "be", "arrive", "go", "come", "stay", "return", "turn", "fall", "attain", "have"))


def _shared(verb: Verb, after: Verb | None) -> Verb:
    """A participle before «و» has its auxiliary after the next one: «نوشته و فرستاده شود»."""
    shares = verb.finite and verb.tense is Tense.PARTICIPLE and verb.kind not in _WITHOUT_PASSIVE
    if shares and after is not None and (after.passive or after.kind == "become"):
        return replace(verb, tense=after.tense, passive=True)
    return verb


def _makes_passive(atom: Atom, following: Atom | None) -> bool:
    return bool(
        following
        and following.verb
        and following.verb.kind == "become"
        and atom.verb
        and atom.verb.tense is Tense.PARTICIPLE
        and atom.verb.kind != "become"
        and following.first == atom.stop
    )


def _plain(line: WordLine, atom: Atom, joiner: str) -> Verb:
    form = atom.verb
    assert form is not None
    finite = form.tense is not Tense.PARTICIPLE or _closes(line, atom.stop, joiner)
    return Verb(
        atom.first, atom.stop, atom.span, form.kind, form.tense, form.negative, form.plural,
        form.first_person, form.earlier,         finite=finite, labels=atom.labels,
    )  # fmt: skip


def _passive(line: WordLine, main: Atom, helper: Atom, joiner: str) -> Verb:
    form, own = helper.verb, main.verb
    assert form is not None
    assert own is not None
    finite = form.tense is not Tense.PARTICIPLE or _closes(line, helper.stop, joiner)
    return Verb(
        main.first, helper.stop, Span(main.span.start, helper.span.stop), own.kind, form.tense,
        form.negative or own.negative, form.plural, form.first_person, form.earlier, passive=True, finite=finite, labels=main.labels,
    )  # fmt: skip


def _ends(line: WordLine, at: int) -> bool:
    """Whether nothing of a clause follows."""
    return at >= len(line) or not line.is_soft(at)


def _closes(line: WordLine, at: int, joiner: str) -> bool:
    """Whether a participle ends its clause: a sign, «و» or nothing follows."""
    return at >= len(line) or not line.is_soft(at) or line.word(at) == joiner
