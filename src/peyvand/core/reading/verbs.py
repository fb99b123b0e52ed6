"""Predicates: the verbs of a sentence, with auxiliaries and passives put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from peyvand.core.reading.vocabulary import Atom, Tense, VerbForm
from peyvand.core.reading.wordline import WordLine
from peyvand.core.text import Span
from peyvand.core.text.value import value

_WITHOUT_PASSIVE = frozenset((
    "become", "be", "arrive", "go", "come", "stay", "return", "turn", "fall", "attain", "have",
))  # fmt: skip
_PAST = (Tense.PAST, Tense.PARTICIPLE)


@value()
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
    # «شده است»: what has come about and lasts.
    perfect: bool = False
    # Labels of the word that carries the verb («خواهرخوانده‌اند»).
    labels: frozenset[str] = frozenset()

    @property
    def is_past(self) -> bool:
        """Whether it tells of something that has happened."""
        return self.tense in _PAST


def find_verbs(line: WordLine, atoms: Sequence[Atom], joiner: str) -> tuple[Verb, ...]:
    """The predicates among the atoms of a sentence; ``joiner`` is the word that joins two predicates («و»)."""
    found: list[Verb] = []
    last: Atom | None = None
    closing = {atom.first for atom in atoms if "join_that" in atom.labels}
    # «به حالت تعلیق درآمد و …»
    carried = {atom.stop for atom in atoms if atom.has("suspend", "ranks", "this_list")}
    for atom in atoms:
        form = atom.verb
        if form is None or (form.shy and atom.first not in carried and not _ends(line, atom.stop)):
            continue
        verb = _of(line, atom, form, joiner)
        if atom.stop in closing:
            # «به امضا رسیده که …»
            verb = replace(verb, finite=True)
        own = last.verb if last is not None and last.stop == atom.first else None
        if last is not None and own is not None and form.kind == "become" and _is_participle(own):
            found.pop()
            verb = _passive(last, own, verb)
        found.append(verb)
        last = atom
    return tuple(_shared(verb, after) for verb, after in zip(found, [*found[1:], None], strict=False))


def _shared(verb: Verb, after: Verb | None) -> Verb:
    """A participle before «و» has its auxiliary after the next one: «نوشته و فرستاده شود»."""
    shares = verb.finite and verb.tense is Tense.PARTICIPLE and verb.kind not in _WITHOUT_PASSIVE
    if shares and after is not None and (after.passive or after.kind == "become"):
        return replace(verb, tense=after.tense, passive=True)
    return verb


def _is_participle(form: VerbForm) -> bool:
    return form.tense is Tense.PARTICIPLE and form.kind != "become"


def _of(line: WordLine, atom: Atom, form: VerbForm, joiner: str) -> Verb:
    """A predicate of one form."""
    return Verb(
        atom.first, atom.stop, atom.span, form.kind, form.tense,
        negative=form.negative, plural=form.plural, first_person=form.first_person, earlier=form.earlier,
        finite=form.tense is not Tense.PARTICIPLE or _closes(line, atom.stop, joiner), perfect=form.perfect,
        labels=atom.labels,
    )  # fmt: skip


def _passive(main: Atom, own: VerbForm, helper: Verb) -> Verb:
    """«نوشته» with «می‌شود»: the verb of the first, the time of the second."""
    return replace(
        helper, first=main.first, span=Span(main.span.start, helper.span.stop), kind=own.kind, passive=True,
        negative=helper.negative or own.negative, labels=main.labels,
    )  # fmt: skip


def _ends(line: WordLine, at: int) -> bool:
    """Whether nothing of a clause follows."""
    return at >= len(line) or not line.is_soft(at)


def _closes(line: WordLine, at: int, joiner: str) -> bool:
    """Whether a participle ends its clause: a sign, «و» or nothing follows."""
    return at >= len(line) or not line.is_soft(at) or line.word(at) == joiner
