from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from tests.factories.members import member
from tests.factories.passkeys import SoftKey

from peyvand.adapters.factors.codes import code_at
from peyvand.adapters.factors.passkeys import Site
from peyvand.records.accounts import factors
from peyvand.records.accounts.factors import CannotChange, WrongFactor, factors_of
from peyvand.records.accounts.models import CodeApp, Member, Passkey
from peyvand.records.accounts.permissions import NotAllowed, Role
from peyvand.records.accounts.sittings import sit_down, sittings
from peyvand.records.accounts.throttle import TooManyTries

pytestmark = pytest.mark.django_db
HERE = "192.0.2.1"
SITE = Site("http://testserver", "Peyvand")
START = 1_200_000_000.0


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until a test moves it, at the beginning of a step and of an hour."""
    now = [START - START % 3600]
    monkeypatch.setattr("time.time", lambda: now[0])
    return now


def shown(sealed: str, clock: list[float]) -> str:
    return code_at(factors.app_secret(sealed), int(clock[0]) // 30)


def with_app(one: Member, clock: list[float]) -> tuple[str, list[str]]:
    """A member with an app, half a minute later: its sealed secret and the recovery codes."""
    sealed = factors.new_app()
    recovery = factors.add_app(one, sealed, shown(sealed, clock))
    clock[0] += 30
    return sealed, recovery


def with_passkey(one: Member, key: SoftKey, name: str = "") -> list[str]:
    question = factors.ask_for_new_passkey(one, SITE)
    answer = key.make(question.options)
    return factors.add_passkey(one, SITE, name=name, answer=answer, challenge=question.challenge)


def test_an_app_is_taken_once_it_shows_its_code(clock: list[float]) -> None:
    mina = member()
    with pytest.raises(WrongFactor):
        factors.add_app(mina, factors.new_app(), "000000")
    assert not factors_of(mina).any

    _sealed, recovery = with_app(mina, clock)

    assert (factors_of(mina).any, factors_of(mina).codes_left, len(set(recovery))) == (True, 10, 10)


def test_the_secret_rests_encrypted(clock: list[float]) -> None:
    sealed, _recovery = with_app(member(), clock)

    assert factors.app_secret(sealed) not in CodeApp.objects.get().sealed


def test_a_code_passes_once(clock: list[float]) -> None:
    mina = member()
    sealed, _recovery = with_app(mina, clock)
    code = shown(sealed, clock)
    factors.pass_code(mina, code, address=HERE)

    with pytest.raises(WrongFactor):
        factors.pass_code(mina, code, address=HERE)


def test_the_code_that_set_the_app_up_passes_no_more(clock: list[float]) -> None:
    mina = member()
    sealed, _recovery = with_app(mina, clock)
    clock[0] -= 30

    with pytest.raises(WrongFactor):
        factors.pass_code(mina, shown(sealed, clock), address=HERE)


def test_an_older_code_does_not_pass_after_a_newer(clock: list[float]) -> None:
    mina = member()
    sealed, _recovery = with_app(mina, clock)
    older = shown(sealed, clock)
    clock[0] += 30
    factors.pass_code(mina, shown(sealed, clock), address=HERE)

    with pytest.raises(WrongFactor):
        factors.pass_code(mina, older, address=HERE)


def test_a_recovery_code_passes_once(clock: list[float]) -> None:
    mina = member()
    _sealed, recovery = with_app(mina, clock)
    factors.pass_code(mina, recovery[3].lower(), address=HERE)

    assert factors_of(mina).codes_left == 9
    with pytest.raises(WrongFactor):
        factors.pass_code(mina, recovery[3], address=HERE)


def test_nobody_passes_with_the_codes_of_another(clock: list[float]) -> None:
    mina, sara = member(), member("sara")
    sealed, recovery = with_app(mina, clock)
    with_app(sara, clock)

    for code in (shown(sealed, clock), recovery[0], ""):
        with pytest.raises(WrongFactor):
            factors.pass_code(sara, code, address=HERE)


def test_codes_are_tried_ten_times_an_hour(clock: list[float]) -> None:
    mina = member()
    sealed, _recovery = with_app(mina, clock)
    for _ in range(10):
        with pytest.raises(WrongFactor):
            factors.pass_code(mina, "000000", address=HERE)

    with pytest.raises(TooManyTries):
        factors.pass_code(mina, shown(sealed, clock), address=HERE)


def test_recovery_codes_open_a_copy_that_lost_its_secret(clock: list[float]) -> None:
    mina = member()
    sealed, recovery = with_app(mina, clock)
    code = shown(sealed, clock)

    with override_settings(SECRET_KEY="another"):
        with pytest.raises(WrongFactor):
            factors.pass_code(mina, code, address=HERE)
        factors.pass_code(mina, recovery[0], address=HERE)


def test_new_recovery_codes_take_the_place_of_the_old(clock: list[float]) -> None:
    mina = member()
    _sealed, old = with_app(mina, clock)
    new = factors.new_codes(mina)

    assert set(old).isdisjoint(new)
    with pytest.raises(WrongFactor):
        factors.pass_code(mina, old[0], address=HERE)
    factors.pass_code(mina, new[0], address=HERE)


def test_recovery_codes_go_with_a_factor() -> None:
    with pytest.raises(CannotChange):
        factors.new_codes(member())


def test_a_passkey_passes_for_its_member() -> None:
    mina, key = member(), SoftKey()
    recovery = with_passkey(mina, key, " کلید\nمن ")
    question = factors.ask_for_passkey(SITE, mina, address=HERE)

    assert [one["id"] for one in json.loads(question.options)["allowCredentials"]] == [Passkey.objects.get().credential]
    assert factors.pass_passkey(SITE, key.sign(question.options), question.challenge, address=HERE, member=mina) == mina
    assert (Passkey.objects.get().name, Passkey.objects.get().signed, len(recovery)) == ("کلید من", 1, 10)


def test_whose_a_passkey_is_needs_no_name() -> None:
    mina, key = member(), SoftKey()
    with_passkey(mina, key)
    question = factors.ask_for_passkey(SITE, address=HERE)

    assert factors.pass_passkey(SITE, key.sign(question.options), question.challenge, address=HERE) == mina


def test_the_passkey_of_another_does_not_pass() -> None:
    mina, sara, key = member(), member("sara"), SoftKey()
    with_passkey(sara, key)
    question = factors.ask_for_passkey(SITE, mina, address=HERE)

    for answer in (key.sign(question.options), SoftKey().sign(question.options), "{}"):
        with pytest.raises(WrongFactor):
            factors.pass_passkey(SITE, answer, question.challenge, address=HERE, member=mina)


def test_a_passkey_is_known_once() -> None:
    mina, sara, key = member(), member("sara"), SoftKey()
    with_passkey(mina, key)

    with pytest.raises(CannotChange):
        with_passkey(sara, key)


def test_the_last_factor_of_a_role_that_needs_one_stays(clock: list[float]) -> None:
    mina, key = member(), SoftKey()
    with_app(mina, clock)
    with_passkey(mina, key)
    factors.remove_app(mina)

    with pytest.raises(CannotChange):
        factors.remove_passkey(mina, Passkey.objects.get().pk)

    assert (len(factors_of(mina).passkeys), factors_of(mina).codes_left) == (1, 10)


def test_who_needs_none_takes_it_away_with_its_recovery_codes(clock: list[float]) -> None:
    auditor = member(role=Role.AUDITOR)
    with_app(auditor, clock)
    factors.remove_app(auditor)

    assert factors_of(auditor) == factors.Factors(None, (), 0)


@pytest.mark.parametrize(("role", "must"), [(Role.HEAD, True), (Role.OFFICER, True), (Role.AUDITOR, False)])
def test_who_must_begin_with_a_factor_depends_on_the_role(role: Role, must: bool) -> None:
    one = member(role=role)
    now = timezone.now()

    assert factors.must_begin(one, now) is False
    assert factors.must_begin(one, one.factor_due) is must


def test_an_administrator_resets_factors_with_a_reason(clock: list[float]) -> None:
    mina, admin = member(), member("admin", role=Role.ADMINISTRATOR)
    with_app(mina, clock)
    with_passkey(mina, SoftKey())
    with pytest.raises(CannotChange):
        factors.reset(mina, reason=" ", by=admin)

    sit_down(mina, address=HERE, agent="")
    factors.reset(mina, reason="تلفن گم شده است", by=admin)

    assert sittings(mina) == []
    mina.refresh_from_db()
    assert factors_of(mina) == factors.Factors(None, (), 0)
    assert factors.must_begin(mina, timezone.now())


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_nobody_else_resets_them(role: Role) -> None:
    with pytest.raises(NotAllowed):
        factors.reset(member(), reason="x", by=member("other", role=role))


@pytest.mark.django_db(transaction=True)
def test_of_many_who_bring_one_code_at_once_one_passes(clock: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peyvand.records.accounts.throttle._PER_ACCOUNT", 100)
    mina = member()
    sealed, _recovery = with_app(mina, clock)
    code = shown(sealed, clock)

    def passes(_: int) -> bool:
        try:
            factors.pass_code(mina, code, address=HERE)
        except WrongFactor:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as workers:
        outcomes = list(workers.map(passes, range(16)))

    assert outcomes.count(True) == 1
