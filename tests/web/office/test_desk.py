from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from tests.factories.members import grant, member
from tests.factories.readings import KAZAN, PLANNED, VISIT, source

from peyvand.core.ledger.verdict import Status
from peyvand.records.accounts.models import Member
from peyvand.records.accounts.permissions import Role
from peyvand.records.intake import actions, queries
from peyvand.records.intake.queries import ProposalView


def cards(officer: Member, capture: str) -> list[ProposalView]:
    desk = queries.desk(officer, capture)
    assert desk
    return list(desk.proposals)


def send(client: Client, capture: str, key: str, *, htmx: bool = False, **form: str):  # type: ignore[no-untyped-def]
    headers = {"hx-request": "true"} if htmx else {}
    return client.post(f"/fa/office/inbox/{capture}/{key}/judge/", form, headers=headers)


def status(officer: Member, capture: str, at: int = 0) -> Status:
    return cards(officer, capture)[at].item.judged.status


def test_the_text_stands_marked_beside_its_cards(proposed: str, signed_in: Client) -> None:
    page = signed_in.get(f"/fa/office/inbox/{proposed}/").content.decode()

    assert page.count('<article class="card') == 3
    assert f">{PLANNED.words}</mark>" in page
    assert 'data-label="۱"' in page


def test_accepting_leads_to_the_next_that_waits(officer: Member, proposed: str, signed_in: Client) -> None:
    first, *_ = cards(officer, proposed)

    answer = send(signed_in, proposed, first.item.key, judgement="accept")

    assert answer.headers["Location"] == f"/fa/office/inbox/{proposed}/?done=1#card-2"
    assert status(officer, proposed) is Status.ACCEPTED


def test_the_last_verdict_leads_to_the_desk(officer: Member, proposed: str, signed_in: Client) -> None:
    answers = [send(signed_in, proposed, card.item.key, judgement="accept") for card in cards(officer, proposed)]

    assert answers[-1].headers["Location"].endswith("#desk")


def test_a_page_that_asks_for_the_card_gets_the_card(officer: Member, proposed: str, signed_in: Client) -> None:
    first, *_ = cards(officer, proposed)

    page = send(signed_in, proposed, first.item.key, htmx=True, judgement="accept").content.decode()

    assert (page.count("<article"), "<html" in page) == (1, False)
    assert "پذیرفته شد" in page
    assert '<div id="left" class="left" role="status" hx-swap-oob="true"' in page


def test_a_rejection_needs_a_reason(officer: Member, proposed: str, signed_in: Client) -> None:
    key = cards(officer, proposed)[0].item.key

    refused = send(signed_in, proposed, key, judgement="reject")
    assert (refused.status_code, "برای رد کردن، دلیل لازم است." in refused.content.decode()) == (422, True)

    send(signed_in, proposed, key, judgement="reject", reason="نام شهر اشتباه است")
    assert status(officer, proposed) is Status.REJECTED


def test_a_verdict_can_be_taken_back(officer: Member, proposed: str, signed_in: Client) -> None:
    key = cards(officer, proposed)[0].item.key
    send(signed_in, proposed, key, judgement="accept")

    follows = cards(officer, proposed)[0].item.judged.follows or ""
    send(signed_in, proposed, key, judgement="withdraw", follows=follows)

    assert status(officer, proposed) is Status.WITHDRAWN


def test_there_must_be_something_to_take_back(officer: Member, proposed: str, signed_in: Client) -> None:
    key = cards(officer, proposed)[0].item.key

    assert send(signed_in, proposed, key, judgement="withdraw").status_code == 409


@pytest.mark.parametrize("htmx", [False, True])
def test_the_second_editor_sees_the_others_verdict_and_keeps_the_words(
    officer: Member, proposed: str, signed_in: Client, htmx: bool
) -> None:
    key = cards(officer, proposed)[0].item.key
    actions.accept(key, by=member("sara"))

    answer = send(signed_in, proposed, key, htmx=htmx, judgement="reject", reason="من نپذیرفتم", follows="")

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "در این میان کس دیگری دربارهٔ این مورد رأی داده است." in page
    assert 'value="من نپذیرفتم"' in page
    assert "sara" in page
    assert status(officer, proposed) is Status.ACCEPTED


def test_a_form_sent_twice_is_one_verdict(officer: Member, proposed: str, signed_in: Client) -> None:
    key = cards(officer, proposed)[0].item.key

    answers = [send(signed_in, proposed, key, judgement="accept").status_code for _ in range(2)]

    assert answers == [302, 302]


@pytest.mark.parametrize("form", [{}, {"judgement": "destroy"}])
def test_an_unknown_judgement_is_nothing(
    officer: Member, proposed: str, signed_in: Client, form: dict[str, str]
) -> None:
    assert send(signed_in, proposed, cards(officer, proposed)[0].item.key, **form).status_code == 404


def test_those_who_only_look_see_no_buttons(proposed: str, as_role: Callable[[Role], Client]) -> None:
    page = as_role(Role.AUDITOR).get(f"/fa/office/inbox/{proposed}/").content.decode()

    assert (page.count('<article class="card'), "judgement" in page) == (3, False)


def test_an_internal_source_is_hidden_from_press_that_may_not_see_it(
    officer: Member, as_role: Callable[[Role], Client]
) -> None:
    capture = actions.propose(*source(PLANNED, kind="letter"), by=officer).source  # type: ignore[arg-type]

    assert as_role(Role.AUDITOR).get(f"/fa/office/inbox/{capture}/").status_code == 200
    assert as_role(Role.PARTNER).get(f"/fa/office/inbox/{capture}/").status_code == 403


def test_a_desk_asks_no_more_for_three_cards_than_for_one(  # type: ignore[no-untyped-def]
    officer: Member, signed_in: Client, proposed: str, django_assert_max_num_queries
) -> None:
    one = actions.propose(*source(PLANNED, title="دیگر"), by=officer).source
    asked = []
    for capture in (one, proposed):
        with django_assert_max_num_queries(22) as context:
            signed_in.get(f"/fa/office/inbox/{capture}/")
        asked.append(len(context))

    assert asked[0] == asked[1]


def test_a_member_of_one_city_has_buttons_for_its_statements_alone(officer: Member) -> None:
    capture = actions.propose(*source(PLANNED, VISIT), by=officer).source
    of_kazan = member("of-kazan")
    grant(of_kazan, KAZAN.id)
    client = Client()
    client.force_login(of_kazan)

    page = client.get(f"/fa/office/inbox/{capture}/").content.decode()

    assert page.count('data-key="r"') == 1
