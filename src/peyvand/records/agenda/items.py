"""The work list: what other rooms leave open, as items of one kind, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q, QuerySet

from peyvand.core.procedure.pack import Effect
from peyvand.core.procedure.plan import Duty
from peyvand.core.procedure.track import Station, Where
from peyvand.core.text import fold_words
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow, may
from peyvand.records.accounts.scopes import rows_within
from peyvand.records.agenda.kinds import Kind
from peyvand.records.agenda.models import Assignment, Remark, Snooze
from peyvand.records.casework.queries import CaseView, cases
from peyvand.records.intake.paging import PAGE, pages_of
from peyvand.records.intake.waiting import Queue, Waiting, queue
from peyvand.records.letters.queries import LetterLine, awaiting

_DUE = frozenset({Where.READY, Where.RUNNING, Where.AGREED_BY_SILENCE})
# How long before its end a term is on the list, and how long after, where nobody has said what became of it.
_AHEAD, _BEHIND = timedelta(days=180), timedelta(days=365)
# A member's own term of office is told of later: it takes a handover, no negotiation.
_HANDOVER = timedelta(days=60)
_UNDATED = (Kind.PAST, Kind.STALE, Kind.FINDING)


@dataclass(frozen=True, slots=True)
class Gate:
    """A step of an open case that can be begun or whose clock runs."""

    view: CaseView
    side: int
    station: Station


@dataclass(frozen=True, slots=True)
class Owed:
    """A duty after a signature."""

    view: CaseView
    duty: Duty


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """The end of a member's term of office."""

    member: Member


About = Waiting | Gate | Owed | LetterLine | OfficeTerm | Remark


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to do. ``key`` names it for good; ``due`` is the day on which it is due, None where nothing says."""

    key: str
    kind: Kind
    about: About
    due: date | None = None
    assigned: Member | None = None
    snoozed_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which items are asked for: of one kind, those of one member, with those that are snoozed, and with these words or
    on these places (ids)."""

    kind: str = ""
    mine: bool = False
    snoozed: bool = False
    words: str = ""
    places: Collection[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """One page of the work list. ``found`` items fit what was asked for, ``counts`` of each kind."""

    items: tuple[Item, ...]
    page: int
    pages: int
    found: int
    counts: Mapping[Kind, int]


def agenda(member: Member, *, language: str, today: date, wanted: Wanted | None = None, page: int = 1) -> Agenda:
    """What waits for a member, what is due first, then by kind. Raises `NotAllowed`.

    The number of questions is the same whatever waits; a member sees the kinds that the role may, within the scope.
    """
    allow(member, "office.enter")
    wanted = wanted or Wanted()
    noted = _Noted.of(member, today, wanted)
    dated = list(_dated(member, language, today, wanted, noted))
    sources = _sources(member, wanted, noted)
    remarks = _remarks(member, wanted, noted)
    counts = Counter(item.kind for item in dated)
    counts[Kind.SOURCE] = sources.found if sources else 0
    counts.update(remarks.counts)
    found = counts.total()
    page = max(1, min(page, pages_of(found)))
    items = _slice(dated, sources, remarks, counts, (page - 1) * PAGE)
    return Agenda(items=tuple(noted.on(items)), page=page, pages=pages_of(found), found=found, counts=counts)


def dated(member: Member, *, language: str, today: date) -> list[Item]:
    """All that is due on a day, in the order of the days: for calendars. Raises `NotAllowed`."""
    allow(member, "office.enter")
    return list(_dated(member, language, today, Wanted(), _Noted.of(member, today, Wanted())))


def _slice(
    dated: Sequence[Item], sources: Queue | None, remarks: _Remarks, counts: Mapping[Kind, int], start: int
) -> list[Item]:
    """A page of items from one on: those with a day, then the sources, then what the register remarks, by kind."""
    items = list(dated[start : start + PAGE])
    start = max(0, start - len(dated))
    if sources and len(items) < PAGE:
        lines = sources.lines(start, PAGE - len(items))
        items += [Item(key=f"source:{one.source.capture}", kind=Kind.SOURCE, about=one) for one in lines]
        start = max(0, start - sources.found)
    for kind in _UNDATED:
        if start < counts[kind] and len(items) < PAGE:
            items += [_remarked(one) for one in remarks.some(kind, start, PAGE - len(items))]
        start = max(0, start - counts[kind])
    return items


def _dated(member: Member, language: str, today: date, wanted: Wanted, noted: _Noted) -> Iterator[Item]:
    items: list[Item] = []
    if may(member, "case.see") and wanted.kind in ("", Kind.GATE, Kind.DUTY):
        items += [item for view in cases(member, language=language, today=today) for item in _of_case(view, wanted)]
    if may(member, "letter.see") and wanted.kind in ("", Kind.LETTER):
        items += _letters(member, wanted)
    if wanted.kind in ("", Kind.TERM):
        items += _terms(member, today, wanted)
    shown = [item for item in items if (not wanted.kind or item.kind == wanted.kind) and noted.shows(item)]
    return iter(sorted(shown, key=lambda item: (item.due or date.max, list(Kind).index(item.kind), item.key)))


def _of_case(view: CaseView, wanted: Wanted) -> Iterator[Item]:
    number = view.case.pk
    if wanted.words and not _has_words(wanted, view.names, view.case.places):
        return
    if view.state == "open":
        for side, stations in enumerate(view.plan.tracks):
            for one in stations:
                if one.where in _DUE and one.step.effect is not Effect.SIGNING:
                    key = f"gate:{number}:{side}:{one.step.key}"
                    yield Item(key=key, kind=Kind.GATE, about=Gate(view, side, one), due=one.earliest)
    elif view.state == "signed":
        for duty in view.plan.duties:
            key = f"duty:{number}:{duty.side}:{duty.step.key}"
            yield Item(key=key, kind=Kind.DUTY, about=Owed(view, duty), due=duty.by)


def _letters(member: Member, wanted: Wanted) -> Iterator[Item]:
    for line in awaiting(member):
        letter = line.letter
        if not wanted.words or _has_words(wanted, (letter.subject,), letter.places):
            yield Item(key=f"letter:{letter.pk}", kind=Kind.LETTER, about=line, due=letter.answer_by)


def _has_words(wanted: Wanted, names: Iterable[str], places: Iterable[str]) -> bool:
    words = fold_words(wanted.words)
    return any(words in fold_words(name) for name in names) or any(place in wanted.places for place in places)


def _terms(member: Member, today: date, wanted: Wanted) -> Iterator[Item]:
    ending = Remark.objects.filter(
        _open_to(member), _on(wanted), kind=Kind.TERM, due__gte=today - _BEHIND, due__lte=today + _AHEAD
    )
    yield from (_remarked(one) for one in ending)
    if may(member, "member.hand_over") and not wanted.words:
        soon = Member.objects.filter(is_active=True, serves_until__lte=today + _HANDOVER)
        yield from (
            Item(key=f"term:member-{one.pk}", kind=Kind.TERM, about=OfficeTerm(one), due=one.serves_until)
            for one in soon
        )


def _remarked(one: Remark) -> Item:
    kind = Kind(one.kind)
    name = "term" if kind is Kind.TERM else "finding"
    return Item(key=f"{name}:{one.mark}", kind=kind, about=one, due=one.due)


def _sources(member: Member, wanted: Wanted, noted: _Noted) -> Queue | None:
    if wanted.kind not in ("", Kind.SOURCE) or not may(member, "statement.see_proposed"):
        return None
    found = queue(member, words=wanted.words)
    return found.only(noted.only("source")) if wanted.mine else found.without(noted.hidden("source"))


@dataclass(frozen=True)
class _Remarks:
    """What the register remarks and no day tells when it is due: kind by kind, each counted by its index alone."""

    rows: QuerySet[Remark]
    kinds: Sequence[Kind]

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many there are of each kind."""
        return {kind: self.rows.filter(kind=kind).count() for kind in self.kinds}

    def some(self, kind: Kind, start: int, most: int) -> Iterable[Remark]:
        """So many of a kind from one on."""
        return self.rows.filter(kind=kind).order_by("code", "place_a", "place_b", "pk")[start : start + most]


@dataclass(frozen=True)
class _FewRemarks(_Remarks):
    """Those on a few places, read at once: their own index finds them, and no other is to be taken in its stead."""

    @cached_property
    def read(self) -> Sequence[Remark]:
        return sorted(self.rows, key=lambda one: (one.code, one.place_a, one.place_b, one.pk))

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        return {kind: sum(one.kind == kind for one in self.read) for kind in self.kinds}

    def some(self, kind: Kind, start: int, most: int) -> Iterable[Remark]:
        return [one for one in self.read if one.kind == kind][start : start + most]


def _remarks(member: Member, wanted: Wanted, noted: _Noted) -> _Remarks:
    rows = Remark.objects.filter(_open_to(member), _on(wanted))
    if wanted.mine:
        rows = rows.filter(mark__in=noted.only("finding"))
    if hidden := noted.hidden("finding"):
        rows = rows.exclude(mark__in=hidden)
    kinds = [kind for kind in _UNDATED if wanted.kind in ("", kind)]
    return _FewRemarks(rows, kinds) if wanted.words or wanted.mine else _Remarks(rows, kinds)


def _open_to(member: Member) -> Q:
    return rows_within(member, "statement.see_proposed")


def _on(wanted: Wanted) -> Q:
    if not wanted.words:
        return Q()
    return Q(place_a__in=wanted.places) | Q(place_b__in=wanted.places)


@dataclass(frozen=True)
class _Noted:
    """What members did with items: to whom they were given, and until when this member has put them off."""

    member: Member
    today: date
    wanted: Wanted
    assigned: Mapping[str, Member]
    snoozed: Mapping[str, date]

    @classmethod
    def of(cls, member: Member, today: date, wanted: Wanted) -> _Noted:
        given = Assignment.objects.select_related("to")
        return cls(
            member=member,
            today=today,
            wanted=wanted,
            assigned={one.item: one.to for one in (given.filter(to=member) if wanted.mine else given)},
            snoozed=dict(Snooze.objects.filter(member=member).values_list("item", "until")),
        )

    def shows(self, item: Item) -> bool:
        """Whether an item is asked for."""
        until = self.snoozed.get(item.key)
        if not self.wanted.snoozed and until and until > self.today:
            return False
        return not self.wanted.mine or item.key in self.assigned or _responsible(item) == self.member

    def only(self, kind: str) -> list[str]:
        """The names of the items of a kind that are this member's and shown."""
        hidden = set(self.hidden(kind))
        return [name for name in _named(self.assigned, kind) if name not in hidden]

    def hidden(self, kind: str) -> list[str]:
        """The names of the items of a kind that this member has put off and does not ask for."""
        put_off = (item for item, until in self.snoozed.items() if until > self.today)
        return [] if self.wanted.snoozed else list(_named(put_off, kind))

    def on(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items with what was done with them."""
        for item in items:
            yield replace(item, assigned=self.assigned.get(item.key), snoozed_until=self.snoozed.get(item.key))


def _named(keys: Iterable[str], kind: str) -> Iterator[str]:
    prefix = f"{kind}:"
    return (key.removeprefix(prefix) for key in keys if key.startswith(prefix))


def _responsible(item: Item) -> Member | None:
    about = item.about
    if isinstance(about, LetterLine):
        return about.letter.member
    return about.view.responsible if isinstance(about, Gate | Owed) else None
