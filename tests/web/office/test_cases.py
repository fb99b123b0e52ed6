"""Cases and procedures on the pages."""

from __future__ import annotations

import html
import re
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from tests.factories.members import member
from tests.factories.readings import ISFAHAN, ISTANBUL, KAZAN, SIGNED
from tests.web.conftest import Accept

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.casework import actions
from peyvand.records.casework.models import Case, CaseRecord, PackEdition

OPENED = date(2025, 3, 1)
OPENING = {
    "own": "Isfahan", "own_place": ISFAHAN.id, "partner": "Kazan", "partner_place": KAZAN.id, "instrument": "mou",
    "purpose": "conclude", "on": "2025-03-01",
}  # fmt: skip
PROOFS = {"document": "مصوبه", "number": "۱۲", "vote": "۱۱ موافق"}


def words(answer: HttpResponse) -> str:
    """What a page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


@pytest.fixture
def head(db: None) -> Client:
    client = Client()
    client.force_login(member("reza", role=Role.HEAD))
    return client


@pytest.fixture
def kazan(officer: Member) -> Case:
    return actions.open_case(ISFAHAN.id, KAZAN.id, by=officer, on=OPENED)


def post(client: Client, case: Case, **form: object) -> tuple[int, str]:
    typed = {"side": "0", "step": "council", "on": "1403/12/15", "follows": ""} | form
    answer = client.post(f"/en/office/cases/{case.pk}/step/", typed)
    return answer.status_code, answer.headers.get("Location", "") or words(answer)


def test_a_case_is_opened_by_names(head: Client) -> None:
    answer = head.post("/en/office/cases/new/", OPENING)
    case = Case.objects.get()

    assert answer.headers["Location"] == f"/en/office/cases/{case.pk}/"
    assert (case.place_a, case.place_b, case.instrument, case.opened_on) == (ISFAHAN.id, KAZAN.id, "mou", OPENED)


@pytest.mark.parametrize(
    "wrong",
    [{"partner": "Nowhere"}, {"partner": ""}, {"on": "soon"}, {"instrument": "marriage"}, {"partner": "Isfahan"}],
)
def test_a_form_that_cannot_be_is_shown_again_as_typed(head: Client, wrong: dict[str, str]) -> None:
    answer = head.post("/en/office/cases/new/", OPENING | {"partner_place": ""} | wrong)

    assert (answer.status_code, Case.objects.count()) == (422, 0)
    assert 'value="Isfahan"' in answer.content.decode()


def test_the_list_tells_where_each_case_stands(head: Client, kazan: Case) -> None:
    told = words(head.get("/en/office/cases/"))

    assert "Isfahan – Kazan" in told
    assert "not before" in told


def test_a_gate_is_closed_on_the_page(head: Client, kazan: Case) -> None:
    assert post(head, kazan, what="done", **PROOFS) == (302, f"/en/office/cases/{kazan.pk}/#step-0-council")
    told = words(head.get(f"/en/office/cases/{kazan.pk}/"))

    assert "Council bill done" in told
    assert "Number: ۱۲" in told


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"what": "done"}, "missing: number, vote, document"),
        ({"what": "done", "on": "soon", **PROOFS}, "This is no date."),
        ({"what": "married"}, "Choose one of the list."),
        ({"what": "asked", "step": "nonsense"}, "The procedure has no such step: nonsense"),
        ({"what": "skipped", "reason": ""}, "This needs its reason."),
    ],
)
def test_what_cannot_be_recorded_says_why(head: Client, kazan: Case, form: dict[str, str], fault: str) -> None:
    status, told = post(head, kazan, **form)

    assert (status, CaseRecord.objects.count()) == (422, 0)
    assert fault in told or form.get("step") == "nonsense" or form["what"] == "married"


def test_the_slower_of_two_sees_the_others_record_and_keeps_the_words(head: Client, kazan: Case) -> None:
    assert post(head, kazan, what="done", **PROOFS)[0] == 302
    answer = head.post(
        f"/en/office/cases/{kazan.pk}/step/",
        {"side": "0", "step": "council", "on": "1403/12/16", "follows": "", "what": "done", **PROOFS, "number": "۹۹"},
    )

    assert answer.status_code == 409
    assert "Somebody else has recorded something" in words(answer)
    assert (CaseRecord.objects.count(), "۹۹" in answer.content.decode()) == (1, True)


def test_thirty_silent_days_run_out(head: Client, officer: Member, kazan: Case) -> None:
    told = timezone.localdate() - timedelta(days=14)
    actions.ask(kazan, 0, "conformity", on=told, by=officer, follows=None)

    assert "Conformity of the resolution agreed by silence" in words(head.get(f"/en/office/cases/{kazan.pk}/"))


def test_a_tie_that_was_signed_without_its_gates_is_found(head: Client, kazan: Case, accept: Accept) -> None:
    accept(SIGNED)
    told = words(head.get(f"/en/office/cases/{kazan.pk}/"))

    assert "The register holds a signature (9 April 2025), and these steps are still open: " in told
    assert "Leave of the Ministry of the Interior (Isfahan)" in told


def test_a_case_is_withdrawn_taken_up_and_handed_over(head: Client, officer: Member, kazan: Case) -> None:
    address, whole = f"/en/office/cases/{kazan.pk}/", f"/en/office/cases/{kazan.pk}/whole/"
    steps = [("withdrawn", ""), ("resumed", ""), ("handed_over", "mina")]
    answers = [
        head.post(whole, {"what": what, "to": to, "reason": "چون", "on": "1403/12/20"}).headers["Location"]
        for what, to in steps
    ]

    assert answers == [address] * 3
    assert "in the hands of mina" in words(head.get(address))
    for form in ({"what": "withdrawn"}, {"what": "handed_over", "to": "nobody", "reason": "x"}, {"what": "sold"}):
        assert head.post(whole, {"on": "1403/12/20", **form}).status_code == 422


def test_a_step_may_be_left_out_and_reopened(head: Client, kazan: Case) -> None:
    assert post(head, kazan, what="skipped", reason="پیش‌تر شده")[0] == 302
    assert "counts as no proof" in words(head.get(f"/en/office/cases/{kazan.pk}/"))
    assert post(head, kazan, what="reopened", reason="اشتباه", follows="0")[0] == 302
    assert post(head, kazan, what="asked", follows="1")[0] == 302


def test_an_edition_is_tried_before_it_is_kept(head: Client, kazan: Case) -> None:
    page = "/en/office/procedures/ru/"
    form = {"conclude-intent-days": "10", "conclude-intent-law_fa": "مقررات تاتارستان", "reason": "نامه وزارت"}
    tried = words(head.post(f"{page}edit/", {**form, "action": "try"}))

    assert "This edition changes 1 open case" in tried
    assert not PackEdition.objects.exists()
    assert head.post(f"{page}edit/", {**form, "action": "keep"}).status_code == 302
    assert 'value="10"' in head.get(page).content.decode()
    assert head.post(f"{page}edit/", {**form, "action": "keep", "reason": ""}).status_code == 422


def test_procedures_are_shown_with_what_nobody_has_checked(head: Client) -> None:
    told = words(head.get("/en/office/procedures/ir/"))

    assert "not checked against the law’s text" in told
    assert "Texas Government Code" in words(head.get("/en/office/procedures/us/"))
    assert head.get("/en/office/procedures/xx/").status_code == 404
    assert head.post("/en/office/procedures/xx/edit/").status_code == 404
    assert "Iran" in words(head.get("/en/office/procedures/"))


def test_a_case_that_is_none_is_missing(head: Client) -> None:
    for address in ("", "step/", "whole/"):
        answer = head.post(f"/en/office/cases/99/{address}") if address else head.get("/en/office/cases/99/")
        assert answer.status_code == 404


def test_who_only_reads_has_no_forms(kazan: Case) -> None:
    client = Client()
    client.force_login(member("sara", role=Role.AUDITOR))
    shown = client.get(f"/en/office/cases/{kazan.pk}/").content.decode()

    assert "/step/" not in shown
    assert ISTANBUL.id not in shown


def test_levels_and_ranks_decide_what_is_asked_for(head: Client) -> None:
    lanzhou = {"partner": "Lanzhou", "partner_place": "geonames:1804430"}
    for rank, asked in (("provincial_leader", True), ("mayor", False)):
        answer = head.post("/en/office/cases/new/", OPENING | lanzhou | {"partner_rank": rank})
        shown = words(head.get(answer.headers["Location"]))
        assert ("Leave for the signing journey not asked for here" not in shown) is asked

    assert head.post("/en/office/cases/new/", OPENING | {"own_level": "kingdom"}).status_code == 422


def test_cases_are_listed_by_where_they_stand(head: Client, kazan: Case, officer: Member) -> None:
    gone = actions.open_case(ISFAHAN.id, ISTANBUL.id, by=officer, on=OPENED)
    actions.withdraw(gone, on=OPENED, reason="x", by=officer)

    assert "Istanbul" not in words(head.get("/en/office/cases/?state=open"))
    assert "Kazan" not in words(head.get("/en/office/cases/?state=withdrawn"))
    assert "No case stands so." in words(head.get("/en/office/cases/?state=signed"))
    assert "Kazan" in words(head.get("/en/office/cases/?state=nonsense&page=9"))
