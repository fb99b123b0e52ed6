"""What members type into the forms of a case: opening it, and recording one of its steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from peyvand.core.ledger.words import Instrument
from peyvand.core.procedure.pack import Level, Proof, Purpose, Rank
from peyvand.core.procedure.record import Closing, Recorded
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.queries import NoSuchMember, member_named
from peyvand.records.casework import actions
from peyvand.records.casework.actions import Answer, CannotRecord
from peyvand.records.casework.models import Case
from peyvand.web.office.casebook import number_of
from peyvand.web.office.placing import resolved_place
from peyvand.web.shared.dates import typed_day
from peyvand.web.shared.naming import Naming

SIDES = ("own", "partner")
OPENING_FIELDS = (*SIDES, *(f"{side}_*" for side in SIDES), "instrument", "purpose", "on")
STEP_FIELDS = ("what", "side", "step", "follows", "on", "reason", "text", *(str(proof) for proof in Proof))
_LONGEST = 2_000
_LONGEST_TEXT = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The form of a new case as typed; ``faults`` are sentences by field."""

    places: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    chosen: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    namesakes: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    instrument: str = Instrument.SISTER_CITY
    purpose: str = Purpose.CONCLUDE
    on: str = ""
    levels: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, str(Level.MUNICIPALITY)))
    ranks: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(SIDES, ""))
    faults: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def typed(cls, form: QueryDict, naming: Naming) -> Opening:
        """From the form, with what is wrong in it."""
        opening = cls(
            places={side: form.get(side, "").strip() for side in SIDES},
            chosen={side: form.get(f"{side}_place", "") for side in SIDES},
            instrument=form.get("instrument", ""),
            purpose=form.get("purpose", ""),
            on=form.get("on", "").strip(),
            levels={side: form.get(f"{side}_level", str(Level.MUNICIPALITY)) for side in SIDES},
            ranks={side: form.get(f"{side}_rank", "") for side in SIDES},
        )
        return opening._resolved(naming)

    def _resolved(self, naming: Naming) -> Opening:
        faults: dict[str, str] = {}
        chosen, namesakes = dict(self.chosen), {}
        for side in SIDES:
            place, others = resolved_place(self.places[side], self.chosen[side], naming)
            chosen[side] = place
            if others:
                namesakes[side] = tuple((one.id, f"{one.name}, {naming.country(one.country)}") for one in others)
                faults[side] = _("Several places bear this name. Choose one.")
            elif not place:
                faults[side] = _("No place of this name is known.")
        if self.instrument not in set(Instrument) or self.purpose not in set(Purpose):
            faults["instrument"] = _("Choose one of the list.")
        for side in SIDES:
            if self.levels[side] not in {*Level, ""} or self.ranks[side] not in {*Rank, ""}:
                faults[f"{side}_level"] = _("Choose one of the list.")
        if typed_day(self.on) is None:
            faults["on"] = _("This is no date.")
        return replace(self, chosen=chosen, namesakes=namesakes, faults=faults)

    def open(self, *, by: Member) -> Case:
        """Open the case; only where there are no faults. Raises as `actions.open_case`."""
        on = typed_day(self.on)
        assert on is not None
        return actions.open_case(
            self.chosen["own"],
            self.chosen["partner"],
            by=by,
            instrument=Instrument(self.instrument),
            purpose=Purpose(self.purpose),
            on=on,
            levels=(_level(self.levels["own"]), _level(self.levels["partner"])),
            ranks=(_rank(self.ranks["own"]), _rank(self.ranks["partner"])),
        )


def _level(code: str) -> Level | None:
    return Level(code) if code else None


def _rank(code: str) -> Rank | None:
    return Rank(code) if code else None


def record(case: Case, form: QueryDict, *, by: Member) -> None:
    """Record what a form says of one step. Raises as the actions of `casework`."""
    what, side, step = form.get("what", ""), number_of(form.get("side", "")), form.get("step", "")
    act = _STEPS.get(what)
    if act is None or side is None:
        raise CannotRecord(_("Choose one of the list."))
    act(case, side, step, form, _day(form), by, number_of(form.get("follows", "")))


def record_whole(case: Case, form: QueryDict, *, by: Member) -> None:
    """Record what a form says of the case as a whole. As `record`."""
    what, reason, on = form.get("what", ""), form.get("reason", ""), _day(form)
    if what == Closing.WITHDRAWN:
        actions.withdraw(case, on=on, reason=reason, by=by)
    elif what == Closing.RESUMED:
        actions.resume(case, on=on, reason=reason, by=by)
    elif what == Closing.HANDED_OVER:
        actions.hand_over(case, _to(form), on=on, reason=reason, by=by)
    else:
        raise CannotRecord(_("Choose one of the list."))


def _ask(case: Case, side: int, step: str, _form: QueryDict, on: date, by: Member, follows: int | None) -> None:
    actions.ask(case, side, step, on=on, by=by, follows=follows)


def _close(case: Case, side: int, step: str, form: QueryDict, on: date, by: Member, follows: int | None) -> None:
    refused = form.get("what") == Recorded.REFUSED
    typed = {proof: form.get(str(proof), "").strip()[:_LONGEST] for proof in Proof}
    proofs = {proof: words for proof, words in typed.items() if words} | {Proof.DATE: on.isoformat()}
    answer = Answer(on=on, proofs=proofs, text=form.get("text", "").replace("\r\n", "\n")[:_LONGEST_TEXT])
    actions.close(case, side, step, answer, refused=refused, by=by, follows=follows)


def _skip(case: Case, side: int, step: str, form: QueryDict, on: date, by: Member, follows: int | None) -> None:
    actions.skip(case, side, step, on=on, reason=form.get("reason", ""), by=by, follows=follows)


def _reopen(case: Case, side: int, step: str, form: QueryDict, on: date, by: Member, follows: int | None) -> None:
    actions.reopen(case, side, step, on=on, reason=form.get("reason", ""), by=by, follows=follows)


_STEPS: Mapping[str, Callable[[Case, int, str, QueryDict, date, Member, int | None], None]] = {
    Recorded.ASKED: _ask,
    Recorded.DONE: _close,
    Recorded.REFUSED: _close,
    Recorded.SKIPPED: _skip,
    Recorded.REOPENED: _reopen,
}


def _day(form: QueryDict) -> date:
    on = typed_day(form.get("on", ""))
    if on is None:
        raise CannotRecord(_("This is no date."))
    return on


def _to(form: QueryDict) -> Member:
    try:
        return member_named(form.get("to", ""))
    except NoSuchMember as fault:
        raise CannotRecord(_("There is no member %s.") % form.get("to", "")) from fault
