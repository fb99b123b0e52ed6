"""How a source was read, for the eye: the words that led to each statement, what gave nothing, a second reader."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from peyvand.core.reading.comparing import Compared
from peyvand.core.reading.model import Reading, Why
from peyvand.records.intake.second import Beside
from peyvand.records.register.shown import StatementShown
from peyvand.web.shared.direction import foreign
from peyvand.web.shared.marks import anchor_of
from peyvand.web.shared.naming import Naming
from peyvand.web.shared.saying import statement_words
from peyvand.web.shared.words import MODALITIES, word

LOOKED_FOR = {
    "step": gettext_noop("the step"),
    "verb": gettext_noop("the predicate"),
    "modality": gettext_noop("how it is said"),
    "pair": gettext_noop("which two cities"),
}
# Codes of the reader's reasons; one without words of its own shows itself.
REASONS = {
    "past": gettext_noop("a finished past form"),
    "present": gettext_noop("a present form"),
    "future": gettext_noop("a future form"),
    "subjunctive": gettext_noop("a form of what may be"),
    "lasting": gettext_noop("it is said to go on"),
    "list": gettext_noop("one of a list"),
    "wish": gettext_noop("a wish"),
    "hoped": gettext_noop("a wish"),
    "wanted": gettext_noop("somebody wants it"),
    "want": gettext_noop("somebody wants it"),
    "negative": gettext_noop("a negative form"),
    "untrue": gettext_noop("called untrue"),
    "refused": gettext_noop("refused"),
    "plan": gettext_noop("words of a plan"),
    "pending": gettext_noop("still pending"),
    "purpose": gettext_noop("told as an aim"),
    "occasion": gettext_noop("told as the occasion of something else"),
    "presupposed": gettext_noop("taken for granted by the text"),
    "report": gettext_noop("reported by somebody"),
    "condition": gettext_noop("under a condition"),
    "with": gettext_noop("told beside another act"),
    "named": gettext_noop("both are named there"),
    "focus": gettext_noop("the two that were spoken of last"),
    "main pair": gettext_noop("the two that the text is about"),
    "clause before": gettext_noop("named in the clause before"),
    "sentence": gettext_noop("named in the sentence"),
    "subject": gettext_noop("the subject of the sentence and the one named"),
    "home": gettext_noop("the city of the text and the one named"),
    "home and list": gettext_noop("the city of the text and each of a list"),
    "roll": gettext_noop("one of a list under a heading"),
    "this city": gettext_noop("a pointing word stands for one of them"),
    "they": gettext_noop("a pointing word stands for them"),
    "each other": gettext_noop("cities that join one another"),
    "the tie's own": gettext_noop("the cities of the bond that is named"),
    "journey": gettext_noop("from where to where somebody travels"),
    "partners of home": gettext_noop("partners of the city of the text"),
    "speaker": gettext_noop("the speaker’s city and the one named"),
}
SILENT = {
    Why.NO_STEP: gettext_noop("no word tells a step"),
    Why.NO_PAIR: gettext_noop("between which two cities is open"),
    Why.TOLD_ELSEWHERE: gettext_noop("other words say the same better"),
}
DIFFERS = {
    "modality": gettext_noop("how it is said"),
    "instrument": gettext_noop("the kind of bond"),
    "date": gettext_noop("the date"),
    "authority": gettext_noop("the authority"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLine:
    """A statement as the rules read it now: ``reasons`` pair what was looked for with the words or the reason found."""

    title: str
    state: str
    state_word: str
    places: str
    quote: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one of two readers says, with the way to it on the desk."""

    title: str
    state: str
    state_word: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideLine:
    """One step of one pair, as the rules and as the second reader have it; None where one of them is silent."""

    places: str
    rules: Told | None
    second: Told | None
    differs: tuple[str, ...]


def read_lines(reading: Reading, naming: Naming) -> list[ReadLine]:
    """What the rules read, each with its reasons."""
    return [
        ReadLine(
            title=statement_words(one.statement),
            state=str(one.statement.modality),
            state_word=word(MODALITIES, one.statement.modality),
            places=naming.listed(one.resolution.places),
            quote=one.evidence.text,
            reasons=tuple(_reasons(one.reasons)),
        )
        for one in reading.statements
    ]


def silent_lines(reading: Reading) -> list[tuple[str, str]]:
    """Sentences that name a bond and gave nothing: their words, and why."""
    return [(one.evidence.text, _(SILENT[one.why])) for one in reading.silent]


def beside_lines(beside: Beside, capture: str, naming: Naming) -> list[BesideLine]:
    """Where two readers do not agree."""
    return [_beside(pair, capture, naming) for pair in beside.differing]


def _beside(pair: Compared[StatementShown], capture: str, naming: Naming) -> BesideLine:
    shown = pair.first or pair.second
    assert shown is not None
    return BesideLine(
        places=naming.listed(shown.resolution.places),
        rules=_told(pair.first, capture),
        second=_told(pair.second, capture),
        differs=tuple(_(DIFFERS[name]) for name in pair.differs),
    )


def _told(shown: StatementShown | None, capture: str) -> Told | None:
    if shown is None:
        return None
    return Told(
        title=statement_words(shown.statement),
        state=str(shown.statement.modality),
        state_word=word(MODALITIES, shown.statement.modality),
        quote=shown.quote,
        href=f"{reverse('office:desk', args=[capture])}#{anchor_of(shown.span)}",
    )


def _reasons(reasons: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for looked_for, found in reasons:
        yield _(LOOKED_FOR.get(looked_for, looked_for)), _said(looked_for, found, REASONS)


def _said(looked_for: str, found: str, words: Mapping[str, str]) -> str:
    if looked_for in ("modality", "pair"):
        return _(words[found]) if found in words else found
    return f"«{foreign(found)}»"
