"""Sentences that name a bond and gave no statement, each with the reason: what the reader saw, and what it lacked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from peyvand.core.reading.drafting import Draft
from peyvand.core.reading.finding import Hit, steps_named
from peyvand.core.reading.model import Evidence, Silent, Why
from peyvand.core.reading.page import Page
from peyvand.core.reading.sentence import SISTER, Sentence
from peyvand.core.text import Span


def silent_sentences(page: Page, hits: Iterable[Hit], drafts: Sequence[Draft]) -> tuple[Silent, ...]:
    """The silent sentences of a page, in order. ``drafts`` are those that became statements."""
    spoke = {draft.hit.trigger.sentence.at for draft in drafts}
    paired = {hit.trigger.sentence.at for hit in hits}
    named = (sentence for sentence in page.sentences if sentence.has(*SISTER, "pact") and sentence.at not in spoke)
    return tuple(_silent(page, sentence, paired) for sentence in named)


def _silent(page: Page, sentence: Sentence, paired: set[int]) -> Silent:
    words = [page.folded.quote(trigger) for trigger in _steps(sentence)]
    if sentence.at in paired:
        why = Why.TOLD_ELSEWHERE
    elif words:
        why = Why.NO_PAIR
    else:
        why = Why.NO_STEP
    span = page.folded.back(sentence.span)
    return Silent(why=why, words=tuple(words), evidence=Evidence(span, span.of(page.folded.page)))


def _steps(sentence: Sentence) -> Iterator[Span]:
    """Where words stand that name a step."""
    for clause in sentence.clauses:
        yield from (trigger.head.span for trigger in steps_named(clause))
