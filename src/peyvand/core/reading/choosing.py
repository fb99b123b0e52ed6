"""One statement for each thing said: the best words are kept, and headlines and mentions give way to what is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.reading.drafting import Draft, Ids
from peyvand.core.reading.instruments import tells_instrument
from peyvand.core.reading.lists.listing import COUNTED_AGAIN
from peyvand.core.reading.mode import Force
from peyvand.core.reading.presupposing import PRESUPPOSED
from peyvand.core.reading.sentence import SISTER
from peyvand.core.text import Part

_APPROVAL, _RENEWAL, _SIGNING, _STANDING, _TERMINATION = (
    Event.APPROVAL,
    Event.RENEWAL,
    Event.SIGNING,
    Event.STANDING,
    Event.TERMINATION,
)
_BODY, _LEAD = Part.BODY, Part.LEAD
_DONE, _PLANNED, _WISHED = Modality.DONE, Modality.PLANNED, Modality.WISHED
_MENTIONED, _STATED = Force.MENTIONED, Force.STATED

_CONTACTS = (Event.VISIT, Event.EVENT, Event.EXCHANGE)
_TOGETHER = (*_CONTACTS, Event.NEGOTIATION)


def choose(drafts: Sequence[Draft]) -> list[Draft]:
    """What is left of the drafts, in the order of the text."""
    two = _as_announced([draft for draft in drafts if len(draft.ids) == 2])
    kept = _unrefuted(_named(_unpresupposed(two)))
    kinds: defaultdict[tuple[object, ...], list[Draft]] = defaultdict(list)
    for draft in kept:
        kinds[_key(draft)].append(draft)
    chosen = (draft for same in kinds.values() for draft in _happenings(same))
    return sorted(chosen, key=lambda draft: draft.hit.trigger.head.span)


def _happenings(same: list[Draft]) -> list[Draft]:
    """The best words of each happening: what is done on days that do not meet happened more than once."""
    best, *others = sorted(same, key=_rank, reverse=True)
    told = [best]
    for draft in others:
        if draft.modality is _DONE and not draft.is_title and all(_apart(draft, other) for other in told):
            told.append(draft)
    return told


def _apart(one: Draft, other: Draft) -> bool:
    """Whether both are dated, to days that do not meet."""
    days, others = (draft.dated.settled.bounds if draft.dated and draft.dated.edtf else None for draft in (one, other))
    return days is not None and others is not None and (days[1] < others[0] or others[1] < days[0])


def _as_announced(drafts: Sequence[Draft]) -> list[Draft]:
    """«از خواهرخواندگی … خبر داد» has no tense of its own: a headline that says «می‌شوند» gives it one."""
    coming = {draft.ids for draft in drafts if draft.is_title and _is_signing(draft, _PLANNED)}
    return [_postponed(draft) if _is_untensed(draft) and draft.ids in coming else draft for draft in drafts]


def _is_signing(draft: Draft, modality: Modality) -> bool:
    return draft.event is _SIGNING and draft.modality is modality


def _is_untensed(draft: Draft) -> bool:
    return draft.hit.trigger.why == "reported" and _is_signing(draft, _DONE)


def _postponed(draft: Draft) -> Draft:
    trigger = draft.hit.trigger
    mode = replace(trigger.mode, modality=_PLANNED)
    return replace(draft, hit=replace(draft.hit, trigger=replace(trigger, mode=mode)))


def _unpresupposed(drafts: Sequence[Draft]) -> list[Draft]:
    """Without ties that are only taken for granted, where the text tells anything of the tie itself."""
    told = {draft.ids for draft in drafts if draft.event not in _TOGETHER and not _is_granted(draft)}
    return [draft for draft in drafts if not (_is_granted(draft) and draft.ids in told)]


def _is_granted(draft: Draft) -> bool:
    return draft.hit.trigger.why == PRESUPPOSED


def _key(draft: Draft) -> tuple[object, ...]:
    authority = draft.authority.type if draft.authority and draft.event is _APPROVAL else None
    instrument = draft.instrument if draft.event is _SIGNING else None
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
    if draft.event is _SIGNING:
        return replace(draft, instrument=told.instrument)
    return replace(draft, authority=told.authority)


def _is_named(draft: Draft) -> bool:
    if draft.event is _APPROVAL:
        return draft.authority is not None
    return draft.event is not _SIGNING or tells_instrument(draft.instrument_word)


def _unrefuted(drafts: Sequence[Draft]) -> list[Draft]:
    """Without what the text itself overrules."""
    told: defaultdict[tuple[Event, Ids], list[Draft]] = defaultdict(list)
    for draft in drafts:
        if not draft.is_title:
            told[draft.event, draft.ids].append(draft)
    return [draft for draft in drafts if not _is_overruled(draft, told)]


def _is_overruled(draft: Draft, told: dict[tuple[Event, Ids], list[Draft]]) -> bool:
    """Whether what is told elsewhere in the body takes a draft's place."""
    rivals = [other for other in told.get((draft.event, draft.ids), ()) if _are_rivals(draft, other)]
    surer = [other for other in rivals if other.force > _MENTIONED]
    if draft.force is _MENTIONED and draft.event not in _CONTACTS and surer:
        return True
    if _is_reporters(draft) and any(other.hit.trigger.sentence.part is _BODY for other in surer):
        return True
    if draft.event is _SIGNING and draft.modality in (_PLANNED, _WISHED):
        done = (other for other in surer if other.modality is _DONE and other.force is _STATED)
        return draft.hit.trigger.why != "reached" and any(_same_tie(draft, other) for other in done)
    if _is_of_renewal(draft) and any(one.modality is _DONE for one in told.get((_RENEWAL, draft.ids), ())):
        return True
    if draft.event is _TERMINATION and _was_earlier(draft):
        return any(other.modality is _DONE for other in told.get((_RENEWAL, draft.ids), ()))
    if draft.hit.why == COUNTED_AGAIN and draft.dated is None:
        # «این ۱۰ شهر با … پیمان بسته‌اند», of a list that has told how things stand.
        return any(other.modality is _DONE for other in told.get((_STANDING, draft.ids), ()))
    return _is_presupposed(draft) and bool(_news(told.get((_SIGNING, draft.ids), ())))


def _is_of_renewal(draft: Draft) -> bool:
    """«در پایان سند تازه امضا شد»: a paper that is called by no name of a tie is that of the renewal told beside it."""
    signed = draft.event is _SIGNING and draft.modality is _DONE and draft.hit.trigger.head.has("sign")
    if draft.hit.trigger.clause.dates or _was_earlier(draft):
        return False
    return signed and not draft.hit.trigger.clause.has("memorandum", "friendship", *SISTER)


def _is_reporters(draft: Draft) -> bool:
    """Whether it is a reporter's summary in the lead, which the quotation outweighs: «از تصویب لایحه خبر داد»."""
    trigger = draft.hit.trigger
    return trigger.mode.why == "report" and trigger.sentence.part is _LEAD


def _was_earlier(draft: Draft) -> bool:
    """A lapse before what the text goes on to tell: «به پایان رسیده بود که تمدید شد»."""
    verb = draft.hit.trigger.mode.verb
    return verb is not None and verb.earlier


def _is_presupposed(draft: Draft) -> bool:
    """«… نخستین خواهرخوانده ماست», said of a tie whose signing is the news."""
    trigger = draft.hit.trigger
    stands = draft.event is _STANDING and draft.modality is _DONE and trigger.why == "stands"
    return stands and trigger.head.has("sister_city")


def _are_rivals(one: Draft, other: Draft) -> bool:
    """Whether two say different things of one step; what one body decides is no rival to what another does."""
    if one.event is _APPROVAL and one.authority and other.authority and one.authority.type != other.authority.type:
        return False
    return one.modality is not other.modality


def _same_tie(one: Draft, other: Draft) -> bool:
    return one.instrument == other.instrument or other.instrument is Instrument.SISTER_CITY or one.instrument is None


def _news(signings: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in signings if draft.modality in (_DONE, _PLANNED)]
