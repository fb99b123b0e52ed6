from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.factories.readings import SIGNED, VISIT, source

from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions
from peyvand.records.intake import queries as intake
from peyvand.web.office import pasting

ARTICLE = """شهرداران اصفهان و کازان روز ۲۰ فروردین ۱۴۰۴ در کاخ چهلستون پیمان خواهرخواندگی دو شهر را امضا کردند."""
TITLE = "پیمان خواهرخواندگی اصفهان و کازان امضا شد"


def test_what_waits_is_listed(proposed: str, signed_in: Client) -> None:
    page = signed_in.get("/fa/office/inbox/").content.decode()

    assert f'href="/fa/office/inbox/{proposed}/"' in page
    assert "۳ از ۳ در انتظار" in page


def test_an_empty_inbox_says_so(signed_in: Client) -> None:
    assert "چیزی در انتظار نیست." in signed_in.get("/fa/office/inbox/").content.decode()


@pytest.mark.parametrize(("role", "form"), [(Role.OFFICER, True), (Role.AUDITOR, False)])
def test_only_those_who_may_propose_are_asked_for_articles(
    as_role: Callable[[Role], Client], role: Role, form: bool
) -> None:
    assert ("<textarea" in as_role(role).get("/fa/office/inbox/").content.decode()) == form


@pytest.mark.parametrize(("role", "way"), [(Role.OFFICER, "/fa/office/inbox/"), (Role.PARTNER, "/fa/")])
def test_the_office_begins_where_a_role_has_work(as_role: Callable[[Role], Client], role: Role, way: str) -> None:
    assert as_role(role).get("/fa/office/").headers["Location"] == way


def test_a_pasted_article_is_read_and_waits(officer: Member, signed_in: Client) -> None:
    answer = signed_in.post("/fa/office/paste/", {"title": TITLE, "text": ARTICLE, "published": "1404/01/20"})

    (waiting,) = intake.inbox(officer).lines
    assert answer.headers["Location"] == f"/fa/office/inbox/{waiting.source.capture}/"
    assert waiting.source.published is not None
    assert waiting.source.published.isoformat() == "2025-04-09"
    assert waiting.waiting >= 1


def test_the_same_article_twice_waits_once(officer: Member, signed_in: Client) -> None:
    ways = [signed_in.post("/fa/office/paste/", {"text": ARTICLE}).headers["Location"] for _ in range(2)]

    assert ways[0] == ways[1]
    assert len(intake.inbox(officer).lines) == 1


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ({"text": ""}, "متن خبر را این‌جا بگذارید."),
        ({"text": ARTICLE, "published": "دیروز"}, "این تاریخ نیست."),
        ({"text": ARTICLE, "title": "ت" * 501}, "عنوان به این بلندی نیست."),
    ],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_stays(
    officer: Member, signed_in: Client, form: dict[str, str], fault: str
) -> None:
    answer = signed_in.post("/fa/office/paste/", form)

    page = answer.content.decode()
    assert (answer.status_code, fault in page, form["text"] in page) == (422, True, True)
    assert intake.inbox(officer).lines == ()


def test_a_text_beyond_all_measure_is_refused(signed_in: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "_LONGEST", 10)

    assert signed_in.post("/fa/office/paste/", {"text": ARTICLE}).status_code == 422


def test_a_text_without_a_bond_says_so_on_the_desk(signed_in: Client) -> None:
    answer = signed_in.post("/fa/office/paste/", {"text": "امروز هوا خوب است."}, follow=True)

    assert "در این متن چیزی دربارهٔ پیوند دو شهر یافت نشد." in answer.content.decode()


@pytest.fixture
def two(officer: Member) -> list[str]:
    return [actions.propose(*source(SIGNED, VISIT, name=name, title=name), by=officer).source for name in "ab"]


def judged(client: Client, items: list[str], judgement: str, **form: str) -> HttpResponse:
    return client.post("/en/office/inbox/judge/", {"item": items, "judgement": judgement, **form})  # type: ignore[return-value]


def test_chosen_sources_get_one_verdict_and_it_is_undone(officer: Member, two: list[str], signed_in: Client) -> None:
    answer = judged(signed_in, [f"{two[0]}:", f"{two[1]}:"], "accept")
    page = signed_in.get(answer.headers["Location"]).content.decode()
    assert (intake.inbox(officer).found, "2 sources have their verdict." in page) == (0, True)

    undone = judged(signed_in, re.findall(rf'value="((?:{two[0]}|{two[1]}):[0-9a-f]+)"', page), "withdraw")
    assert (undone.status_code, intake.inbox(officer).found) == (302, 2)


@pytest.mark.parametrize(("judgement", "status"), [("reject", 422), ("bless", 404), ("withdraw", 409)])
def test_what_cannot_be_said_of_sources_is_not(
    officer: Member, two: list[str], signed_in: Client, judgement: str, status: int
) -> None:
    assert judged(signed_in, [f"{two[0]}:"], judgement).status_code == status
    assert judged(signed_in, [], "accept").status_code == 422
    assert judged(signed_in, ["0:"], "accept").status_code == 404
    assert intake.inbox(officer).found == 2


def test_sources_are_rejected_with_a_reason(officer: Member, two: list[str], signed_in: Client) -> None:
    assert judged(signed_in, [f"{two[0]}:"], "reject", reason="تکراری است").status_code == 302

    assert [one.source.capture for one in intake.inbox(officer).lines] == [two[1]]


def test_who_may_not_judge_chooses_no_sources(two: list[str], as_role: Callable[[Role], Client]) -> None:
    assert judged(as_role(Role.AUDITOR), [f"{two[0]}:"], "accept").status_code == 403
