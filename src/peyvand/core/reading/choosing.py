"""One statement for each thing said: the best words are kept, and headlines and mentions give way to what is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from peyvand.core.gazetteer import Place
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.authorities import AuthorityMention
from peyvand.core.reading.dating import Dated
from peyvand.core.reading.finding import Hit
from peyvand.core.reading.instruments import tells_instrument
from peyvand.core.reading.modality import Force
from peyvand.core.reading.vocabulary import Atom
from peyvand.core.text import Part

Ids = frozenset[str]
_CONTACTS = (Event.VISIT, Event.EVENT, Event.EXCHANGE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A hit with everything that is known of it, before one is chosen of those that say the same."""

    hit: Hit
    instrument: Instrument | None
    instrument_word: Atom | None
    authority: AuthorityMention | None
    dated: Dated | None

    @property
    def event(self) -> Event:
        return self.hit.trigger.event

    @property
    def modality(self) -> Modality:
        return self.hit.trigger.modality

    @property
    def ids(self) -> Ids:
        return frozenset(party.place.id for party in self.hit.pair)

    @property
    def places(self) -> tuple[Place, Place]:
        return self.hit.pair[0].place, self.hit.pair[1].place

    @property
    def is_title(self) -> bool:
        return self.hit.trigger.sentence.part is Part.TITLE

    @property
    def force(self) -> Force:
        return self.hit.trigger.mode.force


def choose(drafts: Sequence[Draft]) -> list[Draft]:
    """What is left of the drafts, in the order of the text."""
    kept = _unrefuted(_named([draft for draft in drafts if len(draft.ids) == 2]))
    best: dict[tuple[object, ...], Draft] = {}
    for draft in kept:
        key = _key(draft)
        if key not in best or _rank(draft) > _rank(best[key]):
            best[key] = draft
    return sorted(best.values(), key=lambda draft: draft.hit.trigger.head.span)


def _key(draft: Draft) -> tuple[object, ...]:
    authority = draft.authority.type if draft.authority and draft.event is Event.APPROVAL else None
    instrument = draft.instrument if draft.event is Event.SIGNING else None
    return draft.event, draft.ids, draft.modality, authority, instrument


def _rank(draft: Draft) -> tuple[bool, int, bool, bool]:
    has_date = draft.dated is not None and draft.dated.edtf is not None
    return not draft.is_title, draft.force, has_date, draft.hit.why.startswith("named")


def _named(drafts: Sequence[Draft]) -> list[Draft]:
    """A signing that does not say of what, and an approval that does not say by whom, take it from one that does."""
    told: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: draft.is_title):
        if _is_named(draft):
            told.setdefault((draft.event, draft.ids, draft.modality), draft)
    return [_completed(draft, told.get((draft.event, draft.ids, draft.modality))) for draft in drafts]


def _completed(draft: Draft, told: Draft | None) -> Draft:
    if told is None or _is_named(draft):
        return draft
    if draft.event is Event.SIGNING:
        return replace(draft, instrument=told.instrument)
    return replace(draft, authority=told.authority)


def _is_named(draft: Draft) -> bool:
    if draft.event is Event.APPROVAL:
        return draft.authority is not None
    return draft.event is not Event.SIGNING or tells_instrument(draft.instrument_word)


def _unrefuted(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what the text itself overrules."""
    told: defaultdict[tuple[Event, Ids], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not draft.is_title:
            told[draft.event, draft.ids].append(draft)
    return [draft for draft in drafts if not _is_overruled(draft, told)]


def _is_overruled(draft: Draft, told: dict[tuple[Event, Ids], list[Draft]]) -> bool:
    rivals = [other for other in told.get((draft.event, draft.ids), ()) if _are_rivals(draft, other)]
    trigger = draft.hit.trigger
    if draft.force is Force.MENTIONED and draft.event not in _CONTACTS:
        if any(other.force > Force.MENTIONED for other in rivals):
            return True
    if trigger.mode.why == "report" and trigger.sentence.part is Part.LEAD:
        if any(other.force > Force.MENTIONED and other.hit.trigger.sentence.part is Part.BODY for other in rivals):
            return True
    if draft.event is Event.TERMINATION and trigger.mode.verb is not None and trigger.mode.verb.earlier:
        renewals = told.get((Event.RENEWAL, draft.ids), ())
        return any(other.modality is Modality.DONE for other in renewals)
    if draft.event is Event.SIGNING and draft.modality in (Modality.PLANNED, Modality.WISHED):
        return any(
            other.modality is Modality.DONE and other.force is Force.STATED and _same_tie(draft, other)
            for other in rivals
        )
    if draft.event is Event.STANDING and draft.modality is Modality.DONE and draft.hit.trigger.why == "stands":
        return draft.hit.trigger.head.has("sister_city") and bool(_news(told.get((Event.SIGNING, draft.ids), ())))
    return False


def _are_rivals(one: Draft, other: Draft) -> bool:
    """Whether two say different things of one step; what one body decides is no rival to what another does."""
    if one.event is Event.APPROVAL and one.authority and other.authority and one.authority.type != other.authority.type:
        return False
    return one.modality is not other.modality


def _same_tie(one: Draft, other: Draft) -> bool:
    return one.instrument == other.instrument or other.instrument is Instrument.SISTER_CITY or one.instrument is None


def _news(signings: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in signings if draft.modality in (Modality.DONE, Modality.PLANNED)]
