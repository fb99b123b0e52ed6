"""Several cards at once, and the way back from what was just said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from tests.factories.members import member
from tests.factories.readings import PLANNED, SIGNED, VISIT, Said, source
from tests.web.conftest import Accept

from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions, queries
from peyvand.records.ledger.models import Entry, Kind


@pytest.fixture
def waiting(officer: Member) -> actions.Proposed:
    return actions.propose(*source(SIGNED, PLANNED, VISIT), by=officer)


def statuses(officer: Member, capture: str) -> list[Status]:
    desk = queries.desk(officer, capture)
    assert desk
    return [one.item.judged.status for one in desk.proposals]


def choose(client: Client, capture: str, items: list[str], judgement: str, **form: str) -> HttpResponse:
    return client.post(f"/en/office/inbox/{capture}/chosen/", {"item": items, "judgement": judgement, **form})  # type: ignore[return-value]


def shown_to_undo(page: str) -> list[str]:
    form = re.search(r'id="left".*?</div>', page, re.DOTALL)
    assert form
    return re.findall(r'name="item" value="([^"]+)"', form[0])


def test_one_verdict_for_those_chosen_and_its_undoing(
    officer: Member, waiting: actions.Proposed, signed_in: Client
) -> None:
    first, second, _ = (f"{key}:" for key in waiting.keys)
    answer = choose(signed_in, waiting.source, [first, second], "accept")
    page = signed_in.get(answer.headers["Location"]).content.decode()

    assert answer.headers["Location"].endswith("?done=1-2#card-3")
    assert statuses(officer, waiting.source) == [Status.ACCEPTED, Status.ACCEPTED, Status.OPEN]
    assert "Undo the verdicts on 1, 2" in page
    again = choose(signed_in, waiting.source, shown_to_undo(page), "withdraw")
    assert again.headers["Location"].endswith("#card-1")
    assert statuses(officer, waiting.source) == [Status.WITHDRAWN, Status.WITHDRAWN, Status.OPEN]


def test_a_single_verdict_is_undone_right_after_it(
    officer: Member, waiting: actions.Proposed, signed_in: Client
) -> None:
    address = f"/en/office/inbox/{waiting.source}/{waiting.keys[0]}/judge/"
    page = signed_in.post(address, {"judgement": "accept"}, headers={"hx-request": "true"}).content.decode()
    choose(signed_in, waiting.source, shown_to_undo(page), "withdraw")

    assert statuses(officer, waiting.source)[0] is Status.WITHDRAWN
    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 2


def test_what_somebody_else_judged_meanwhile_stays(
    officer: Member, waiting: actions.Proposed, signed_in: Client
) -> None:
    actions.accept(waiting.keys[0], by=member("sara"))
    items = [f"{key}:" for key in waiting.keys[:2]]
    answer = choose(signed_in, waiting.source, items, "reject", reason="دو بار آمده است")

    assert (answer.status_code, "has judged 1 in the meantime" in answer.content.decode()) == (409, True)
    assert statuses(officer, waiting.source) == [Status.ACCEPTED, Status.REJECTED, Status.OPEN]


@pytest.mark.parametrize(
    ("items", "judgement", "status"),
    [(["{key}:"], "reject", 422), ([], "accept", 422), (["{key}:"], "bless", 404), (["0:"], "accept", 404)],
)
def test_what_cannot_be_is_not(
    officer: Member, waiting: actions.Proposed, signed_in: Client, items: list[str], judgement: str, status: int
) -> None:
    named = [one.format(key=waiting.keys[0]) for one in items]

    assert choose(signed_in, waiting.source, named, judgement).status_code == status
    assert set(statuses(officer, waiting.source)) == {Status.OPEN}


def test_who_may_not_judge_may_not_choose(waiting: actions.Proposed, as_role: Callable[[Role], Client]) -> None:
    answer = choose(as_role(Role.AUDITOR), waiting.source, [f"{waiting.keys[0]}:"], "accept")

    assert answer.status_code == 403


def test_other_sources_on_the_event_stand_beside_it(accept: Accept, officer: Member, signed_in: Client) -> None:
    accept(SIGNED)
    again = Said(words="دو شهر در چهلستون پیمان بستند.")
    capture = actions.propose(*source(again, title="خبر دوم"), by=officer).source
    page = signed_in.get(f"/en/office/inbox/{capture}/").content.decode()

    assert "1 other source on this event" in page
    assert SIGNED.words in page
    assert "/en/bonds/isfahan--kazan/#" in page
