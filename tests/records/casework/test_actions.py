from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories.readings import ISFAHAN, KAZAN
from tests.records.casework.conftest import OPENED, PROOFS, done

from peyvand.core.ledger.words import Event, Modality, SourceKind
from peyvand.core.procedure.pack import Proof
from peyvand.core.procedure.record import Closing, Recorded
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import NotAllowed
from peyvand.records.casework import actions
from peyvand.records.casework.actions import Answer, CannotRecord, MovedMeanwhile
from peyvand.records.casework.models import Case, CaseRecord
from peyvand.records.casework.packs import BadPack
from peyvand.records.ledger.models import Source
from peyvand.records.register import queries as register
from peyvand.records.register.gathering import about_source, gather
from peyvand.records.register.shown import Audience

pytestmark = pytest.mark.django_db


def test_a_case_knows_its_sides(kazan: Case) -> None:
    assert (str(kazan), kazan.country_b) == (f"{kazan.pk} {ISFAHAN.id}–{KAZAN.id}", "RU")
    assert [side.country for side in kazan.sides] == ["IR", "RU"]


def test_a_closed_gate_enters_the_ledger_as_a_statement_from_its_document(kazan: Case, officer: Member) -> None:
    answer = Answer(on=date(2025, 3, 5), proofs=PROOFS, text="مصوبه شورا درباره کازان")
    record = actions.close(kazan, 0, "council", answer, by=officer, follows=None)
    source = Source.objects.get()
    (one,) = gather(about_source(source.capture)).statements.values()

    assert (one.key, one.judged.status) == (record.statement, "accepted")
    assert (one.statement.event, one.statement.authority, one.resolution.date) == (
        Event.APPROVAL,
        "city_council",
        "2025-03-05",
    )
    assert (source.kind, source.public, source.meta["code"]) == (SourceKind.RESOLUTION, False, PROOFS[Proof.NUMBER])
    assert source.text.endswith("مصوبه شورا درباره کازان")
    assert one.quote == source.text.splitlines()[0]


def test_a_signature_makes_the_bond(kazan: Case, officer: Member) -> None:
    for step in ("interior", "foreign", "form_check"):
        done(kazan, step, officer)
    done(kazan, "signing", officer, on=date(2025, 4, 9))
    bond = register.bond((ISFAHAN.id, KAZAN.id), audience=Audience.OFFICE)

    assert bond is not None
    assert [str(side.standing.instrument) for side in bond.bond.sides] == ["sister_city", "sister_city"]


def test_nobody_signs_before_the_gates_before_it(kazan: Case, officer: Member) -> None:
    with pytest.raises(CannotRecord, match="interior, foreign, form_check"):
        done(kazan, "signing", officer)

    assert not CaseRecord.objects.exists()


def test_a_refusal_is_denied_leave(kazan: Case, officer: Member) -> None:
    done(kazan, "interior", officer, refused=True)
    (one,) = gather(about_source(Source.objects.get().capture)).statements.values()

    assert one.statement.modality is Modality.DENIED


def test_a_gate_closes_only_with_its_proof(kazan: Case, officer: Member) -> None:
    with pytest.raises(CannotRecord, match="number, vote, document"):
        actions.close(kazan, 0, "council", Answer(on=OPENED, proofs={Proof.NUMBER: " "}), by=officer, follows=None)

    assert not Source.objects.exists()


def test_of_two_who_answer_one_record_one_wins(kazan: Case, officer: Member, legal: Member) -> None:
    first = done(kazan, "council", officer)
    with pytest.raises(MovedMeanwhile) as lost:
        done(kazan, "council", legal)

    assert lost.value.other == first


def test_an_ended_step_is_reopened_before_it_ends_anew(kazan: Case, officer: Member) -> None:
    first = done(kazan, "council", officer)
    with pytest.raises(CannotRecord):
        done(kazan, "council", officer, follows=first.number)
    again = actions.reopen(kazan, 0, "council", on=OPENED, reason="رأی‌گیری دوباره", by=officer, follows=first.number)

    assert done(kazan, "council", officer, follows=again.number).number == 2
    with pytest.raises(CannotRecord):
        actions.reopen(kazan, 0, "interior", on=OPENED, reason="x", by=officer, follows=None)


def test_skipping_needs_a_right_and_a_reason(kazan: Case, officer: Member, head_of_office: Member) -> None:
    with pytest.raises(NotAllowed):
        actions.skip(kazan, 0, "study", on=OPENED, reason="x", by=officer, follows=None)
    with pytest.raises(CannotRecord):
        actions.skip(kazan, 0, "study", on=OPENED, reason=" ", by=head_of_office, follows=None)

    skipped = actions.skip(kazan, 0, "study", on=OPENED, reason="پیش‌تر شده", by=head_of_office, follows=None)
    assert (skipped.what, skipped.reason) == (Recorded.SKIPPED, "پیش‌تر شده")


@pytest.mark.parametrize(("side", "step"), [(2, "council"), (0, "nonsense"), (1, "interior")])
def test_a_step_that_the_procedure_lacks_is_refused(kazan: Case, officer: Member, side: int, step: str) -> None:
    with pytest.raises(CannotRecord):
        actions.ask(kazan, side, step, on=OPENED, by=officer, follows=None)


def test_days_are_in_order(kazan: Case, officer: Member) -> None:
    ahead = timezone.localdate() + timedelta(days=3)
    asked = actions.ask(kazan, 0, "interior", on=ahead, by=officer, follows=None)

    with pytest.raises(CannotRecord, match="lies ahead"):
        done(kazan, "council", officer, on=ahead)
    with pytest.raises(CannotRecord, match="older than the question"):
        done(kazan, "interior", officer, follows=asked.number)


def test_a_withdrawn_case_stands_still_until_it_is_taken_up_again(kazan: Case, officer: Member) -> None:
    with pytest.raises(CannotRecord):
        actions.resume(kazan, on=OPENED, reason="x", by=officer)
    actions.withdraw(kazan, on=OPENED, reason="انصراف طرف مقابل", by=officer)
    with pytest.raises(CannotRecord):
        done(kazan, "council", officer)
    actions.resume(kazan, on=OPENED, reason="نامه تازه", by=officer)

    assert done(kazan, "council", officer).number == 2


def test_a_case_is_handed_over_to_an_active_member(kazan: Case, officer: Member, legal: Member) -> None:
    given = actions.hand_over(kazan, legal, on=OPENED, reason="مرخصی", by=officer)
    legal.is_active = False

    assert (given.what, given.to) == (Closing.HANDED_OVER, legal)
    with pytest.raises(CannotRecord):
        actions.hand_over(kazan, legal, on=OPENED, reason="x", by=officer)


def test_a_bond_is_of_two_known_places(officer: Member, auditor: Member) -> None:
    for partner in (ISFAHAN.id, "geonames:0"):
        with pytest.raises(CannotRecord):
            actions.open_case(ISFAHAN.id, partner, by=officer, on=OPENED)
    with pytest.raises(NotAllowed):
        actions.open_case(ISFAHAN.id, KAZAN.id, by=auditor, on=OPENED)


def test_an_edition_that_cannot_be_followed_is_refused(legal: Member) -> None:
    with pytest.raises(BadPack):
        actions.edit_pack(
            "IR", [{"model": {"en": "x", "fa": "x"}, "procedures": {"conclude": []}}], reason="x", by=legal
        )
    with pytest.raises(BadPack):
        actions.edit_pack("IR", [], reason="x", by=legal)
