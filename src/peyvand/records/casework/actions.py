"""Cases are opened, gone through step by step, and ended. The one door for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from peyvand import lexicon
from peyvand.core.gazetteer import Place
from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.facts import Gate
from peyvand.core.procedure.pack import Effect, Level, Proof, Purpose, Rank, Step, event_of, pack_on
from peyvand.core.procedure.record import Closing, Recorded, gates_of
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import allow
from peyvand.records.audit.actions import record
from peyvand.records.casework.documents import Document, enter
from peyvand.records.casework.models import Case, CaseRecord, PackEdition
from peyvand.records.casework.packs import read_edition, versions
from peyvand.records.casework.rows import closing_of, step_records
from peyvand.records.ledger.actions import writing
from peyvand.records.ledger.rows import pack

_LONGEST = 1000
_CODED = frozenset({"US"})


class CannotRecord(ValueError):
    """What a member wants to record of a case cannot be; the message says why, for people."""


class MovedMeanwhile(Exception):
    """Somebody else has recorded something of this step since the member looked; ``other`` is that record."""

    def __init__(self, other: CaseRecord) -> None:
        super().__init__(_("Somebody else has recorded something of this step in the meantime."))
        self.other = other


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How a step ended, with its proof. ``text`` are the document's own words, if they are at hand."""

    on: date
    proofs: Mapping[Proof, str] = field(default_factory=dict)
    text: str = ""


def open_case(
    own: str,
    partner: str,
    *,
    by: Member,
    instrument: Instrument = Instrument.SISTER_CITY,
    purpose: Purpose = Purpose.CONCLUDE,
    on: date,
    levels: tuple[Level | None, Level | None] = (Level.MUNICIPALITY, Level.MUNICIPALITY),
    ranks: tuple[Rank | None, Rank | None] = (None, None),
) -> Case:
    """Open a case for a bond of two places (ids). Raises `NotAllowed` or `CannotRecord`."""
    allow(by, "case.open", places=(own, partner))
    first, second = _place(own), _place(partner)
    if first.id == second.id:
        raise CannotRecord(_("A bond is of two different places."))
    with writing() as moment:
        case = Case.objects.create(
            place_a=first.id,
            place_b=second.id,
            country_a=first.country,
            country_b=second.country,
            region_a=_region(first),
            region_b=_region(second),
            level_a=levels[0] or "",
            level_b=levels[1] or "",
            rank_a=ranks[0] or "",
            rank_b=ranks[1] or "",
            instrument=instrument,
            purpose=purpose,
            opened_on=on,
            opened_at=moment,
            member=by,
        )
        record(by, "case.open", thing=f"case:{case.pk}", places=case.places)
    return case


def ask(case: Case, side: int, step: str, *, on: date, by: Member, follows: int | None) -> CaseRecord:
    """Record that a step's clock began: its body was asked or told. ``follows`` is the number of the last record of the
    step that the member saw, None where there was none. Raises `NotAllowed`, `CannotRecord` or `MovedMeanwhile`."""
    allow(by, "case.record", places=case.places)
    return _record(case, side, step, Recorded.ASKED, on, by, follows)


def close(
    case: Case, side: int, step: str, answer: Answer, *, refused: bool = False, by: Member, follows: int | None
) -> CaseRecord:
    """Record that a step is done, or was refused: only with the proofs that it asks for, and after those before it.

    What it proves of the bond enters the ledger as an accepted statement from its document. As `ask`.
    """
    allow(by, "case.record", places=case.places)
    what = Recorded.REFUSED if refused else Recorded.DONE
    return _record(case, side, step, what, answer.on, by, follows, answer=answer)


def skip(case: Case, side: int, step: str, *, on: date, reason: str, by: Member, follows: int | None) -> CaseRecord:
    """Record that a step is left out, and why. As `ask`; skipping is a finding for as long as it stands."""
    allow(by, "case.skip", places=case.places)
    return _record(case, side, step, Recorded.SKIPPED, on, by, follows, reason=_reason(reason))


def reopen(case: Case, side: int, step: str, *, on: date, reason: str, by: Member, follows: int | None) -> CaseRecord:
    """Take the ending of a step back; its clock goes on. What the ledger heard stands until its verdict is withdrawn.
    As `ask`."""
    allow(by, "case.record", places=case.places)
    return _record(case, side, step, Recorded.REOPENED, on, by, follows, reason=_reason(reason))


def withdraw(case: Case, *, on: date, reason: str, by: Member) -> CaseRecord:
    """End a case without a signature. Raises `NotAllowed` or `CannotRecord`."""
    allow(by, "case.open", places=case.places)
    return _record_of_case(case, Closing.WITHDRAWN, on, by, reason=_reason(reason))


def resume(case: Case, *, on: date, reason: str, by: Member) -> CaseRecord:
    """Take a withdrawn case up again. As `withdraw`."""
    allow(by, "case.open", places=case.places)
    return _record_of_case(case, Closing.RESUMED, on, by, reason=_reason(reason))


def hand_over(case: Case, to: Member, *, on: date, reason: str, by: Member) -> CaseRecord:
    """Give a case to another member, who then answers for it. As `withdraw`."""
    allow(by, "case.open", places=case.places)
    if not to.in_office:
        raise CannotRecord(_("%s is no active member.") % to)
    return _record_of_case(case, Closing.HANDED_OVER, on, by, reason=_reason(reason), to=to)


def edit_pack(country: str, told: list[Mapping[str, object]], *, reason: str, by: Member) -> PackEdition:
    """Put the office's own edition of a country's procedure in the place of the one before.

    Raises `NotAllowed`, `packs.BadPack` or `CannotRecord`.
    """
    allow(by, "procedure.edit")
    edition = [pack(version) for version in read_edition(country, told)]
    with writing() as moment:
        record(by, "procedure.edit", thing=f"procedure:{country}")
        last = PackEdition.objects.filter(country=country).aggregate(last=Max("number"))["last"]
        return PackEdition.objects.create(
            country=country, number=0 if last is None else last + 1, told=edition, reason=_reason(reason),
            member=by,
            at=moment,
        )  # fmt: skip


def step_of(case: Case, side: int, key: str) -> Step:
    """A step of the procedure that a side goes by. Raises `CannotRecord` where it has none of that name."""
    if side not in (0, 1):
        raise CannotRecord(_("A case has two sides."))
    known, today = versions(case.sides[side].country), timezone.localdate()
    # Of a version that is still to come, what it asks for may be done beforehand.
    laws = [law for law in (pack_on(known, today), *(one for one in known if one.since and one.since > today)) if law]
    found = next((step for law in laws for step in law.steps(Purpose(case.purpose)) if step.key == key), None)
    if found is None:
        raise CannotRecord(_("The procedure has no such step: %s") % key)
    return found


def _record(
    case: Case,
    side: int,
    key: str,
    what: Recorded,
    on: date,
    by: Member,
    follows: int | None,
    *,
    answer: Answer | None = None,
    reason: str = "",
) -> CaseRecord:
    step = step_of(case, side, key)
    with writing() as moment:
        rows = list(CaseRecord.objects.filter(case=case).order_by("number"))
        _follow(rows, side, key, follows)
        if closing_of(rows) is Closing.WITHDRAWN:
            raise CannotRecord(_("The case is withdrawn; it has to be taken up again first."))
        gates = gates_of(step_records(rows))[side]
        _check(step, what, on, gates, moment)
        statement = ""
        if answer is not None:
            _check_proofs(step, answer)
            statement = _told(case, side, step, what, answer, by)
        record(by, "case.record", thing=f"case:{case.pk}", places=case.places, detail=str(what))
        return CaseRecord.objects.create(
            case=case, number=len(rows), side=side, step=key, what=what, on=on,
            proofs=dict(answer.proofs) if answer else {}, reason=reason, statement=statement, member=by, at=moment,
        )  # fmt: skip


def _follow(rows: list[CaseRecord], side: int, key: str, follows: int | None) -> None:
    """The next record of a step answers the last one; of two members who answer the same one, one wins."""
    last = next((row for row in reversed(rows) if row.side == side and row.step == key), None)
    if last is not None and last.number != follows:
        raise MovedMeanwhile(last)


def _check(step: Step, what: Recorded, on: date, gates: Mapping[str, Gate], now: datetime) -> None:
    gate = gates.get(step.key)
    is_closed = gate is not None and gate.outcome is not None
    if on > timezone.localdate(now) and what is not Recorded.ASKED:
        raise CannotRecord(_("What lies ahead cannot be recorded as done."))
    if what is Recorded.REOPENED and not is_closed:
        raise CannotRecord(_("Only a step that has ended can be reopened."))
    if what in (Recorded.DONE, Recorded.REFUSED, Recorded.SKIPPED) and is_closed:
        raise CannotRecord(_("This step has ended; it has to be reopened first."))
    if what in (Recorded.DONE, Recorded.REFUSED) and gate and gate.asked_on and on < gate.asked_on:
        raise CannotRecord(_("An answer cannot be older than the question."))
    if what is Recorded.DONE and step.effect is not Effect.DUTY:
        _check_before(step, gates)


def _check_before(step: Step, gates: Mapping[str, Gate]) -> None:
    """A gate opens only behind those before it: a council does not vote on what nobody proposed."""
    open_ones = [key for key in step.after if key not in gates or gates[key].outcome is None]
    if open_ones and step.effect is Effect.SIGNING:
        raise CannotRecord(_("Steps before it are still open: %s") % ", ".join(open_ones))


def _check_proofs(step: Step, answer: Answer) -> None:
    lacking = [proof for proof in step.proofs if not answer.proofs.get(proof, "").strip() and proof is not Proof.DATE]
    if lacking:
        raise CannotRecord(_("A step ends only with its proof; missing: %s") % ", ".join(lacking))


def _told(case: Case, side: int, step: Step, what: Recorded, answer: Answer, by: Member) -> str:
    event = event_of(step, Purpose(case.purpose))
    if event is None:
        return ""
    document = Document(
        case=case, side=side, step=step, event=event, refused=what is Recorded.REFUSED, on=answer.on,
        proofs=answer.proofs, text=answer.text,
    )  # fmt: skip
    return enter(document, by=by)


def _record_of_case(
    case: Case, what: Closing, on: date, by: Member, *, reason: str, to: Member | None = None
) -> CaseRecord:
    with writing() as moment:
        rows = list(CaseRecord.objects.filter(case=case).order_by("number"))
        is_withdrawn = closing_of(rows) is Closing.WITHDRAWN
        if is_withdrawn and what is not Closing.RESUMED:
            raise CannotRecord(_("The case is withdrawn; it has to be taken up again first."))
        if not is_withdrawn and what is Closing.RESUMED:
            raise CannotRecord(_("Only a withdrawn case can be taken up again."))
        record(by, "case.record", thing=f"case:{case.pk}", places=case.places, detail=str(what))
        return CaseRecord.objects.create(
            case=case, number=len(rows), what=what, on=on, reason=reason, to=to, member=by, at=moment
        )


def _reason(reason: str) -> str:
    if not reason.strip():
        raise CannotRecord(_("This needs its reason."))
    return reason.strip()[:_LONGEST]


def _place(place_id: str) -> Place:
    found = lexicon.gazetteer().place(place_id)
    if found is None:
        raise CannotRecord(_("No such place: %s") % place_id)
    return found


def _region(place: Place) -> str:
    """The code of ISO 3166-2, where the gazetteer's regions of a country have those codes."""
    return f"{place.country}-{place.region}" if place.country in _CODED and place.region else ""
