"""A source as a whole: pages of a long list, and one verdict for all of it."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.factories.readings import SIGNED, Said, source

from peyvand.records.accounts.models import Member
from peyvand.records.intake import actions, queries
from peyvand.records.intake.models import Proposal
from peyvand.records.intake.paging import PAGE
from peyvand.records.ledger.models import Entry, Kind


@pytest.fixture
def listed(officer: Member) -> str:
    said = [Said(words=f"ردیف {at}: پیمان دو شهر.", date=f"20{at:02}") for at in range(10, 15 + PAGE)]
    return actions.propose(*source(*said), by=officer).source


def send(client: Client, capture: str, **form: str):  # type: ignore[no-untyped-def]
    return client.post(f"/fa/office/inbox/{capture}/judge/", form)


def test_a_long_list_shows_a_page_of_its_cards_and_their_lines(listed: str, signed_in: Client) -> None:
    page = signed_in.get(f"/en/office/inbox/{listed}/?page=2").content.decode()

    assert (page.count('<article class="card'), page.count('<div class="passage')) == (5, 6)
    assert f'id="card-{PAGE + 5}"' in page
    assert "Page 2 of 2" in page


def test_one_verdict_accepts_all(officer: Member, listed: str, signed_in: Client) -> None:
    answer = send(signed_in, listed, judgement="accept", reason="با فهرست دبیرخانه سنجیده شد")

    assert (answer.status_code, Proposal.objects.count()) == (302, 0)
    assert Entry.objects.filter(kind=Kind.VERDICT).count() == 1
    page = signed_in.get(f"/en/office/inbox/{listed}/").content.decode()
    assert "The source as a whole: Accepted" in page
    assert "با فهرست دبیرخانه سنجیده شد" in page


def test_a_rejection_of_all_needs_its_reason(officer: Member, listed: str, signed_in: Client) -> None:
    assert send(signed_in, listed, judgement="reject").status_code == 422
    assert send(signed_in, listed, judgement="reject", reason="کهنه").status_code == 302
    assert Proposal.objects.count() == 0


def test_the_second_of_two_members_keeps_what_was_typed(officer: Member, listed: str, signed_in: Client) -> None:
    send(signed_in, listed, judgement="accept")
    answer = send(signed_in, listed, judgement="reject", reason="کهنه")

    assert (answer.status_code, 'value="کهنه"' in answer.content.decode()) == (
        409,
        True,
    )


def test_the_verdict_on_the_whole_is_taken_back(officer: Member, listed: str, signed_in: Client) -> None:
    send(signed_in, listed, judgement="accept")
    found = queries.desk(officer, listed)
    assert found
    assert send(signed_in, listed, judgement="withdraw", follows=found.whole.follows or "").status_code == 302
    assert Proposal.objects.count() == found.items
    assert send(signed_in, listed, judgement="tear").status_code == 404


def test_a_verdict_leads_on_over_the_pages(officer: Member, listed: str, signed_in: Client) -> None:
    found = queries.desk(officer, listed, queries.Asked(page=2))
    assert found
    for one in found.proposals:
        answer = signed_in.post(f"/fa/office/inbox/{listed}/{one.item.key}/judge/?page=2", {"judgement": "accept"})

    assert answer.headers["Location"] == f"/fa/office/inbox/{listed}/?state=open&done=55#desk"


def test_the_inbox_is_searched(officer: Member, signed_in: Client) -> None:
    actions.propose(*source(SIGNED, title="خبر کازان"), by=officer)

    assert "خبر کازان" in signed_in.get("/fa/office/inbox/?q=کازان").content.decode()
    assert "No source that waits fits." in signed_in.get("/en/office/inbox/?kind=letter").content.decode()
