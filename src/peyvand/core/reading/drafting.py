"""From the steps of an article to drafts: each with its instrument, its date and, if it is a leave, whose it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from peyvand.core.calendar import bounds
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.authorities import AuthorityMention, AuthorityWords
from peyvand.core.reading.cast import Cast
from peyvand.core.reading.contacts import told_with_date
from peyvand.core.reading.dating import Dated, Days, date_of, is_to_come
from peyvand.core.reading.finding import Hit
from peyvand.core.reading.instruments import instrument_of, tells_instrument
from peyvand.core.reading.leave import authorities_of
from peyvand.core.reading.mode import Force
from peyvand.core.reading.page import Page
from peyvand.core.reading.parties import ids
from peyvand.core.reading.sentence import SISTER
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text import Part

_APPROVAL = Event.APPROVAL
_DONE, _PLANNED = Modality.DONE, Modality.PLANNED
_TITLE = Part.TITLE

Ids = frozenset[str]


@dataclass(slots=True, unsafe_hash=True)
class Draft:
    """A hit with everything that is known of it, before one is chosen of those that say the same."""

    hit: Hit
    instrument: Instrument | None
    instrument_word: Atom | None
    authority: AuthorityMention | None
    dated: Dated | None
    # The step, how it is said to be and how surely, the two places' ids, and whether a headline says it.
    event: Event = field(init=False, compare=False)
    modality: Modality = field(init=False, compare=False)
    force: Force = field(init=False, compare=False)
    ids: Ids = field(init=False, compare=False)
    is_title: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        trigger = self.hit.trigger
        self.event, self.modality, self.force = trigger.event, trigger.mode.modality, trigger.mode.force
        self.ids = ids(self.hit.pair)
        self.is_title = trigger.clause.sentence.part is _TITLE

    @property
    def places(self) -> tuple[Place, Place]:
        """The two places, in the order of the pair."""
        return self.hit.pair[0].place, self.hit.pair[1].place


def drafts_of(
    page: Page, hits: Iterable[Hit], cast: Cast, words: AuthorityWords, published: date | None
) -> list[Draft]:
    """A draft for each hit, in order; a leave by several bodies gives one for each."""
    has_sister = any(sentence.has(*SISTER) for sentence in page.sentences)
    main = ids(cast.main) if cast.main else frozenset()
    found: list[Draft] = []
    known: dict[Ids, Instrument] = {}
    near: defaultdict[Ids, list[Days]] = defaultdict(list)
    for hit in hits:
        pair = ids(hit.pair)
        trigger = told_with_date(hit.trigger)
        told = _in_time(hit if trigger is hit.trigger else replace(hit, trigger=trigger), published)
        instrument, word = instrument_of(told.trigger, known.get(pair), is_sisters=has_sister and pair == main)
        if instrument is not None and tells_instrument(word):
            known[pair] = instrument
        dated = date_of(told.trigger, published=published, near=near[pair])
        near[pair] += _days(dated)
        is_leave = told.trigger.event is _APPROVAL
        for body in authorities_of(told.trigger, page.folded, words) if is_leave else (None,):
            found.append(Draft(told, instrument, word, body, dated))
    return found if published else [_lent(draft, near[draft.ids]) for draft in found]


def _lent(draft: Draft, near: Sequence[Days]) -> Draft:
    """A date whose year no step told before it could lend takes it from one that is told later."""
    if draft.dated is None or draft.dated.edtf is not None or not near:
        return draft
    return replace(draft, dated=date_of(draft.hit.trigger, published=None, near=near))


def _in_time(hit: Hit, published: date | None) -> Hit:
    """A step that is only reported, and dated after the day of publication, is planned."""
    trigger = hit.trigger
    if trigger.modality is not _DONE or not is_to_come(trigger, published):
        return hit
    return replace(hit, trigger=replace(trigger, mode=replace(trigger.mode, modality=_PLANNED)))


def _days(dated: Dated | None) -> list[Days]:
    """The days of a dated step, which may lend its year to others of its pair."""
    if dated is None or dated.edtf is None:
        return []
    first, last = bounds(dated.edtf)
    return [(first, last)] if first and last else []
