"""What members decide of the register: the one door for each decision, and for taking one back."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.core.calendar import bounds
from peyvand.core.gazetteer.slugs import slug_words
from peyvand.core.ledger.bond import BondEvent, Finding
from peyvand.core.ledger.decision import (
    NAMES,
    Act,
    Decision,
    FormerName,
    Membership,
    MergeEvents,
    NameNetwork,
    Revocation,
    SamePlace,
    SettleFinding,
    SplitEvent,
    Succession,
)
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.ledger.actions import append, writing
from peyvand.records.ledger.drafts import SourceDraft, decision_draft, revocation_draft
from peyvand.records.ledger.models import Entry, Kind, Source
from peyvand.records.ledger.vault import seal
from peyvand.records.places.actions import publish
from peyvand.records.register import queries
from peyvand.records.register.actions import refold_bonds, refold_places
from peyvand.records.register.audit import open_clubs
from peyvand.records.register.decisions import decision_of, decisions_called, identity_at, stands
from peyvand.records.register.identity import Identity
from peyvand.records.register.models import Bond, City
from peyvand.records.register.rows import read_bond, read_city
from peyvand.records.register.shown import Audience, BondView

PERMISSIONS: dict[type[Act], str] = {
    MergeEvents: "event.regroup",
    SplitEvent: "event.regroup",
    SettleFinding: "finding.settle",
    SamePlace: "place.identify",
    Succession: "place.identify",
    FormerName: "place.identify",
    NameNetwork: "network.keep",
    Membership: "network.keep",
}


class CannotDecide(ValueError):
    """What a member wants to decide cannot be, or is so already; the message says why, for people."""


def merge_events(statements: Iterable[str], *, by: Member, reason: str = "") -> Decision:
    """Put the events that these statements (keys) tell of together: they are one. Raises `NotAllowed` or
    `CannotDecide`."""
    allow(by, PERMISSIONS[MergeEvents])
    named = _named(statements)
    with writing():
        view = _bond_of(named)
        allow(by, PERMISSIONS[MergeEvents], places=view.bond.places)
        events = _events_with(view, named)
        if len({(event.event, event.channel) for event in events}) > 1:
            raise CannotDecide(_("Events of different kinds are never one."))
        if len(events) < 2:
            raise CannotDecide(_("These statements tell of one event already."))
        return _decide(MergeEvents(statements=named), view.bond.places, by, reason)


def split_event(statements: Iterable[str], *, by: Member, reason: str = "") -> Decision:
    """Take these statements (keys) out of the event that they are counted to: they tell of another one. As
    `merge_events`."""
    allow(by, PERMISSIONS[SplitEvent])
    named = _named(statements)
    with writing():
        view = _bond_of(named)
        allow(by, PERMISSIONS[SplitEvent], places=view.bond.places)
        events = _events_with(view, named)
        if len(events) != 1 or not {one.statement for one in events[0].witnesses} - set(named):
            raise CannotDecide(_("Choose some, and not all, of the statements on one event."))
        return _decide(SplitEvent(statements=named), view.bond.places, by, reason)


def settle(key: str, places: Collection[str], *, by: Member, reason: str) -> Decision:
    """Settle an open finding, given by its key or mark, with a reason: one on a bond (two places), on one place's own
    page, or (no place) one on many bonds at once.

    Raises `NotAllowed`, or `CannotDecide` without a reason, or where there is no such finding any more.
    """
    allow(by, PERMISSIONS[SettleFinding], places=places)
    if not reason.strip():
        raise CannotDecide(_("A finding is settled with a reason."))
    with writing():
        identity = identity_at()
        on = tuple(sorted({identity.of(place) for place in places}))
        finding = next((one for one in _findings_on(on) if key in (one.key, one.mark)), None)
        if finding is None:
            raise CannotDecide(_("There is no such finding, or it has been settled."))
        act = SettleFinding(code=finding.code, statements=finding.statements, details=finding.details)
        return _decide(act, on, by, reason)


def same_place(place: str, into: str, *, by: Member, reason: str = "") -> Decision:
    """Say that two place ids mean one place; the second is kept. As `merge_events`."""
    allow(by, PERMISSIONS[SamePlace])
    _know(place, into)
    with writing():
        identity = identity_at()
        if identity.of(place) == identity.of(into):
            raise CannotDecide(_("These two are one place already."))
        # Whoever follows the old address has to be shown the way, so that the kept place needs one.
        publish([into])
        return _decide(SamePlace(place=place, into=into), (place, into), by, reason)


def succession(place: str, successor: str, on: str, *, by: Member, reason: str = "") -> Decision:
    """Say that a place was merged into, or followed by, another on a date (EDTF). As `merge_events`."""
    allow(by, PERMISSIONS[Succession])
    _know(place, successor)
    _check_date(on)
    with writing():
        return _decide(Succession(place=place, by=successor, on=on), (place, successor), by, reason)


def former_name(
    place: str, name: str, *, language: str, until: str | None = None, by: Member, reason: str = ""
) -> Decision:
    """Say what a place was called, until a date (EDTF) where it is known. As `merge_events`."""
    allow(by, PERMISSIONS[FormerName])
    _know(place)
    _check_date(until)
    if not name.strip():
        raise CannotDecide(_("A name has at least a letter."))
    with writing():
        act = FormerName(place=place, name=name.strip(), language=language, until=until)
        return _decide(act, (place,), by, reason)


def name_network(names: dict[str, str], *, network: str = "", by: Member, reason: str = "") -> Decision:
    """Enter a network by its names (by language), or give one, by its word in addresses, other names.

    Raises `NotAllowed`, or `CannotDecide` without a name or for a word that another network has.
    """
    allow(by, PERMISSIONS[NameNetwork])
    given = tuple(sorted((language, name.strip()) for language, name in names.items() if name.strip()))
    if not given:
        raise CannotDecide(_("A network needs a name."))
    with writing():
        word = network or slug_words(dict(given).get("en", ""))
        if not word:
            raise CannotDecide(_("A network needs an English name, of which its address is made."))
        if bool(network) != (word in _networks()):
            raise CannotDecide(_("There is no such network.") if network else _("A network of this name is on record."))
        return _decide(NameNetwork(network=word, names=given), (), by, reason)


def change_membership(
    network: str,
    place: str,
    change: str,
    *,
    by: Member,
    quote: str,
    capture: str = "",
    source: SourceDraft | None = None,
    date: str | None = None,
    reason: str = "",
) -> Decision:
    """Say, by the words of a source (``quote``, in the text of ``capture`` or of a new ``source``), that a place joined
    or left a network, on a date (EDTF) where it is said. As `merge_events`."""
    allow(by, PERMISSIONS[Membership])
    _know(place)
    _check_date(date)
    if change not in ("joined", "left"):
        raise CannotDecide(_("A place joins or leaves a network."))
    with writing() as moment:
        if network not in _networks():
            raise CannotDecide(_("There is no such network."))
        if source:
            append([], by=by, sources=[source], at=moment)
        told_in = source.capture if source else capture
        text = Source.objects.filter(capture=told_in).values_list("text", flat=True).first() or ""
        start = text.find(quote) if quote.strip() else -1
        if start < 0:
            raise CannotDecide(_("The source does not have these words."))
        act = Membership(
            network=network,
            place=place,
            change="joined" if change == "joined" else "left",
            date=date,
            capture=told_in,
            start=start,
            stop=start + len(quote),
        )
        publish([place])
        return _decide(act, (place,), by, reason)


def revoke(key: str, *, by: Member, reason: str = "") -> Revocation:
    """Take a decision back, by whoever may take such decisions. Raises `NotAllowed`, or `CannotDecide` where none of
    this key stands."""
    decision = decision_of(key)
    if decision is None:
        raise CannotDecide(_("There is no such decision."))
    allow(by, PERMISSIONS[type(decision.act)], places=decision.places)
    with writing() as moment:
        if not stands(key):
            raise CannotDecide(_("This decision has been taken back already."))
        before = identity_at()
        revocation = Revocation(decision=key, reason=seal(reason), member=str(by.pk), at=moment)
        append([revocation_draft(revocation)], by=by, at=moment)
        _note(decision, by, detail="taken back")
        _follow(decision, before)
    return revocation


def _decide(act: Act, places: Iterable[str], by: Member, reason: str) -> Decision:
    with writing() as moment:
        before = identity_at()
        if any(one.act == act for one in decisions_called(NAMES[type(act)])):
            raise CannotDecide(_("This has been decided already."))
        decision = Decision(act=act, places=tuple(places), reason=seal(reason), member=str(by.pk), at=moment)
        append([decision_draft(decision)], by=by, at=moment)
        _note(decision, by)
        _follow(decision, before)
    return decision


def _note(decision: Decision, by: Member, *, detail: str = "") -> None:
    what = PERMISSIONS[type(decision.act)]
    record(by, what, thing=f"decision:{decision.key}", places=decision.places, detail=detail)


def _follow(decision: Decision, before: Identity) -> None:
    """What the register makes of a decision, or of its end. ``before`` is who was one place until now."""
    if isinstance(decision.act, SamePlace):
        refold_places(before.ids(decision.places) | identity_at().ids(decision.places))
    elif isinstance(decision.act, MergeEvents | SplitEvent | SettleFinding):
        pair = before.pair(decision.places) if len(decision.places) == 2 else None
        refold_bonds([pair] if pair else [], decision.places)


def _named(statements: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(statements)))


def _bond_of(statements: Collection[str]) -> BondView:
    """The bond that all these statements are accepted on."""
    resolved = Entry.objects.filter(kind=Kind.RESOLUTION, subject__in=list(statements))
    identity = identity_at()
    pairs = {identity.pair(pair) for pair in resolved.values_list("place_a", "place_b") if all(pair)}
    for pair in sorted(one for one in pairs if one):
        view = queries.bond(pair, audience=Audience.OFFICE)
        if view and set(statements) <= {one.statement for event in view.bond.events for one in event.witnesses}:
            return view
    raise CannotDecide(_("These are not accepted statements on events of one bond."))


def _events_with(view: BondView, statements: Collection[str]) -> list[BondEvent]:
    return [event for event in view.bond.events if {one.statement for one in event.witnesses} & set(statements)]


def _findings_on(places: tuple[str, ...]) -> Iterable[Finding]:
    if len(places) == 2:
        row = Bond.objects.filter(audience=Audience.OFFICE, place_a=places[0], place_b=places[1]).first()
        return read_bond(row).findings if row else ()
    if not places:
        return (found.finding for found in open_clubs())
    city = City.objects.filter(audience=Audience.OFFICE, place__in=places).first()
    return read_city(city).findings if city else ()


def _networks() -> set[str]:
    return {one.act.network for one in decisions_called("name_network") if isinstance(one.act, NameNetwork)}


def _know(*places: str) -> None:
    for place in places:
        if lexicon.gazetteer().place(place) is None:
            raise CannotDecide(_("No such place: %s") % place)
    if len(set(places)) < len(places):
        raise CannotDecide(_("A place is no other than itself."))


def _check_date(edtf: str | None) -> None:
    try:
        bounds(edtf or "../..")
    except ValueError as fault:
        raise CannotDecide(_("This is no date: %s") % edtf) from fault
