from __future__ import annotations

import pytest

from peyvand.adapters.factors.codes import (
    address,
    code_at,
    new_recovery_codes,
    new_secret,
    plain,
    recovery_digest,
    step_of,
)

# The key and times of appendix B of RFC 6238; of its eight digits an app shows the last six.
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")]
)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    assert (code_at(SECRET, seconds // 30), step_of(SECRET, code, seconds)) == (code, seconds // 30)


@pytest.mark.parametrize(("late", "found"), [(-31, None), (-30, 100), (0, 100), (59, 100), (60, None)])
def test_a_clock_may_go_wrong_by_one_step(late: int, found: int | None) -> None:
    assert step_of(SECRET, code_at(SECRET, 100), 100 * 30 + late) == found


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "۱۲۳", "287 08", "²²²²²²"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert step_of(SECRET, typed, 59) is None


@pytest.mark.parametrize("typed", ["287 082", " 287-082 ", "۲۸۷۰۸۲", "٢٨٧ ٠٨٢", "۲۸۷\u200c۰۸۲"])
def test_a_code_may_be_typed_in_any_digits(typed: str) -> None:
    assert step_of(SECRET, typed, 59) == 1


def test_each_secret_is_new_and_long() -> None:
    first, second = new_secret(), new_secret()

    assert (len(first), first == second) == (32, False)


def test_an_app_is_told_whose_code_it_is() -> None:
    told = address(SECRET, member="مینا", site="Peyvand")

    assert told == f"otpauth://totp/Peyvand:%D9%85%DB%8C%D9%86%D8%A7?secret={SECRET}&issuer=Peyvand"


def test_recovery_codes_are_known_however_they_are_typed() -> None:
    code = new_recovery_codes(1)[0]

    assert recovery_digest(code) == recovery_digest(f" {code.lower().replace('-', ' ')} ")
    assert len(plain(code)) == 16


def test_recovery_codes_differ() -> None:
    assert len(set(new_recovery_codes(50))) == 50
