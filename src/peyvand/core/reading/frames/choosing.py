"""One statement for each thing said: the surest words of each are kept, and what the text overrules is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.frames.cast import Pair
from peyvand.core.reading.frames.dating import Dated
from peyvand.core.reading.frames.labels import BITS
from peyvand.core.reading.frames.row import Hit
from peyvand.core.reading.frames.steps import Step
from peyvand.core.reading.frames.table import ANY_TIE
from peyvand.core.reading.frames.words import Time
from peyvand.core.text import Part

# A tie that was made or has ended is not also told to stand.
_TELL_OF_TIE = (Event.SIGNING, Event.TERMINATION)
Ids = frozenset[str]
_OF_THE_TIE = (Event.SIGNING, Event.RENEWAL, Event.SUSPENSION, Event.TERMINATION)


class Draft(NamedTuple):
    """A step of one pair, with everything that is known of it."""

    step: Step
    pair: Pair
    why: str
    instrument: Instrument | None = None
    instrument_word: Hit | None = None
    authority: str | None = None
    authority_word: Hit | None = None
    dated: Dated | None = None

    @property
    def ids(self) -> Ids:
        """The two places' ids."""
        return frozenset((self.pair[0].place.id, self.pair[1].place.id))

    @property
    def event(self) -> Event:
        """The step."""
        return self.step.event

    @property
    def modality(self) -> Modality:
        """How it is said to be."""
        return self.step.modality

    @property
    def in_title(self) -> bool:
        """Whether a headline says it."""
        return self.step.sentence.part is Part.TITLE


def choose(drafts: Sequence[Draft]) -> list[Draft]:
    """What is left of the drafts, in the order of the text."""
    told: defaultdict[tuple[Event, Ids], list[Draft]] = defaultdict(list)
    of_pair: defaultdict[Ids, list[Draft]] = defaultdict(list)
    for draft in drafts:
        of_pair[draft.ids].append(draft)
        if not draft.in_title:
            told[draft.event, draft.ids].append(draft)
    best: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=_rank, reverse=True):
        if not _is_overruled(draft, told[draft.event, draft.ids], of_pair[draft.ids]):
            best.setdefault(_key(draft), draft)
    dated = (_dated(draft, told[draft.event, draft.ids]) for draft in best.values())
    return sorted(dated, key=lambda draft: (draft.step.head.first, draft.event))


def _dated(draft: Draft, same: Sequence[Draft]) -> Draft:
    """With the date of other words for the same thing, where its own have none."""
    if draft.dated is not None and draft.dated.edtf is not None:
        return draft
    alike = (other for other in same if (other.modality, other.instrument) == (draft.modality, draft.instrument))
    lent = next((other.dated for other in alike if other.dated and other.dated.edtf), None)
    return draft._replace(dated=lent) if lent else draft


def _key(draft: Draft) -> tuple[object, ...]:
    authority = draft.authority if draft.event is Event.APPROVAL else None
    return draft.event, draft.ids, draft.modality, authority


def _rank(draft: Draft) -> tuple[bool, bool, bool, bool]:
    dated = draft.dated is not None and draft.dated.edtf is not None
    return not draft.in_title, draft.step.mode.sure, draft.why == "named", dated


def _is_overruled(draft: Draft, same: Sequence[Draft], others: Sequence[Draft]) -> bool:
    step = draft.step
    if step.weak and step.event is not Event.STANDING:
        return not draft.in_title
    if step.event is Event.STANDING and (step.weak or not step.mode.sure):
        # A tie that is only taken for granted is news where both cities are named and nothing else is told of them.
        return draft.why != "named" or any(other.event is not Event.STANDING for other in others)
    if step.event is Event.STANDING and draft.modality is Modality.DONE:
        # "By a charter of 1980 they were twinned": where the same words tell how it came about, its date is of that.
        told = (other for other in others if other.event in _TELL_OF_TIE and other.modality is Modality.DONE)
        at = step.sentence.at
        return any(not other.in_title and (not draft.dated or other.step.sentence.at == at) for other in told)
    if _is_by_vote(draft, same, others) or _is_of_an_end(draft, others) or _is_renewing(draft, others):
        return True
    if draft.event is Event.APPROVAL and draft.authority is None and any(_names_body(draft, one) for one in others):
        return True
    if step.mode.why == "noun" and any(other.step.mode.why != "noun" for other in same):
        return True
    surer = [other for other in same if other.step.mode.sure and other.modality is not draft.modality]
    if not step.mode.sure and surer:
        return True
    if step.head.mask & BITS["invite"] and draft.modality is Modality.WISHED:
        # "Came at the invitation of", "will come at …": who was invited has come, or comes.
        coming = (Modality.DONE, Modality.PLANNED)
        same_words = (other for other in surer if other.step.sentence.at == step.sentence.at)
        guests = (other for other in same_words if other.modality in coming)
        # "Came, and invited the mayor in turn": who is invited behind is another.
        return any(step.head.time is not Time.PAST or other.step.head.first > step.head.first for other in guests)
    if draft.event is Event.APPROVAL and draft.modality is Modality.PLANNED:
        # A bill that was taken up and passed was passed.
        return any(other.modality is Modality.DONE and draft.authority in (None, other.authority) for other in surer)
    if step.frame.contact and draft.modality is Modality.PLANNED and step.head.time is Time.NOUN:
        # "They met in order to talk": one meeting.
        here = step.sentence.at
        return any(other.modality is Modality.DONE and other.step.sentence.at == here for other in surer)
    if draft.event in _OF_THE_TIE and draft.modality in (Modality.PLANNED, Modality.WISHED):
        done = (other for other in surer if other.modality is Modality.DONE and _meet(draft, other))
        return any(not _is_by_vote(other, same, others) for other in done)
    return False


def _is_of_an_end(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a vote that names no tie is the one by which the tie before it ends: "… The motion was passed"."""
    if draft.event is not Event.APPROVAL or draft.step.sentence.has(ANY_TIE):
        return False
    return any(other.event in (Event.TERMINATION, Event.SUSPENSION) for other in others)


def _is_by_vote(draft: Draft, same: Sequence[Draft], others: Sequence[Draft]) -> bool:
    """Whether cities are said to have become partners where the text only tells of a vote for it."""
    if draft.event is not Event.SIGNING or draft.modality is not Modality.DONE or draft.step.head.mask & BITS["sign"]:
        return False
    signed = any(other.modality is Modality.DONE and other.step.head.mask & BITS["sign"] for other in same)
    voted = (other for other in others if other.event is Event.APPROVAL and other.modality is Modality.DONE)
    return not signed and any(other.step.mode.sure for other in voted)


def _is_renewing(draft: Draft, others: Sequence[Draft]) -> bool:
    """ "The pact was renewed; the mayors signed it": whether a signature without a date of its own only renews."""
    if draft.event is not Event.SIGNING or draft.modality is not Modality.DONE or draft.dated:
        return False
    here = draft.step.sentence.at
    renewals = (other for other in others if other.event is Event.RENEWAL and other.modality is Modality.DONE)
    return any(other.step.sentence.at == here and other.step.mode.sure for other in renewals)


def _names_body(draft: Draft, other: Draft) -> bool:
    """Whether another says the same leave and whose it was, as a headline seldom does."""
    return other.event is draft.event and other.authority is not None and other.modality is draft.modality


def _meet(one: Draft, other: Draft) -> bool:
    """Whether two signings may be of one paper: a memorandum today, and sisterhood to come, are two."""
    return one.instrument == other.instrument or one.instrument is None or other.instrument is Instrument.SISTER_CITY
