from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.test import Client, RequestFactory
from tests.factories.members import PASSWORD

from peyvand.records.accounts.models import Member, Sitting
from peyvand.records.accounts.rules import SURE_FOR
from peyvand.records.accounts.sittings import end_all
from peyvand.web.shared.sessions import address_of

INBOX, CONFIRM, LEDGER = "/fa/office/inbox/", "/fa/office/confirm/", "/fa/data/ledger/"


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [1_200_000_000.0]
    monkeypatch.setattr("peyvand.web.shared.sessions.time.time", lambda: now[0])
    return now


def test_a_session_that_was_ended_elsewhere_is_over(signed_in: Client, officer: Member) -> None:
    assert signed_in.get(INBOX).status_code == 200
    end_all(officer)

    assert signed_in.get(INBOX).status_code == 302
    assert "_auth_user_id" not in signed_in.session


def test_a_session_without_its_row_is_nobodys(signed_in: Client) -> None:
    session = signed_in.session
    session["sitting"] = "guessed"
    session.save()

    assert signed_in.get(INBOX).status_code == 302


def test_whoever_signs_out_leaves_no_session(signed_in: Client) -> None:
    signed_in.post("/fa/office/sign-out/")

    assert not Sitting.objects.exists()


def test_signing_in_again_takes_the_place_of_the_session_before(signed_in: Client, officer: Member) -> None:
    signed_in.force_login(officer)

    assert Sitting.objects.count() == 1


def test_visitors_ask_nothing_of_sessions(db: None, client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get("/robots.txt")


def test_after_a_while_a_member_shows_again_who_they_are(signed_in: Client, clock: list[float]) -> None:
    confirmed(signed_in)
    clock[0] += SURE_FOR.total_seconds()
    assert signed_in.get("/fa/office/account/factors/").status_code == 200
    clock[0] += 1
    led = signed_in.get("/fa/office/account/factors/")

    assert led.headers["Location"] == f"{CONFIRM}?next=/fa/office/account/factors/"


def confirmed(client: Client, password: str = PASSWORD, goal: str = "/fa/office/account/factors/"):  # type: ignore[no-untyped-def]
    return client.post(CONFIRM, {"password": password, "next": goal})


def test_a_form_that_comes_too_late_leads_back_to_its_page(signed_in: Client, clock: list[float]) -> None:
    confirmed(signed_in)
    clock[0] += 10_000
    page = "/fa/office/account/factors/"
    for referer, back in (
        (f"http://testserver{page}", page),
        ("http://elsewhere.example/x/", "/fa/office/"),
        ("", "/fa/office/"),
    ):
        led = signed_in.post("/fa/office/account/factors/codes/", headers={"referer": referer})
        assert led.headers["Location"] == f"{CONFIRM}?next={back}"


def test_clocks_that_were_set_back_make_nobody_sure(signed_in: Client, clock: list[float]) -> None:
    confirmed(signed_in)
    clock[0] -= 60

    assert signed_in.get("/fa/office/account/factors/").status_code == 302


def test_a_wrong_password_makes_nobody_sure(signed_in: Client, clock: list[float]) -> None:
    assert confirmed(signed_in, "wrong").status_code == 422
    assert signed_in.get("/fa/office/account/factors/").status_code == 302


def test_confirming_is_tried_ten_times_an_hour(signed_in: Client) -> None:
    answers = [confirmed(signed_in, f"wrong {at}").status_code for at in range(10)]

    assert (answers, confirmed(signed_in).status_code) == ([422] * 10, 429)


@pytest.mark.parametrize("goal", ["https://elsewhere.example/", "//elsewhere.example/"])
def test_nobody_is_led_elsewhere(signed_in: Client, goal: str) -> None:
    assert confirmed(signed_in, goal=goal).headers["Location"] == "/fa/office/account/"


@pytest.mark.parametrize(
    ("came_from", "header", "address"),
    [
        ("192.0.2.1", "198.51.100.7", "192.0.2.1"),
        ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "10.9.9.9, 198.51.100.7", "198.51.100.7"),
        ("127.0.0.1", "198.51.100.7, 10.0.0.1", "198.51.100.7"),
        ("127.0.0.1", "127.0.0.1, ,", "127.0.0.1"),
        ("127.0.0.1", "", "127.0.0.1"),
    ],
)
def test_only_the_own_proxies_say_where_a_visitor_sits(
    settings: LazySettings, rf: RequestFactory, came_from: str, header: str, address: str
) -> None:
    settings.TRUSTED_PROXIES = ["127.0.0.1", "10.0.0.1"]

    assert address_of(rf.get("/", headers={"x-forwarded-for": header}, REMOTE_ADDR=came_from)) == address


def test_a_forged_header_changes_no_count(officer: Member, client: Client) -> None:
    tries = [
        client.post(
            "/fa/office/sign-in/", {"username": "x", "password": "y"}, headers={"x-forwarded-for": f"10.1.1.{at}"}
        )
        for at in range(11)
    ]

    assert [one.status_code for one in tries] == [422] * 10 + [429]
