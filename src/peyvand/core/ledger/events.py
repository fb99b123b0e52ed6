"""Groups of statements as events on a day: what was done by then, is planned, wished or denied, and who says so.

Done beats planned beats wished. On a day before it was done, an event is what had been announced of it by that day.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from peyvand.core.ledger.bond import BondEvent, Known, Witness
from peyvand.core.ledger.days import ALWAYS, BEGIN, END, Days
from peyvand.core.ledger.grouping import Group, Kind
from peyvand.core.ledger.hearing import Heard, first_copies
from peyvand.core.ledger.policy import Policies
from peyvand.core.ledger.words import Event, Modality, SourceKind

_DOCUMENTS = frozenset({SourceKind.SIGNED_TEXT, SourceKind.RESOLUTION})
# Best known first.
_KNOWN = (Known.DOCUMENTED, Known.REPORTED, Known.CLAIMED)
_EVENT_ORDER = {event: at for at, event in enumerate(Event)}
# The finer code of a termination at which a term ends by itself.
TERM_ENDS = "END6"
# Steps that a later one of the same kind fulfils, however late; for others that is another happening.
_POSTPONED = frozenset({Event.APPROVAL, Event.DRAFTING, Event.SIGNING, Event.RENEWAL})


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with the group it comes from; ``days`` are its bounds, ``voices`` the statements that decide it.

    ``lapsed``: the end of a term that has run out, nothing done.
    """

    event: BondEvent
    group: Group
    days: Days
    voices: tuple[Heard, ...]
    done: bool
    lapsed: bool = False

    def holds(self, day: int) -> bool:
        """Whether it was surely done by that day."""
        return self.done and self.days.last <= day

    @property
    def statements(self) -> tuple[str, ...]:
        """The witnesses' statements that decide it, without copies and headlines."""
        deciding = {voice.key for voice in self.voices}
        return tuple(sorted(one.statement for one in self.event.witnesses if one.statement in deciding))


def happenings_at(groups: Sequence[Group], places: tuple[str, str], day: int, policies: Policies) -> list[Happening]:
    """What is known of each group for that day (an ordinal), in the order of time; what nobody had said is left out."""
    shown = [
        happening
        for key, group in zip(_keys(groups, places), groups, strict=True)
        if (happening := _at(key, group, day, places)) is not None
    ]
    return _mark_overdue(_mark_lapsed(sorted(shown, key=_chronological), day), day, policies)


def best_known(known: Iterable[Known]) -> Known:
    """The best of several ways of knowing; claimed for none."""
    return min(known, key=_KNOWN.index, default=Known.CLAIMED)


def known_of(one: Heard, places: tuple[str, str]) -> Known:
    """How well one statement makes its matter known. A tie that nobody named vouches for on both sides is claimed."""
    kind = one.fact.source.kind
    if kind in _DOCUMENTS:
        return Known.DOCUMENTED
    if kind is SourceKind.DATASET_ROW:
        return Known.CLAIMED
    said = one.fact.statement
    if said.event is Event.STANDING and len(one.sides) == 2 and not said.speaker:
        return Known.REPORTED if one.fact.source.speaks_for in places else Known.CLAIMED
    return Known.REPORTED


def _keys(groups: Sequence[Group], places: tuple[str, str]) -> list[str]:
    """A short name for each group that further witnesses leave alone: its kind, its date, and a number if need be."""
    seen: Counter[str] = Counter()
    keys = []
    for group in groups:
        name = "\n".join((*sorted(places), *group.kind.sort_key, _date(group.heard) or ""))
        keys.append(sha256(f"{name}\n{seen[name]}".encode()).hexdigest()[:16])
        seen[name] += 1
    return keys


def _at(key: str, group: Group, day: int, places: tuple[str, str]) -> Happening | None:
    done = tuple(one for one in group.heard if one.done)
    days = _common(done, merged=group.merged)
    if done and days.first <= day:
        return _happening(key, group, Modality.DONE, done, days, [*group.heard, *group.headlines], places)
    told = [one for one in group.heard if not one.done and one.told_by <= day]
    if not told:
        return None
    modality = _prevailing(told)
    voices = tuple(one for one in told if one.modality is modality)
    listed = [*told, *(one for one in group.headlines if not one.done and one.told_by <= day)]
    return _happening(key, group, modality, voices, _common(voices, merged=group.merged), listed, places)


def _happening(
    key: str,
    group: Group,
    modality: Modality,
    voices: tuple[Heard, ...],
    days: Days,
    listed: list[Heard],
    places: tuple[str, str],
) -> Happening:
    contested = modality is Modality.DONE and _denied(voices, group.heard, days)
    event = BondEvent(
        key=key,
        event=group.kind.event,
        modality=modality,
        date=_date(voices),
        earliest=days.earliest,
        latest=days.latest,
        instrument=group.kind.instrument,
        authority=group.kind.authority,
        acts=tuple(sorted({place for one in voices for place in one.acts})),
        sides=tuple(sorted({place for one in voices for place in one.sides})),
        witnesses=_witnesses(listed),
        known=Known.CONTESTED if contested else best_known(known_of(one, places) for one in voices),
        channel=group.kind.channel,
        code=min((one.fact.statement.code for one in voices if one.fact.statement.code), default=None),
    )
    return Happening(event, group, days, voices, done=modality is Modality.DONE)


def _common(heard: Sequence[Heard], *, merged: bool) -> Days:
    """The days that all allow, and where members put together what names different days, the span from the first of
    them to the last. What is denied is denied of the days up to its telling."""
    when = [one.when.by(one.told_by) if one.modality is Modality.DENIED else one.when for one in heard]
    if merged and when:
        return Days(*sorted((max(days.first for days in when), min(days.last for days in when))))
    common = ALWAYS
    for days in sorted(when, key=lambda days: (days.vagueness, days)) if len(when) > 1 else when:
        common = common.shared(days)
    return common


def _date(heard: Iterable[Heard]) -> str | None:
    """The most precise of the dates that were said, as EDTF."""
    dated = [(one.said.vagueness, one.said, one.fact.resolution.date) for one in heard if one.fact.resolution.date]
    return min(dated)[2] if dated else None


def _prevailing(told: list[Heard]) -> Modality:
    """Of what is not done: planned before wished, unless another source surely takes it back.

    That a thing is not done yet, said on no known day, takes no plan back.
    """
    ahead = [one for one in told if one.modality is not Modality.DENIED]
    if not ahead:
        return Modality.DENIED
    sources = {one.source for one in ahead}
    last = max(END if one.published is None else one.published for one in ahead)
    if any(
        one.modality is Modality.DENIED
        and one.source not in sources
        and (one.said != ALWAYS or (one.published or BEGIN) >= last)
        for one in told
    ):
        return Modality.DENIED
    planned = any(one.modality is Modality.PLANNED for one in ahead)
    return Modality.PLANNED if planned else Modality.WISHED


def _denied(done: Iterable[Heard], heard: Iterable[Heard], days: Days) -> bool:
    """Whether another source denies what is done, and not merely before it was done."""
    sources = {one.source for one in done}
    return any(
        one.modality is Modality.DENIED
        and sources - {one.source}
        and one.told_by >= days.first
        and (one.published is None or one.published >= days.last)
        for one in heard
    )


def _witnesses(listed: list[Heard]) -> tuple[Witness, ...]:
    """The statements of each source once: of copies of one text the earliest speaks."""
    chosen = first_copies(listed)
    return tuple(_witness(one) for one in sorted(chosen, key=lambda one: (one.copy, one.key)))


def _witness(one: Heard) -> Witness:
    said, source = one.fact.statement, one.fact.source
    return Witness(
        statement=one.key,
        capture=source.capture,
        quote=one.fact.quote,
        modality=said.modality,
        span=said.span,
        part=said.part,
        kind=source.kind,
        published=source.published,
        speaks_for=source.speaks_for,
    )


def _chronological(happening: Happening) -> tuple[object, ...]:
    days = happening.days
    day = days.first if days.first > BEGIN else days.last
    return day, days.last, _EVENT_ORDER[happening.event.event], happening.event.key


def _mark_lapsed(shown: list[Happening], day: int) -> list[Happening]:
    """A term that ended before the day, unless a renewal had given it a later end, or came after it was told."""
    terms = [one for one in shown if one.event.code == TERM_ENDS and one.event.modality is Modality.PLANNED]
    renewals = [one for one in shown if one.event.event is Event.RENEWAL and one.holds(day)]

    def renewed(term: Happening) -> bool:
        told = min(voice.told_by for voice in term.voices)
        longer = any(other.days.last > term.days.last for other in terms)
        within = (one for one in renewals if one.days.last <= term.days.last)
        return any(longer or told < one.days.first for one in within)

    lapsed = {term.event.key for term in terms if term.days.last < day and not renewed(term)}
    return [replace(one, lapsed=True) if one.event.key in lapsed else one for one in shown]


def _mark_overdue(shown: list[Happening], day: int, policies: Policies) -> list[Happening]:
    done: dict[Kind, list[int]] = defaultdict(list)
    for happening in shown:
        if happening.done:
            insort(done[happening.group.kind], happening.days.last)
    return [
        replace(happening, event=replace(happening.event, overdue=True))
        if _is_overdue(happening, day, done[happening.group.kind], policies)
        else happening
        for happening in shown
    ]


def _is_overdue(happening: Happening, day: int, done: list[int], policies: Policies) -> bool:
    """Planned, past, and no happening of the kind since it was told that would be its fulfilment."""
    if happening.event.modality is not Modality.PLANNED or happening.days.last >= day:
        return False
    if happening.event.code == TERM_ENDS:
        return False
    told = min(voice.told_by for voice in happening.voices)
    late = END if happening.event.event in _POSTPONED else happening.days.last + policies.one_happening.days
    at = bisect_left(done, told)
    return at == len(done) or done[at] > late
