"""A country's procedure: its steps with their law, their clocks and the proof each needs. Values that a file fills."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from peyvand.core.ledger.words import Event, Instrument


class Purpose(StrEnum):
    """What a procedure is for: endings and changes of a bond's type have their own."""

    CONCLUDE = "conclude"
    RENEW = "renew"
    SUSPEND = "suspend"
    END = "end"
    CHANGE = "change"


class Effect(StrEnum):
    """What a step does."""

    # The office's own work: a study, a letter, a draft.
    ACT = "act"
    # A body votes.
    DECISION = "decision"
    # A body gives leave; without its yes nothing goes on.
    PERMISSION = "permission"
    # A body is told and need not answer; ``days`` must lie between telling and signing.
    NOTICE = "notice"
    # A body is asked; after ``days`` without an objection it has agreed.
    SILENCE = "silence"
    SIGNING = "signing"
    # Owed after signing: within ``days``, or every year by a day.
    DUTY = "duty"


class Proof(StrEnum):
    """What must be on record for a step to count as done."""

    DOCUMENT = "document"
    NUMBER = "number"
    DATE = "date"
    BODY = "body"
    VOTE = "vote"


class Confidence(StrEnum):
    """How well a fact of law is known: its text was read, official practice shows it, or somebody remembers it."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Level(StrEnum):
    """Of an authority."""

    MUNICIPALITY = "municipality"
    DISTRICT = "district"
    COUNTY = "county"
    PROVINCE = "province"


class Rank(StrEnum):
    """Of the one who signs or travels for a side."""

    MAYOR = "mayor"
    DEPUTY = "deputy"
    PROVINCIAL_LEADER = "provincial_leader"


@dataclass(frozen=True, slots=True)
class Names:
    """What something is called, in English and Persian."""

    en: str
    fa: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """When a step is asked for; an empty field asks nothing. ``rank``: of the one who travels or signs."""

    partners: tuple[str, ...] = ()
    except_partners: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    ranks: tuple[Rank, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. ``after`` are keys of the steps before it; ``body`` is the code of the authority whose leave enters the
    ledger. ``days`` is the term of the law, ``working`` whether it counts working days only; ``yearly`` is ``MM-DD``.
    """

    key: str
    name: Names
    who: Names
    effect: Effect
    # What the ledger hears when it is done, where that is more than its effect tells.
    event: Event | None = None
    after: tuple[str, ...] = ()
    body: str | None = None
    days: int | None = None
    working: bool = False
    yearly: str | None = None
    proofs: tuple[Proof, ...] = ()
    law: Names | None = None
    optional: bool = False
    when: Condition = Condition()
    confidence: Confidence = Confidence.LOW
    sources: tuple[str, ...] = ()
    note: Names | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """A law against ties with some countries, from a day on. ``region``: only there (a code of ISO 3166-2)."""

    against: tuple[str, ...]
    since: date
    law: Names
    until: date | None = None
    region: str | None = None
    confidence: Confidence = Confidence.LOW
    sources: tuple[str, ...] = ()

    def binds(self, partner: str, region: str | None, on: date) -> bool:
        """Whether it forbids a tie with a partner's country on a day."""
        here = self.region is None or self.region == region
        return here and partner in self.against and self.since <= on and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A country's procedures as they hold from a day on. ``verified``: somebody held them against the law."""

    country: str
    model: Names
    since: date | None = None
    until: date | None = None
    verified: bool = False
    confidence: Confidence = Confidence.LOW
    gap: Names | None = None
    procedures: dict[Purpose, tuple[Step, ...]] = field(default_factory=dict)
    bans: tuple[Ban, ...] = ()

    def steps(self, purpose: Purpose) -> tuple[Step, ...]:
        """The steps of one procedure; where the pack has none of its own, those of the one that it is like."""
        return self.procedures.get(purpose) or self.procedures.get(_LIKE.get(purpose, purpose), ())

    def borrows(self, purpose: Purpose) -> bool:
        """Whether a procedure is taken from another one, for want of a rule of its own."""
        return bool(self.steps(purpose)) and not self.procedures.get(purpose)

    def holds(self, on: date) -> bool:
        """Whether this version was the law on a day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


_HEARD = {
    Effect.DECISION: Event.APPROVAL,
    Effect.PERMISSION: Event.APPROVAL,
    Effect.SILENCE: Event.APPROVAL,
    Effect.SIGNING: Event.SIGNING,
}
# Whoever may end a tie may rest it; a renewal or another type of tie is agreed as a new one is.
_LIKE = {
    Purpose.RENEW: Purpose.CONCLUDE,
    Purpose.CHANGE: Purpose.CONCLUDE,
    Purpose.SUSPEND: Purpose.END,
    Purpose.END: Purpose.SUSPEND,
}
_VOTED = {Purpose.SUSPEND: Event.SUSPENSION, Purpose.END: Event.TERMINATION}


def event_of(step: Step, purpose: Purpose) -> Event | None:
    """What the ledger hears when a step is done. A vote to suspend or to end is itself the suspension or the end."""
    if step.effect is Effect.DECISION and purpose in _VOTED:
        return _VOTED[purpose]
    if step.effect is Effect.SIGNING and purpose is Purpose.RENEW:
        return Event.RENEWAL
    return step.event or _HEARD.get(step.effect)


class PackFault(ValueError):
    """A procedure that cannot be followed. ``code`` says why, ``step`` and ``other`` where."""

    def __init__(self, told: str, code: str = "", step: str = "", other: str = "") -> None:
        super().__init__(told)
        self.code, self.step, self.other = code, step, other


def check(pack: Pack) -> None:
    """Raise `PackFault` unless every procedure of the pack can be gone through, step by step, to its end."""
    for purpose, steps in pack.procedures.items():
        where = f"{pack.country} {purpose}"
        keys = [step.key for step in steps]
        if len(set(keys)) != len(keys):
            raise PackFault(f"{where}: two steps have one key", "twice")
        before: set[str] = set()
        for step in steps:
            if missing := sorted(set(step.after) - before):
                told = f"{where}: {step.key} comes after {missing[0]}, which does not come before it"
                raise PackFault(told, "order", step.key, missing[0])
            _check_step(where, step)
            before.add(step.key)
        if purpose is Purpose.CONCLUDE and sum(step.effect is Effect.SIGNING for step in steps) != 1:
            raise PackFault(f"{where}: there must be one signing", "signing")


def _check_step(where: str, step: Step) -> None:
    if step.effect in (Effect.NOTICE, Effect.SILENCE) and step.days is None:
        raise PackFault(f"{where}: {step.key} has no term", "no_term", step.key)
    if step.days is not None and step.days < 0:
        raise PackFault(f"{where}: {step.key} has a term below nothing", "negative", step.key)
    if step.yearly is not None:
        try:
            date.fromisoformat(f"2001-{step.yearly}")
        except ValueError as fault:
            raise PackFault(f"{where}: {step.key} is due on no day of the year", "no_day", step.key) from fault
    if step.effect in (Effect.DECISION, Effect.PERMISSION, Effect.SILENCE) and not step.proofs:
        raise PackFault(f"{where}: {step.key} asks for no proof", "no_proof", step.key)


def pack_on(packs: tuple[Pack, ...], on: date) -> Pack | None:
    """The version of a country's pack that was the law on a day, the newest of several."""
    holding = [pack for pack in packs if pack.holds(on)]
    return max(holding, key=lambda pack: pack.since or date.min, default=None)
