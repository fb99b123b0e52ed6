"""How many sister cities a place has, by a written rule, always with the list; and a claim beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from peyvand.core.ledger.bond import Bond, BondEvent, Day, Finding, Known, Side, State
from peyvand.core.ledger.claim import CountFact
from peyvand.core.ledger.days import ALWAYS, Days, days_of
from peyvand.core.ledger.policy import USUAL, CountRule, Policies
from peyvand.core.ledger.words import Event, Instrument, Modality
from peyvand.core.text import Part

_ALIVE = frozenset({State.IN_FORCE, State.DORMANT})
_TELLS_OF_A_TIE = frozenset({Event.STANDING, Event.SIGNING, Event.RENEWAL})


@dataclass(frozen=True, slots=True)
class Member:
    """One partner under a rule: whether it counts, the reason as a code, and since when (EDTF) where it is known.

    Reasons: ``counts``; ``no_tie``, ``lower_instrument``, ``suspended`` and the other states; ``contested``,
    ``not_documented``, ``no_signing``, ``no_council_approval``, ``not_said``.
    """

    place: str
    counts: bool
    reason: str
    since: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The answer to "how many", with its list: those that count, then those that do not, each with its reason."""

    rule: CountRule
    place: str
    as_of: date
    members: tuple[Member, ...]

    @property
    def places(self) -> tuple[str, ...]:
        """The partners that count, the longest standing first, those without a known day last."""
        return tuple(member.place for member in self.members if member.counts)

    @property
    def n(self) -> int:
        """How many partners count."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number in the order of the ties' days; a range where the days leave the order open."""

    least: int
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A claimed number beside the register's own, as of the day of the claim (``on``), member by member.

    ``kind`` and ``partner`` are the claim's. ``gap`` is what the claim has too many (below zero: too few).
    """

    claim: str
    on: Day
    kind: str
    partner: str | None
    rule: CountRule
    claimed: int
    counted: Ordinal
    gap: int
    members: tuple[Member, ...]


def count_sisters(
    bonds: Iterable[Bond], place: str, rule: CountRule, as_of: date, policies: Policies = USUAL
) -> Counted:
    """The sister cities of ``place`` by ``rule``, from its bonds as folded on the day ``as_of``.

    Bonds of other places are passed over.
    """
    members = [_member(bond, bond.places.index(place), rule, policies) for bond in bonds if place in bond.places]
    return counted(members, place, rule, as_of)


def members_of(bond: Bond, policies: Policies) -> tuple[tuple[Member, ...], tuple[Member, ...]]:
    """What the bond makes of each of its places' partners, in the order of ``bond.places``: a member for each rule."""
    first, second = (tuple(_member(bond, at, rule, policies) for rule in policies.count_rules) for at in (0, 1))
    return first, second


def counted(members: Iterable[Member], place: str, rule: CountRule, as_of: date) -> Counted:
    """The count whose members, by this rule on this day, are known."""
    return Counted(rule=rule, place=place, as_of=as_of, members=tuple(sorted(members, key=_longest_first)))


def ordinal_of(counted: Counted, partner: str) -> Ordinal | None:
    """Which number the partner has among those that count, None where it does not count."""
    others = [_since(member) for member in counted.members if member.counts and member.place != partner]
    own = next((_since(member) for member in counted.members if member.counts and member.place == partner), None)
    if own is None:
        return None
    return Ordinal(
        least=1 + sum(other.last < own.first for other in others),
        most=1 + sum(other.first <= own.last for other in others),
    )


def compare_claim(claim: CountFact, counted: Counted) -> Difference:
    """The claim beside the count, member by member.

    A partner that is said to become the n-th, and does not count yet, would come after all that do.
    """
    if claim.claim.kind == "ordinal" and claim.resolution.partner:
        ours = ordinal_of(counted, claim.resolution.partner) or Ordinal(counted.n + 1, counted.n + 1)
    else:
        ours = Ordinal(counted.n, counted.n)
    n = claim.claim.n
    return Difference(
        claim=claim.claim.key,
        on=counted.as_of,
        kind=claim.claim.kind,
        partner=claim.resolution.partner,
        rule=counted.rule,
        claimed=n,
        counted=ours,
        gap=max(n - ours.most, 0) + min(n - ours.least, 0),
        members=counted.members,
    )


def differences_of_city(
    place: str,
    claims: Iterable[CountFact],
    *,
    as_of: date,
    bonds_on: Callable[[date], Iterable[Bond]],
    policies: Policies = USUAL,
) -> tuple[Difference, ...]:
    """Each claim on ``place`` that some count rule does not confirm beside the count by every rule, in their order.

    A claim is held against the bonds of its own day of publication (``as_of`` where that is unknown), so
    ``bonds_on`` gives the place's bonds folded on a day; claims published after ``as_of`` are left out.
    """
    counts: dict[date, list[Counted]] = {}
    found: list[Difference] = []
    for claim in sorted(claims, key=lambda one: one.claim.key):
        day = claim.source.published or as_of
        if claim.resolution.city != place or day > as_of:
            continue
        if day not in counts:
            bonds = list(bonds_on(day))
            counts[day] = [count_sisters(bonds, place, rule, day, policies) for rule in policies.count_rules]
        differences = [compare_claim(claim, counted) for counted in counts[day]]
        if any(difference.gap for difference in differences):
            found += differences
    return tuple(found)


def count_findings(differences: Iterable[Difference]) -> tuple[Finding, ...]:
    """One ``count_differs`` finding for each claim among the differences of a city."""
    return tuple(_finding(list(of_claim)) for _, of_claim in groupby(differences, key=lambda one: one.claim))


def _finding(differences: Sequence[Difference]) -> Finding:
    first = differences[0]
    return Finding(
        code="count_differs",
        statements=(first.claim,),
        details=(
            ("claimed", str(first.claimed)),
            ("kind", first.kind),
            ("partner", first.partner or ""),
            ("on", first.on.isoformat()),
            *((str(one.rule), _number(one.counted)) for one in differences),
        ),
    )


def _number(ordinal: Ordinal) -> str:
    return str(ordinal.least) if ordinal.least == ordinal.most else f"{ordinal.least}-{ordinal.most}"


def _member(bond: Bond, at: int, rule: CountRule, policies: Policies) -> Member:
    side, partner = bond.sides[at], bond.places[1 - at]
    by_its_word = rule is CountRule.CITY_SAYS
    reason = _said(bond, side) if by_its_word else _standing(side) or _proof(bond, side, rule, policies)
    return Member(partner, not reason, reason or "counts", side.standing.since)


def _standing(side: Side) -> str:
    """Why the side's standing is none of a sister city, or nothing."""
    standing = side.standing
    if standing.state is State.NONE:
        return "no_tie"
    if standing.state not in _ALIVE:
        return str(standing.state)
    if standing.instrument is not Instrument.SISTER_CITY:
        return "lower_instrument"
    return "contested" if standing.known is Known.CONTESTED else ""


def _proof(bond: Bond, side: Side, rule: CountRule, policies: Policies) -> str:
    """Why the proofs do not satisfy the rule, or nothing."""
    if rule is CountRule.DOCUMENTED_ONLY:
        return "" if side.standing.known is Known.DOCUMENTED else "not_documented"
    if not any(_done(event, Event.SIGNING) and event.instrument is Instrument.SISTER_CITY for event in bond.events):
        return "no_signing"
    # CLAIR's tests are a text signed by both heads, no limit to one field, and a vote of the council. A sister city's
    # text is not limited by its kind; whether both heads signed is taken from the report of the signing.
    if rule is CountRule.CLAIR_THREE_TESTS and not any(
        _done(event, Event.APPROVAL) and event.authority in policies.councils and _acts(event) == (side.place,)
        for event in bond.events
    ):
        return "no_council_approval"
    return ""


def _said(bond: Bond, side: Side) -> str:
    """Why the place's own word does not make the partner a sister city, or nothing."""
    if side.standing.state in (State.ENDED, State.EXPIRED, State.BARRED):
        return str(side.standing.state)
    own_word = any(
        _own_word(event, side.place)
        for event in bond.events
        if event.event in _TELLS_OF_A_TIE
        and event.modality is Modality.DONE
        and event.instrument is Instrument.SISTER_CITY
        and side.place in event.sides
    )
    return "" if own_word else "not_said"


def _own_word(event: BondEvent, place: str) -> bool:
    if event.event is Event.STANDING and event.sides == (place,):
        return True
    return any(
        witness.speaks_for == place and witness.modality is Modality.DONE and witness.part is not Part.TITLE
        for witness in event.witnesses
    )


def _done(event: BondEvent, kind: Event) -> bool:
    vouched = event.known in (Known.DOCUMENTED, Known.REPORTED)
    return event.event is kind and event.modality is Modality.DONE and vouched


def _acts(event: BondEvent) -> tuple[str, ...]:
    return event.acts or event.sides


def _since(member: Member) -> Days:
    return days_of(member.since)


def _longest_first(member: Member) -> tuple[bool, bool, Days, str]:
    days = _since(member)
    return not member.counts, days == ALWAYS, days, member.place
