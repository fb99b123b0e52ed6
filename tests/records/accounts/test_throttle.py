from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.factories.members import PASSWORD, member

from peyvand.records.accounts.actions import WrongPassword, remember_address, try_login
from peyvand.records.accounts.models import LoginTries
from peyvand.records.accounts.throttle import TooManyTries, Tried, count, count_from, count_of, hidden

# PostgreSQL lets a hundred in at once, of which tests run beside this one need some.
_AT_ONCE = 24


def over(counted: Callable[[], None]) -> bool:
    try:
        counted()
    except TooManyTries:
        return True
    return False


def refused(username: str, address: str) -> bool:
    return over(lambda: count(username, address))


@pytest.fixture(autouse=True)
def one_hour(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it."""
    now = [1_000_000.0]
    monkeypatch.setattr("peyvand.records.accounts.throttle.time.time", lambda: now[0])
    return now


@pytest.mark.django_db
def test_account_has_ten_tries_an_hour_from_wherever() -> None:
    assert [refused("mina", f"192.0.2.{n}") for n in range(12)] == [False] * 10 + [True] * 2


@pytest.mark.django_db
def test_address_has_twenty_whatever_the_name() -> None:
    assert [refused(f"member{n}", "192.0.2.1") for n in range(22)] == [False] * 20 + [True] * 2


@pytest.mark.django_db
def test_customer_of_ipv6_counts_as_one_address() -> None:
    assert hidden("2001:db8:0:1::1") == hidden("2001:db8:0:1:ffff::2")
    assert hidden("2001:db8:0:1::1") != hidden("2001:db8:0:2::1")


@pytest.mark.django_db
def test_spellings_of_a_name_share_their_tries() -> None:
    assert [refused(name, "192.0.2.1") for name in ["mina", "MINA", "ｍｉｎａ"] * 4] == [False] * 10 + [True] * 2


@pytest.mark.django_db
def test_next_hour_begins_anew(one_hour: list[float]) -> None:
    for _ in range(11):
        refused("mina", "192.0.2.1")

    one_hour[0] += 3600

    assert not refused("mina", "192.0.2.1")


@pytest.mark.django_db
def test_address_that_is_refused_adds_no_rows() -> None:
    for n in range(30):
        refused(f"member{n}", "192.0.2.1")

    assert LoginTries.objects.count() == 21


@pytest.mark.django_db
def test_counters_of_the_past_go_when_somebody_signs_in(one_hour: list[float]) -> None:
    member()
    refused("somebody", "198.51.100.1")
    one_hour[0] += 3600

    try_login("mina", PASSWORD, address="192.0.2.1")

    assert LoginTries.objects.count() == 2


@pytest.mark.django_db
def test_strangers_do_not_lock_a_member_out_of_a_known_address() -> None:
    mina = member()
    remember_address(mina, "192.0.2.1")
    for n in range(12):
        refused("mina", f"198.51.100.{n}")

    assert try_login("mina", PASSWORD, address="192.0.2.1") == mina


@pytest.mark.django_db
def test_password_is_not_looked_at_once_the_limit_is_reached() -> None:
    member()
    for _ in range(10):
        with pytest.raises(WrongPassword):
            try_login("mina", "wrong", address="192.0.2.1")

    with pytest.raises(TooManyTries) as limit:
        try_login("mina", PASSWORD, address="192.0.2.1")

    assert limit.value.seconds == 3600 - 1_000_000 % 3600


@pytest.mark.django_db(transaction=True)
def test_tries_at_the_same_time_do_not_pass_the_limit() -> None:
    def attempt(_: int) -> bool:
        try:
            return refused("mina", "192.0.2.1")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as workers:
        outcomes = list(workers.map(attempt, range(30)))

    assert outcomes.count(False) == 10


@pytest.mark.parametrize(("names", "password", "allowed"), [(1, "wrong", 10), (1, PASSWORD, 10), (100, "wrong", 20)])
@pytest.mark.django_db(transaction=True)
def test_a_hundred_at_once_never_sign_in_more_often_than_the_limit(names: int, password: str, allowed: int) -> None:
    """Whole ways in, side by side: of one member from one address, and of a hundred names from one address."""
    member("mina0")

    def attempt(at: int) -> str:
        try:
            try_login(f"mina{at % names}", password, address="192.0.2.1")
        except (TooManyTries, WrongPassword) as fault:
            return type(fault).__name__
        finally:
            connection.close()
        return "in"

    with ThreadPoolExecutor(_AT_ONCE) as workers:
        outcomes = list(workers.map(attempt, range(100)))

    assert outcomes.count("TooManyTries") == 100 - allowed


@pytest.mark.django_db
def test_other_proofs_are_counted_apart() -> None:
    mina = member()
    for what in (Tried.FACTOR, Tried.CONFIRMING):
        tries = [over(lambda what=what: count_of(mina, what, "192.0.2.1")) for _ in range(11)]
        assert tries == [False] * 10 + [True]

    assert not refused("mina", "192.0.2.1")


@pytest.mark.django_db
def test_an_address_guesses_at_links_twenty_times() -> None:
    assert [over(lambda: count_from("192.0.2.1", Tried.INVITING)) for _ in range(21)] == [False] * 20 + [True]
    assert not over(lambda: count_from("192.0.2.2", Tried.INVITING))


@pytest.mark.django_db
def test_a_whole_office_signs_in_from_one_address() -> None:
    names = [member(f"member{n}").username for n in range(30)]

    assert [try_login(name, PASSWORD, address="192.0.2.1").username for name in names] == names
    assert [refused(f"guess{n}", "192.0.2.1") for n in range(21)] == [False] * 20 + [True]


@pytest.mark.django_db
def test_own_success_gives_no_further_guesses() -> None:
    member("mina")
    outcomes = []
    for n in range(21):
        outcomes.append(refused(f"guess{n}", "192.0.2.1"))
        if n in (5, 10):
            try_login("mina", PASSWORD, address="192.0.2.1")

    assert outcomes == [False] * 20 + [True]
